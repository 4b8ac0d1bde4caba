"""docxtpl as the oracle: what it makes of a template, and where we mean to make something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from corpus import Case, Values
from jiyao.ooxml.markup import Element
from tiny_docx import W, read_parts

DOCX_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
CORE = "docProps/core.xml"
NOT_VISITED = (
    "word/endnotes.xml",
    "word/comments.xml",
    "word/charts/chart1.xml",
    "docProps/app.xml",
    "docProps/custom.xml",
)


def w(name: str) -> str:
    return f"{{{W}}}{name}"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that we mean to do otherwise, how to make both alike in it, and a template that shows it.

    What is a loss of docxtpl's (a text that vanishes, a property escaped twice, code run out of a record) is kept out
    of the comparison instead: by values that do not meet with it, or by asking docxtpl not to (`_Careful`).
    """

    reason: str
    make_alike: Callable[[str, Element], None]
    shown_by: str
    alone: bool = False
    """No other template shows it, and none other shall."""


def _no_marks_of_spaces(_part: str, root: Element) -> None:
    for each in root.iter(w("t")):
        each.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", "")


def _runs_in_one(_part: str, root: Element) -> None:
    for each in list(root.iter(w("r"))):
        before = each.getprevious()
        if before is not None and before.tag == each.tag and _look(before) == _look(each):
            before.extend([child for child in each if child.tag != w("rPr")])
            cast(Element, each.getparent()).remove(each)


def _look(run: Element) -> bytes:
    properties = run.find(w("rPr"))
    return b"" if properties is None else etree.tostring(properties, method="c14n", with_tail=False)


def _no_empty_properties(part: str, root: Element) -> None:
    for each in list(root) if part == CORE else ():
        if not each.text:
            root.remove(each)


def _no_numbers_of_drawings(part: str, root: Element) -> None:
    for each in root.iter(DOCX_PR) if part != "word/document.xml" else ():
        each.set("id", "")


def _no_blanks_in_drawings(_part: str, root: Element) -> None:
    for drawing in root.iter(w("drawing")):
        for each in drawing.iter():
            each.text, each.tail = (each.text or "").strip() or None, (each.tail or "").strip() or None


def _no_grid_without_rows(_part: str, root: Element) -> None:
    for each in root.iter(w("tbl")):
        if each.find(w("tr")) is None:
            _without_grid(each)


def _no_grid(_part: str, root: Element) -> None:
    for each in root.iter(w("tbl")):
        _without_grid(each)


def _no_drawn_numbers(_part: str, root: Element) -> None:
    for each in root.iter(w("nsid")):
        each.set(w("val"), "")


def _without_grid(grid_of: Element) -> None:
    for each in grid_of.findall(w("tblGrid")):
        grid_of.remove(each)


MEANT = (
    Difference(
        "We keep the spaces of every text. docxtpl forgets the mark for it in a text that a tag was merged into.",
        _no_marks_of_spaces,
        "texts that are drawn together",
    ),
    Difference(
        "A tab of a value stays in its run, as Word writes it. docxtpl ends the run, and begins another of that look.",
        _runs_in_one,
        "values between words",
    ),
    Difference(
        "A template's properties are filled, and no others made. docxtpl adds empty ones.",
        _no_empty_properties,
        "core properties",
    ),
    Difference(
        "Drawings are numbered through the whole document. docxtpl numbers those of the body alone.",
        _no_numbers_of_drawings,
        "a header and a footer with pictures of the template",
    ),
    Difference(
        "A picture of docxtpl's is written without the lines and blanks that python-docx puts between its elements.",
        _no_blanks_in_drawings,
        "a picture in a line",
    ),
    Difference(
        "A table of which no row is left keeps its grid. docxtpl takes the columns out of it.",
        _no_grid_without_rows,
        "rows in a loop",
    ),
    Difference(
        "The grid of a table follows its cells where tags stand for cells. docxtpl looks at every table, and narrows "
        "one of which a condition has left out some cells; Word and LibreOffice go by the cells anyway.",
        _no_grid,
        "a loop from the first cell to the last",
        alone=True,
    ),
    Difference(
        "A list that a sub-document brings has a number that docxcompose draws at random.",
        _no_drawn_numbers,
        "a sub document from a file",
        alone=True,
    ),
)
"""All differences that are meant."""


class _Careful(DocxTemplate):  # type: ignore[misc]  # docxtpl gives no types
    """docxtpl without two of its losses: properties are not escaped twice, and parts that it does not fill are."""

    def render_properties(self, context: dict[str, Any], jinja_env: Environment | None = None) -> None:  # noqa: ARG002  # its signature
        super().render_properties(context, Environment(autoescape=False))  # noqa: S701  # no markup is made of it

    def render_footnotes(self, context: dict[str, Any], jinja_env: Environment | None = None) -> None:
        super().render_footnotes(context, jinja_env)
        own = cast(Any, self)
        for part in own.docx.part.package.iter_parts():
            if str(part.partname).lstrip("/") in NOT_VISITED and b"{" in part.blob:
                xml = own.patch_xml(_drawn_in_one(part.blob.decode()))
                part._blob = own.render_xml_part(xml, part, context, jinja_env).encode()  # noqa: SLF001
                part._element = parse_xml(part._blob)  # noqa: SLF001  # for parts that python-docx has taken apart


def _drawn_in_one(xml: str) -> str:
    """A chart with its runs in one, since docxtpl does not know tags that a chart has split."""
    return xml.replace('</a:t></a:r><a:r><a:rPr lang="en-US"/><a:t>', "")


def docxtpl_makes(case: Case, values: Values) -> Mapping[str, bytes]:
    """The parts of the document that docxtpl makes."""
    document: Any = _Careful(BytesIO(case.template()))
    document.init_docx()
    document.render(case.values(document, values), autoescape=True)
    saved = BytesIO()
    document.save(saved)
    return read_parts(saved.getvalue())


def alike(name: str, part: str, data: bytes, *, but: str = "") -> bytes:
    """A part of a template's document in canonical XML, without the differences that are meant; `but` one is left."""
    if not part.endswith((".xml", ".rels")):
        return data
    root = etree.fromstring(data)
    if part.endswith(".rels") or part.startswith("["):
        return b"\n".join(sorted(_rows(root)))
    for each in MEANT:
        if each.reason != but and (not each.alone or name == each.shown_by):
            each.make_alike(part, root)
    return etree.tostring(root, method="c14n")


def _rows(root: Element) -> Iterator[bytes]:
    """The lines of a list whose order says nothing, and whose ids name nothing outside of it."""
    for each in root:
        yield etree.tostring(each, method="c14n", with_tail=False)
