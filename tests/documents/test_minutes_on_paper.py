"""The pages of the minutes: one page for ten lines, whole names, and the imprint at the foot of the last page."""

from __future__ import annotations

from pathlib import Path

import pytest

import rendering
from jiyao.views.cells import width
from outline import outline
from sampled import NAMES, minutes_docx, sample_minutes

FOOT = 262.0
"""Millimetres from the top of the page to the lower edge of the text area (GB/T 9704-2012, 5.2.1)."""

IMPRINT_LINE = 10.0
"""More than the height of a line of the imprint, in millimetres."""

ROOM = 23
"""字 behind the hanging indent of a list of names; a mark may hang over the margin."""

CROWDED = [f"{first}{second}" for first in "赵钱孙李周吴郑王" for second in ("一", "二二", "三三")]


@pytest.fixture(scope="module")
def pages(
    tmp_path_factory: pytest.TempPathFactory, libreoffice_profile: Path
) -> dict[str, tuple[tuple[rendering.Line, ...], ...]]:
    """The lines of each page of the samples' minutes, and of one with a long list of names, rendered at once."""
    crowded = minutes_docx(f"title: 例会\nattendees: [{', '.join(f'{{name: {name}}}' for name in CROWDED)}]\n")
    pdfs = rendering.to_pdf(
        {**sample_minutes(), "crowded": crowded}, tmp_path_factory.mktemp("pages"), libreoffice_profile
    )
    return {name: rendering.pages(pdf) for name, pdf in pdfs.items()}


def lists_of_names(docx: bytes) -> list[str]:
    """The lines of the lists of names, as the document breaks them."""
    return [line for block in outline(docx) if "Names" in block.style for line in block.text.split("\n")]


@pytest.mark.rendering
def test_a_record_of_ten_lines_is_one_page(pages: dict[str, tuple[tuple[rendering.Line, ...], ...]]) -> None:
    assert len(pages["安全生产例会"]) == 1


@pytest.mark.rendering
@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_sample_is_split(name: str, pages: dict[str, tuple[tuple[rendering.Line, ...], ...]]) -> None:
    printed = {without_blanks(line.text) for page in pages[name] for line in page}
    lines = lists_of_names(sample_minutes()[name])
    long = {line for line in lines if width(line.rpartition("：")[2].rstrip("、")) > ROOM}
    assert {without_blanks(line) for line in lines if line not in long} <= printed
    # A remark may be longer than a line; the name before it is whole.
    for line in long:
        assert any(each.startswith(without_blanks(line.partition("（")[0])) for each in printed)


@pytest.mark.rendering
def test_no_name_of_a_long_list_is_split(pages: dict[str, tuple[tuple[rendering.Line, ...], ...]]) -> None:
    printed = [without_blanks(line.text) for page in pages["crowded"] for line in page]
    names = [line for line in printed if line.startswith("出席：") or line.split("、")[0] in CROWDED]
    assert "".join(names) == "出席：" + "、".join(CROWDED)
    assert len(names) > 3
    assert all(each in CROWDED for line in names for each in line.removeprefix("出席：").strip("、").split("、"))


@pytest.mark.rendering
@pytest.mark.parametrize("name", NAMES)
def test_the_imprint_stands_at_the_foot_of_the_last_page(
    name: str, pages: dict[str, tuple[tuple[rendering.Line, ...], ...]]
) -> None:
    imprint = [without_blanks(block.text) for block in outline(sample_minutes()[name]) if block.style == "PrintedBy"]
    found = [line for line in pages[name][-1] if without_blanks(line.text) in imprint and line.baseline > FOOT / 2]
    assert len(found) == len(imprint)
    assert all(FOOT - IMPRINT_LINE < line.baseline < FOOT for line in found)


def without_blanks(text: str) -> str:
    """Blanks are how names are padded and how lines begin; they are no part of what is compared."""
    return "".join(text.split())
