"""News releases as Word files: every text arrives once, in order, in its language's styles, whatever the view holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import releases as given_are
import strategies
from auditing import audit
from jiyao.documents import gb9704, press
from jiyao.documents.filling import Template, compile_template
from jiyao.documents.fragments import RUN_STYLES
from jiyao.documents.release import both, release
from jiyao.documents.shipped import Edition, templates_dir
from jiyao.languages.text import Language
from jiyao.ooxml.package import open_package
from jiyao.ooxml.parts import Package
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.minutes import Properties
from jiyao.views.release.view import BilingualView, Labelled, Row
from outline import bookmarks, outline, part, texts
from releases import EN, ORDERS, ZH, bare, bilingual, released, released_in_both, view

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOTH = (Edition.BOTH_TABLE, Edition.BOTH_INTERLEAVED)
SHIPPED = [templates_dir() / f"release.{edition}.docx" for edition in Edition]


def every_release() -> Iterator[tuple[str, bytes]]:
    """Long, usual and short releases of each edition."""
    for language in Language:
        yield f"{language}", released(view(language))
        yield f"{language}-long", released(view(language, times=8))
        yield f"{language}-bare", released(bare(language))
    for order in ORDERS:
        for edition in BOTH:
            yield f"{edition}-{order[0]}", released_in_both(bilingual(order), edition)
            yield f"{edition}-{order[0]}-long", released_in_both(bilingual(order, times=8), edition)


RELEASES: Mapping[str, bytes] = dict(every_release())


def document(docx: bytes) -> Element:
    return fromstring(part(docx, "word/document.xml"))


def values_of(root: Element, *names: str) -> set[str]:
    return {each.get(f"{W}val", "") for name in names for each in root.iter(f"{W}{name}")}


# The templates


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_template_is_sound_and_its_styles_are_all_there(path: Path) -> None:
    assert audit(path.read_bytes()) == ()
    styles = fromstring(part(path.read_bytes(), "word/styles.xml"))
    known = {style.get(f"{W}styleId", "") for style in styles.iter(f"{W}style")}
    used = values_of(document(path.read_bytes()), "pStyle", "rStyle", "tblStyle")
    assert used | values_of(styles, "basedOn", "next") | set(RUN_STYLES.values()) <= known


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_no_paragraph_of_a_template_has_a_look_of_its_own_so_an_office_restyles_once(path: Path) -> None:
    properties = [child.tag for each in document(path.read_bytes()).iter(f"{W}pPr") for child in each]
    assert set(properties) == {f"{W}pStyle"}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_style_says_its_face_for_east_asian_text_too(path: Path) -> None:
    fonts = [each.attrib for each in fromstring(part(path.read_bytes(), "word/styles.xml")).iter(f"{W}rFonts")]
    assert fonts
    assert all({f"{W}ascii", f"{W}hAnsi", f"{W}eastAsia", f"{W}cs"} == set(each) for each in fonts)
    assert {each[f"{W}eastAsia"] for each in fonts} <= set(gb9704.Face)
    assert {each[f"{W}ascii"] for each in fonts} <= {*gb9704.Face, *press.Latin}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_headlines_are_headings_of_the_first_level(path: Path) -> None:
    styles = fromstring(part(path.read_bytes(), "word/styles.xml"))
    headings = {
        style.get(f"{W}styleId", "")
        for style in styles.iter(f"{W}style")
        for level in style.iter(f"{W}outlineLvl")
        if level.get(f"{W}val") == "0"
    }
    used = values_of(document(path.read_bytes()), "pStyle")
    assert headings
    assert headings == {each for each in used if re.match("Title|Headline", each)}


# What is filled


@pytest.mark.parametrize("name", list(RELEASES))
def test_word_would_open_it(name: str) -> None:
    assert audit(RELEASES[name]) == ()


@pytest.mark.parametrize("name", list(RELEASES))
def test_nothing_of_the_template_is_left(name: str) -> None:
    xml = part(RELEASES[name], "word/document.xml").decode() + part(RELEASES[name], "docProps/core.xml").decode()
    assert not re.search(r"\{\{|\{%|\{#|Statement|None", xml)


@pytest.mark.parametrize("language", list(Language))
def test_a_release_has_everything_in_the_order_of_the_page(language: Language) -> None:
    shown = view(language)
    between, listed, brackets = ("　　", "　", "（）") if language is ZH else (" | ", "; ", "()")
    byline, credits_ = (
        parting.join(label + text for label, text in pairs[language])
        for parting, pairs in ((between, given_are.BYLINES), (listed, given_are.CREDITS))
    )
    assert texts(released(shown)) == [
        given_are.KICKERS[language],
        given_are.HEADLINES[language],
        given_are.SUBHEADLINES[language],
        byline,
        *(paragraph.text for paragraph in shown.body),
        f"{brackets[0]}{credits_}{brackets[1]}",
    ]


@pytest.mark.parametrize("language", list(Language))
def test_what_is_unknown_takes_its_line_and_its_signs_with_it(language: Language) -> None:
    shown = bare(language)
    assert texts(released(shown)) == [given_are.HEADLINES[language], shown.body[0].text]


def paired(shown: BilingualView) -> list[str]:
    """The texts of both languages row by row, the first before the second, with the brackets of the credits."""
    brackets = {True: "（{}）", False: "({})"}
    return [
        brackets[language is ZH].format(each.text) if each.role is Role.CREDITS else each.text
        for row in shown.rows
        for language, paragraphs in zip(shown.languages, (row.first, row.second), strict=True)
        for each in paragraphs
    ]


@pytest.mark.parametrize("edition", BOTH)
@pytest.mark.parametrize("order", ORDERS)
def test_both_languages_are_read_part_by_part(edition: Edition, order: tuple[Language, Language]) -> None:
    shown = bilingual(order)
    heads = list(shown.heads) if edition is Edition.BOTH_TABLE else []
    assert texts(released_in_both(shown, edition)) == [*heads, *paired(shown)]


@pytest.mark.parametrize("edition", BOTH)
@pytest.mark.parametrize("order", ORDERS)
def test_a_part_that_one_language_lacks_leaves_its_place_empty(
    edition: Edition, order: tuple[Language, Language]
) -> None:
    shown = bilingual(order)
    headline, *others = shown.rows[1:]
    alone = replace(shown, rows=(replace(shown.rows[0], second=()), replace(headline, first=()), *others))
    docx = released_in_both(alone, edition)
    assert texts(docx)[-len(paired(alone)) :] == paired(alone)
    assert audit(docx) == ()


@pytest.mark.parametrize("edition", BOTH)
@pytest.mark.parametrize("order", ORDERS)
def test_a_paragraph_has_the_style_of_its_language_and_role(edition: Edition, order: tuple[Language, Language]) -> None:
    shown = bilingual(order)
    blocks = outline(released_in_both(shown, edition))[2 if edition is Edition.BOTH_TABLE else 0 :]
    roles = [each.role for row in shown.rows for each in (*row.first, *row.second)]
    assert len(blocks) == len(roles)
    for number, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        mark = "Zh" if order[number % 2] is ZH else "En"
        second = "Second" if number % 2 and edition is Edition.BOTH_INTERLEAVED else ""
        assert block.style == ("Story" if role is Role.BODY else role.value.capitalize()) + second + mark


@pytest.mark.parametrize("name", list(RELEASES))
def test_every_run_is_of_its_language(name: str) -> None:
    """Hanzi with the hint that sets “” in the Chinese face, English without it; both with their language."""
    for run in document(RELEASES[name]).iter(f"{W}r"):
        language, hint = run.find(f"{W}rPr/{W}lang"), run.find(f"{W}rPr/{W}rFonts")
        text = "".join(each.text or "" for each in run.iter(f"{W}t"))
        if language is None:
            continue
        assert (language.get(f"{W}val"), language.get(f"{W}eastAsia")) == ("en-US", "zh-CN")
        is_hinted = hint is not None and hint.get(f"{W}hint") == "eastAsia"
        assert is_hinted == bool(re.search("[\u3000-\u9fff\uff00-\uffef]", text)), text


@pytest.mark.parametrize("edition", BOTH)
@pytest.mark.parametrize("order", ORDERS)
def test_every_text_of_the_record_is_bookmarked_in_both_languages(
    edition: Edition, order: tuple[Language, Language]
) -> None:
    shown = bilingual(order, times=2)
    runs = [run for row in shown.rows for each in (*row.first, *row.second) for run in each.runs if run.source]
    found = bookmarks(released_in_both(shown, edition))
    # A mark at the end stands behind the bookmark.
    assert [text.rstrip("。？") for _name, text in found] == [run.text.rstrip("。？") for run in runs]
    assert len({name.lower() for name, _text in found}) == len(found)


def test_the_file_says_its_title_its_author_and_its_language() -> None:
    core = fromstring(part(released(view(EN)), "docProps/core.xml"))
    said = {each.tag.rpartition("}")[2]: each.text for each in core}
    assert said == {"title": given_are.HEADLINES[EN], "creator": "淮北市人民检察院", "language": "en-US"}


# The table


@pytest.mark.parametrize("order", ORDERS)
def test_the_header_row_repeats_and_rows_stay_whole(order: tuple[Language, Language]) -> None:
    shown = bilingual(order, times=3)
    (table,) = document(released_in_both(shown, Edition.BOTH_TABLE)).iter(f"{W}tbl")
    rows = list(table.iter(f"{W}tr"))
    assert len(rows) == 1 + len(shown.rows)
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * len(shown.rows)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert all(len(list(row.iter(f"{W}tc"))) == 2 for row in rows)


@pytest.mark.parametrize("order", ORDERS)
def test_english_has_the_wider_column_wherever_it_stands(order: tuple[Language, Language]) -> None:
    (table,) = document(released_in_both(bilingual(order), Edition.BOTH_TABLE)).iter(f"{W}tbl")
    grid = [int(each.get(f"{W}w", "0")) for each in table.iter(f"{W}gridCol")]
    cells = [[int(each.get(f"{W}w", "0")) for each in row.iter(f"{W}tcW")] for row in table.iter(f"{W}tr")]
    assert all(row == grid for row in cells)
    assert grid[order.index(EN)] / sum(grid) == pytest.approx(0.55, abs=0.001)
    layout = table.find(f"{W}tblPr/{W}tblLayout")
    assert layout is not None
    assert layout.get(f"{W}type") == "fixed"


def test_a_screen_reader_is_told_what_the_table_is_and_which_row_is_its_head() -> None:
    (table,) = document(released_in_both(bilingual(ORDERS[0]), Edition.BOTH_TABLE)).iter(f"{W}tbl")
    properties = table.find(f"{W}tblPr")
    assert properties is not None
    title, description, look = (properties.find(f"{W}{name}") for name in ("tblCaption", "tblDescription", "tblLook"))
    assert title is not None
    assert description is not None
    assert look is not None
    assert "English" in title.get(f"{W}val", "")
    assert "表头" in description.get(f"{W}val", "")
    assert look.get(f"{W}firstRow") == "1"


# Whatever the view says


def hostile_runs(text: str) -> tuple[Run, ...]:
    return (Run(text, language=EN, source="a"), Run(text, language=ZH, source="b"))


@pytest.mark.parametrize("text", strategies.HOSTILE)
def test_markup_and_template_syntax_stay_text(text: str) -> None:
    runs = hostile_runs(text)
    said = Properties(text, text, "en-US")
    one = replace(
        view(EN),
        kicker=runs,
        headline=runs,
        subheadline=runs,
        byline=(Labelled(text, runs), Labelled(text, runs)),
        body=(Paragraph(Role.BODY, runs),) * 2,
        credits=(Labelled(text, runs),),
        properties=said,
    )
    docx = released(one)
    assert audit(docx) == ()
    assert "".join(texts(docx)).count(text) == 19
    # A picture stands there once, and is no row of the view.
    roles = [role for role in Role if role is not Role.PHOTO]
    cells = tuple(Row(role, (Paragraph(role, runs),), (Paragraph(role, runs),)) for role in roles)
    pair = BilingualView((ZH, EN), (text, text), cells, (), said)
    for edition, count in ((Edition.BOTH_TABLE, 4 * len(roles) + 2), (Edition.BOTH_INTERLEAVED, 4 * len(roles))):
        docx = released_in_both(pair, edition)
        assert audit(docx) == ()
        assert "".join(texts(docx)).count(text) == count


def paragraphs(lines: Sequence[str], language: Language) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(Role.BODY, (Run(line, language=language, source="x"),)) for line in lines)


@settings(max_examples=60)
@given(
    rows=st.lists(st.tuples(st.lists(strategies.lines(), max_size=3), st.lists(strategies.lines(), max_size=3))),
    order=st.sampled_from(ORDERS),
    edition=st.sampled_from(BOTH),
)
def test_every_line_of_any_text_arrives_once_and_in_order(
    rows: list[tuple[list[str], list[str]]], order: tuple[Language, Language], edition: Edition
) -> None:
    shown = replace(
        bilingual(order),
        rows=tuple(Row(Role.BODY, paragraphs(one, order[0]), paragraphs(two, order[1])) for one, two in rows),
    )
    docx = released_in_both(shown, edition)
    heads = [*shown.heads] if edition is Edition.BOTH_TABLE else []
    assert texts(docx) == [*heads, *(line for pair in rows for lines in pair for line in lines)]


@settings(max_examples=8)
@given(lines=st.lists(strategies.lines(), min_size=1, max_size=4), language=st.sampled_from(Language))
def test_word_would_open_whatever_a_release_says(lines: list[str], language: Language) -> None:
    assert audit(released(replace(view(language), body=paragraphs(lines, language)))) == ()


def test_a_template_that_asks_for_what_a_release_lacks_is_a_located_problem() -> None:
    package = open_package((templates_dir() / "release.zh.docx").read_bytes(), "own.docx")
    assert isinstance(package, Package)
    text = package.read("word/document.xml").replace(b"{{r headline }}", b"{{r headlin }}")
    wrong = compile_template(package.replaced({"word/document.xml": text}), "own.docx")
    assert isinstance(wrong, Template)
    # The template of one language asks for a kicker first, which a view of both has not.
    for made, paragraph in ((release(view(ZH), wrong, {}), 4), (both(bilingual(ORDERS[0]), wrong, {}), 1)):
        assert isinstance(made, tuple)
        assert (made[0].code, made[0].place.where) == ("T103", f"word/document.xml, paragraph {paragraph}")
