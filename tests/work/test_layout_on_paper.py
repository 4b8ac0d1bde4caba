"""Minutes as they are printed are as the standard asks; a template that is not so is told from the paper alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from auditing import audit
from jiyao.documents.dressing import dressed
from jiyao.documents.filling import Template, compile_template
from jiyao.documents.layout.measuring import layout_problems
from jiyao.documents.layout.parts import text_of
from jiyao.documents.layout.reading import sheets_of
from jiyao.documents.layout.sheets import Sheet
from jiyao.documents.shipped import Edition
from jiyao.ooxml.package import write_package
from jiyao.records.choices import DocumentName
from jiyao.records.office import Preset
from jiyao.work.making import template_file
from jiyao.work.pdf import Press, press, print_documents
from minutes_corpus import ANY, OFFICE, record
from rendering import ENVIRONMENT, saved_again
from sampled import NAMES, minutes_docx, sample_minutes
from wording import office_of

pytestmark = pytest.mark.rendering

CLOSE = OFFICE.replace("house: {", "house: {preset: gb33476, fonts: {body: 仿宋}, ")
"""An office with the other preset and a face of its own."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one part of the template: each text like the pattern becomes another."""

    part: str
    pattern: str
    new: str


def edited(edits: Sequence[Edit]) -> Template:
    """The template of the minutes with a fault in it."""
    path = template_file(None, DocumentName.MINUTES, Edition.ZH)
    with ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    for edit in edits:
        name = f"word/{edit.part}.xml"
        text, count = re.subn(edit.pattern, edit.new, parts[name].decode(), flags=re.DOTALL)
        assert count, f"nothing in {name} is like {edit.pattern}"
        parts[name] = text.encode()
    compiled = compile_template(write_package(parts), path.name)
    assert isinstance(compiled, Template), compiled
    return compiled


FAULTS: Mapping[str, tuple[str, Sequence[Edit]]] = {
    "left margin of 31 mm": ("D302: the text begins", [Edit("document", 'w:left="1587"', 'w:left="1757"')]),
    "top margin of 40 mm": ("D302: the ink of the first line", [Edit("document", r'w:top="\d+"', 'w:top="2268"')]),
    "right margin of 36 mm": (
        "D304: 26 characters",
        [Edit("document", 'w:right="1474" w:bottom', 'w:right="2041" w:bottom')],
    ),
    "paper of letters": (
        "D301: the paper is 215.9 by 279.4 mm",
        [Edit("document", "<w:pgSz [^>]*>", '<w:pgSz w:w="12240" w:h="15840"/>')],
    ),
    "lines of 30 points": (
        "D303: 21 lines of 10.58 mm",
        [Edit("styles", 'w:line="579"', 'w:line="600"'), Edit("document", 'linePitch="579"', 'linePitch="600"')],
    ),
    "no tracking": ("D304: 27 characters", [Edit("styles", '<w:spacing w:val="-5"/>', "")]),
    "text in 黑体": ("D312: the text is set in FandolHei", [Edit("styles", "仿宋_GB2312", "黑体")]),
    "mark in 黑体": ("D312: the mark is set in FandolHei", [Edit("styles", "方正小标宋简体", "黑体")]),
    "mark too low": (
        "D305: the mark begins at",
        [Edit("styles", r'(标志上方"/>.{0,200}?w:line=")\d+', r"\g<1>2050")],
    ),
    "page number in the middle": (
        "D310: page number: on an odd page it ends",
        [Edit("styles", r'(单页码"/>.{0,400}?)<w:jc w:val="right"/>', r'\1<w:jc w:val="center"/>')],
    ),
    "page number too low": (
        "D310: page number: its dashes, from the top",
        [Edit("document", r'w:footer="\d+"', 'w:footer="1200"')],
    ),
}
"""What is told of each fault, and how it is put into the template."""


