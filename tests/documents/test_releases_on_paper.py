"""The pages of releases as LibreOffice prints them: whole rows below a repeated header, each language in its face."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest

import rendering
from jiyao.documents import gb9704
from jiyao.documents.shipped import Edition
from jiyao.languages.text import Language
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.release.view import BilingualView, Row
from releases import EN, HEADLINES, ORDERS, ZH, bare, bilingual, released, released_in_both, view

HANZI = re.compile("[\u4e00-\u9fff]")
SERIF = "LiberationSerif"
CHINESE_FACES = {"FandolFang", "FandolHei", "FandolKai", "FandolSong"}
LONG = 7
"""Times the story is told, for five pages of a table and more."""


def numbered(shown: BilingualView) -> BilingualView:
    """Each paragraph of the story with its row's number at its two ends, to be found on paper."""
    return replace(shown, rows=tuple(_numbered(row, number) for number, row in enumerate(shown.rows, start=100)))


def _numbered(row: Row, number: int) -> Row:
    def marked(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
        return tuple(
            replace(each, runs=(Run(f"{number}a", language=EN), *each.runs, Run(f"{number}z", language=EN)))
            for each in paragraphs
        )

    return replace(row, first=marked(row.first), second=marked(row.second))


LONG_TABLES = {f"table-{order[0]}": numbered(bilingual(order, LONG)) for order in ORDERS}
LONGER_THAN_A_PAGE = Row(
    Role.BODY,
    (Paragraph(Role.BODY, (Run("会议要求抓好落实。" * 200),)),),
    (Paragraph(Role.BODY, (Run("All is to be carried out. " * 20, language=EN),)),),
)


def too_long() -> BilingualView:
    shown = bilingual(ORDERS[0])
    return replace(shown, rows=(*shown.rows[:5], LONGER_THAN_A_PAGE, *shown.rows[5:]))


def documents() -> Mapping[str, bytes]:
    return {
        **{name: released_in_both(shown, Edition.BOTH_TABLE) for name, shown in LONG_TABLES.items()},
        **{
            f"interleaved-{order[0]}": released_in_both(bilingual(order, 3), Edition.BOTH_INTERLEAVED)
            for order in ORDERS
        },
        "too-long": released_in_both(too_long(), Edition.BOTH_TABLE),
        **{f"{language}": released(view(language)) for language in Language},
        **{f"{language}-bare": released(bare(language)) for language in Language},
        "zh-long": released(view(ZH, 4)),
    }


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory, libreoffice_profile: Path) -> Mapping[str, Path]:
    return rendering.to_pdf(documents(), tmp_path_factory.mktemp("pages"), libreoffice_profile)


def spaceless(text: str) -> str:
    return "".join(text.split())


def page_texts(pdf: Path) -> list[str]:
    return ["".join(spaceless(line.text) for line in page) for page in rendering.pages(pdf)]


def faces(pdf: Path, is_wanted: Callable[[str], object]) -> set[str]:
    """The families of the characters that are wanted."""
    with pdfplumber.open(pdf) as opened:
        return {
            char["fontname"].partition("+")[2].partition("-")[0]
            for page in opened.pages
            for char in page.chars
            if is_wanted(char["text"])
        }


@pytest.mark.rendering
@pytest.mark.parametrize("name", list(LONG_TABLES))
def test_the_header_of_a_table_of_five_pages_stands_on_each(name: str, pdfs: Mapping[str, Path]) -> None:
    pages = page_texts(pdfs[name])
    assert len(pages) >= 5
    assert all(page.startswith("".join(LONG_TABLES[name].heads)) for page in pages)


@pytest.mark.rendering
@pytest.mark.parametrize("name", list(LONG_TABLES))
def test_no_row_is_split_over_pages_and_none_is_lost(name: str, pdfs: Mapping[str, Path]) -> None:
    pages = page_texts(pdfs[name])
    for number in range(100, 100 + len(LONG_TABLES[name].rows)):
        # Both ends of both languages.
        counts = [(page.count(f"{number}a"), page.count(f"{number}z")) for page in pages]
        assert sorted(counts, reverse=True) == [(2, 2)] + [(0, 0)] * (len(pages) - 1)


