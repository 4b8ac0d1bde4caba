"""Reading Word files that people have edited: their texts as they are once every change is accepted, and who made them.

Recorded and unrecorded changes are read alike. A walk of our own: python-docx shows a paragraph with recorded changes
without what was deleted *and* without what was written instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiyao.ooxml.markup import Element, parse
from jiyao.ooxml.names import w
from jiyao.ooxml.package import Package, open_package
from jiyao.problems import Problem
from jiyao.review.baseline import NAMESPACE, Baseline, baseline_of
from jiyao.review.returned import Remark, Returned, Row, clean
from jiyao.review.word_sheet import AUTHOR, WIDTHS, bookmark_of

_GONE = frozenset((w("del"), w("moveFrom")))
"""What a reviewer has taken away; what they brought is in `ins` and `moveTo`."""
_NO_TEXT = frozenset((w("instrText"), w("delText"), w("pPr"), w("rPr")))
_SIGNS = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-"}


def read_word_sheet(data: bytes, file: str) -> Returned | tuple[Problem, ...]:
    """A returned review sheet, or why it cannot be read; its rows are none where it is another Word file."""
    package = open_package(data, file)
    if isinstance(package, tuple):
        return package
    root = parse(package.read(package.main))
    base = _baseline(package)
    if root is None:
        return Returned("docx", base, ())
    remarks = _comments(package)
    names = {bookmark_of(each.id): each.id for each in base.segments} if base else {}
    rows = (_row(each, remarks, names) for each in root.iter(w("tr")) if not _is_deleted(each))
    return Returned("docx", base, tuple(row for row in rows if row is not None))


def accepted(element: Element) -> str:
    """The text of an element with all changes accepted; a new line for each paragraph but the first."""
    return "\n".join("".join(pieces) for pieces in _lines(element))


def authors(element: Element) -> tuple[str, ...]:
    """Who has recorded changes in it, each once, as their program calls them."""
    marks = element.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo"))
    return tuple(dict.fromkeys(name for each in marks if (name := each.get(w("author"), ""))))


def _lines(element: Element) -> Iterator[list[str]]:
    """The pieces of each paragraph; one whose mark was deleted runs on into the next one."""
    line: list[str] = []
    for paragraph in element.iter(w("p")):
        line += _pieces(paragraph)
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}")
        if mark is None:
            yield line
            line = []
    if line:
        yield line


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or child.tag in _NO_TEXT:
            continue
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[str(child.tag)]
        elif child.tag != w("p"):  # of a text box: it is met as a paragraph
            yield from _pieces(child)


def _row(row: Element, comments: Mapping[str, Remark], names: Mapping[str, str]) -> Row | None:
    """A row of the table; None for its head, and for rows of other tables."""
    cells = row.findall(w("tc"))
    if len(cells) != len(WIDTHS) or row.find(f"{w('trPr')}/{w('tblHeader')}") is not None:
        return None
    marks = [names[name] for each in cells[2].iter(w("bookmarkStart")) if (name := each.get(w("name"), "")) in names]
    lines = [line for line in accepted(cells[0]).split("\n") if line.strip()]
    # The bookmark is lost where somebody has pasted over the whole cell, the id in sight where it was cut.
    seen = clean(lines[-1]) if lines else ""
    identity = seen if seen in names.values() or not marks else marks[0]
    there = [comments[key] for each in row.iter(w("commentReference")) if (key := each.get(w("id"), "")) in comments]
    note = clean(accepted(cells[4]))
    remarks = (*there, *([Remark(next(iter(authors(cells[4])), ""), note)] if note else []))
    return Row(identity, clean(accepted(cells[1])), accepted(cells[2]), remarks, authors(cells[2]))


def _is_deleted(row: Element) -> bool:
    return row.find(f"{w('trPr')}/{w('del')}") is not None


def _comments(package: Package) -> dict[str, Remark]:
    """The comments that are not ours, by id."""
    part = next((name for name in package if name.endswith("word/comments.xml")), "")
    root = parse(package.read(part)) if part else None
    found: dict[str, Remark] = {}
    for each in root.iter(w("comment")) if root is not None else ():
        author = each.get(w("author"), "")
        if author != AUTHOR:
            found[each.get(w("id"), "")] = Remark(author, clean(accepted(each)))
    return found


def _baseline(package: Package) -> Baseline | None:
    """What was handed out, in whichever custom part it stands by now: programs number these anew."""
    for name in package:
        if name.startswith("customXml/") and name.endswith(".xml"):
            root = parse(package.read(name))
            if root is not None and root.tag == f"{{{NAMESPACE}}}baseline":
                return baseline_of(root.text or "")
    return None