SAVED = [name for name in ANY if not name.endswith("lines more")]
BY_PRESET = [(name, preset) for name in ANY for preset in Preset]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Sheet, ...]]:
    """The pages of all documents of this module, printed in one go."""
    folder = tmp_path_factory.mktemp("layout")
    contents = {
        **sample_minutes(),
        **{_file(name, Preset.GB9704): minutes_docx(text, OFFICE) for name, text in ANY.items()},
        **{_file(name, Preset.GB33476): minutes_docx(text, CLOSE, close()) for name, text in ANY.items()},
        **{name: minutes_docx(record(24), OFFICE, edited(edits)) for name, (_told, edits) in FAULTS.items()},
    }
    return _printed(contents, folder)


def _printed(contents: Mapping[str, bytes], folder: Path) -> Mapping[str, tuple[Sheet, ...]]:
    for name, content in contents.items():
        (folder / f"{name}.docx").write_bytes(content)
    with press(ENVIRONMENT) as ready:
        assert isinstance(ready, Press), ready
        results = list(print_documents([folder / f"{name}.docx" for name in contents], ready))
    assert [result.document for result in results if result.pdf is None] == []
    return {Path(result.document).stem: sheets_of(result.pdf or b"") for result in results}


def _file(name: str, preset: Preset) -> str:
    return name if preset is Preset.GB9704 else f"{name} ({preset})"


def close() -> Template:
    """The template of the minutes for that office."""
    path = template_file(None, DocumentName.MINUTES, Edition.ZH)
    data = dressed(path.read_bytes(), DocumentName.MINUTES, office_of(CLOSE).house)
    compiled = compile_template(data, path.name)
    assert isinstance(compiled, Template), compiled
    return compiled


def told(sheets: tuple[Sheet, ...], preset: Preset = Preset.GB9704) -> list[str]:
    problems = layout_problems(sheets, "a.pdf", preset)
    return [f"{problem.place.where}: {problem.code}: {problem.message}" for problem in problems]


@pytest.mark.parametrize("name", NAMES)
def test_the_minutes_of_a_sample_are_printed_as_the_standard_asks(
    name: str, printed: Mapping[str, tuple[Sheet, ...]]
) -> None:
    assert told(printed[name]) == []


@pytest.mark.parametrize(("name", "preset"), BY_PRESET)
def test_minutes_are_printed_as_the_preset_asks(
    name: str, preset: Preset, printed: Mapping[str, tuple[Sheet, ...]]
) -> None:
    assert told(printed[_file(name, preset)], preset) == []


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory, libreoffice_profile: Path) -> Mapping[str, tuple[Sheet, ...]]:
    """The pages of one document of each sort, saved by LibreOffice before they were printed."""
    folder = tmp_path_factory.mktemp("saved")
    contents = {name: minutes_docx(ANY[name], OFFICE) for name in SAVED}
    return _printed(saved_again(contents, folder / "again", libreoffice_profile), folder)


@pytest.mark.parametrize("name", SAVED)
def test_minutes_that_libreoffice_has_saved_are_still_as_the_standard_asks(
    name: str, saved: Mapping[str, tuple[Sheet, ...]]
) -> None:
    assert told(saved[name]) == []


@pytest.mark.parametrize("name", ANY)
def test_word_would_open_the_minutes_without_a_complaint(name: str) -> None:
    assert audit(minutes_docx(ANY[name], OFFICE)) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_template_is_told(fault: str, printed: Mapping[str, tuple[Sheet, ...]]) -> None:
    found = told(printed[fault])
    assert [each for each in found if FAULTS[fault][0] in each] != [], found


def test_long_minutes_are_long(printed: Mapping[str, tuple[Sheet, ...]]) -> None:
    assert len(printed["half a page"]) == 1
    assert len(printed["forty pages"]) >= 40


@pytest.mark.parametrize("preset", Preset)
def test_every_full_page_has_22_lines_and_every_full_line_of_hanzi_28_characters(
    preset: Preset, printed: Mapping[str, tuple[Sheet, ...]]
) -> None:
    pages = dict(text_of(printed[_file("forty pages", preset)]))
    full = {number: lines for number, lines in pages.items() if 1 < number < len(pages) - 3}
    assert {len(lines) for lines in full.values()} == {22}
    hanzi = {line.text for lines in full.values() for line in lines if re.fullmatch(r"[一-鿿]{27,}", line.text)}
    assert hanzi
    assert {len(text) for text in hanzi} == {28}
