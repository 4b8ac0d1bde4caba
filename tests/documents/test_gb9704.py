from __future__ import annotations

import pytest

from jiyao.documents import gb9704 as page
from jiyao.views.lengths import points, twips


def test_the_margins_are_what_the_text_leaves_of_the_paper() -> None:
    assert page.RIGHT_MARGIN.mm == 26
    assert page.BOTTOM_MARGIN.mm == 35


def test_a_page_holds_22_lines_of_28_characters_and_no_more() -> None:
    assert page.LINE_PITCH * page.LINES <= page.TEXT_HEIGHT < (page.LINE_PITCH + twips(1)) * page.LINES
    assert page.CELL * page.CHARACTERS <= page.TEXT_WIDTH < page.CELL * (page.CHARACTERS + 1)


def test_a_full_page_has_room_for_the_paragraph_that_the_imprint_hangs_on() -> None:
    assert page.LINE_PITCH * page.LINES + page.HAIRLINE <= page.TEXT_HEIGHT


@pytest.mark.parametrize("fit", page.MARK_FITS)
def test_a_mark_that_fills_its_style_fits_the_line(fit: page.MarkFit) -> None:
    assert fit.size * (fit.room * fit.width / 100) <= page.TEXT_WIDTH


@pytest.mark.parametrize(
    ("cells", "room"), [(6, 12), (12, 12), (12.5, 14), (17, 17), (18, 20), (25, 25), (26, 30), (40, 45), (60, 45)]
)
def test_a_mark_is_set_in_the_first_style_that_has_room(cells: float, room: int) -> None:
    assert page.mark_room(cells) == room


def test_every_line_of_the_imprint_adds_the_same_height() -> None:
    one, two, three = (page.imprint_height(lines) for lines in (1, 2, 3))
    assert two - one == three - two == points(26)