@pytest.mark.rendering
def test_a_row_that_is_longer_than_a_page_goes_on_and_loses_nothing(pdfs: Mapping[str, Path]) -> None:
    with pdfplumber.open(pdfs["too-long"]) as opened:
        printed = "".join(char["text"] for page in opened.pages for char in page.chars)
    assert len(HANZI.findall(printed)) == sum(
        len(HANZI.findall(text)) for text in [*texts_of(too_long()), *["中文"] * len(page_texts(pdfs["too-long"]))]
    )


def texts_of(shown: BilingualView) -> Iterator[str]:
    return (each.text for row in shown.rows for each in (*row.first, *row.second))


@pytest.mark.rendering
@pytest.mark.parametrize("name", [*LONG_TABLES, *(f"interleaved-{order[0]}" for order in ORDERS)])
def test_hanzi_stand_in_chinese_faces_and_letters_in_the_english_one(name: str, pdfs: Mapping[str, Path]) -> None:
    assert faces(pdfs[name], HANZI.match) <= CHINESE_FACES
    # The numbers that a test put at the ends of Chinese texts stand in the face of those.
    letters = faces(pdfs[name], re.compile("[B-Zb-y]").match)
    assert letters == {SERIF}


@pytest.mark.rendering
def test_quotation_marks_stand_in_the_face_of_their_language(pdfs: Mapping[str, Path]) -> None:
    assert faces(pdfs["en"], re.compile("[“”’]").match) == {SERIF}
    assert faces(pdfs["zh"], re.compile("[“”]").match) == {"FandolFang"}
    for order in ORDERS:
        # The same two faces where both languages are on one page, each beside its own text.
        assert faces(pdfs[f"interleaved-{order[0]}"], re.compile("[“”]").match) == {"FandolFang", SERIF}


@pytest.mark.rendering
def test_a_chinese_release_has_the_page_of_official_documents(pdfs: Mapping[str, Path]) -> None:
    first, second, *_others = rendering.pages(pdfs["zh-long"])
    headline = next(line for line in first if HEADLINES[ZH].startswith(spaceless(line.text)))
    assert headline.fonts == {"FandolSong"}
    assert headline.size == pytest.approx(gb9704.SIZE_2.points, abs=0.1)
    bottom = (gb9704.PAPER_HEIGHT - gb9704.BOTTOM_MARGIN).mm
    lines = [line for line in second if line.baseline < bottom]
    assert len(lines) == gb9704.LINES
    assert {round(line.left) for line in lines} >= {28}
    assert {round(line.size) for line in lines} == {16}
    assert [line.text for line in second if line.baseline > bottom] == ["— 2 —"]


@pytest.mark.rendering
@pytest.mark.parametrize("language", list(Language))
def test_a_short_release_is_one_page(language: Language, pdfs: Mapping[str, Path]) -> None:
    assert len(rendering.pages(pdfs[f"{language}-bare"])) == 1
    assert len(rendering.pages(pdfs[language])) == 1


@pytest.mark.rendering
@pytest.mark.parametrize("order", ORDERS)
def test_the_second_language_stands_below_the_first_set_in(
    order: tuple[Language, Language], pdfs: Mapping[str, Path]
) -> None:
    """From the story on, every line of the second language begins to the right of the margin and of every other."""
    sides: dict[Language, set[float]] = {ZH: set(), EN: set()}
    for page in rendering.pages(pdfs[f"interleaved-{order[0]}"])[1:]:
        for line in page:
            if len(line.text) > 25:
                sides[ZH if len(HANZI.findall(line.text)) > len(line.text) / 2 else EN].add(line.left)
    assert min(sides[order[1]]) > min(sides[order[0]]) + 5
