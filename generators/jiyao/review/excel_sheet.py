"""The review sheet as an Excel workbook; what was handed out is on a second sheet that is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jiyao.ooxml.archive import Entry, read_archive
from jiyao.ooxml.escaping import DECLARATION, escape
from jiyao.ooxml.markup import Element, parse
from jiyao.ooxml.names import OFFICE_RELATIONSHIPS, RELATIONSHIPS, TYPES
from jiyao.ooxml.parts import write_package
from jiyao.ooxml.rows import row_height
from jiyao.problems import Problem
from jiyao.review.baseline import baseline_of
from jiyao.review.handout import Handout
from jiyao.review.returned import Remark, Returned, Row, clean

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BASELINE = "jiyao"
"""The name of the hidden sheet."""
MOST = 30_000
"""Characters of one cell; Excel takes 32,767."""
WIDTHS = (16, 46, 60, 24, 24)
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")


def excel_sheet(handout: Handout) -> bytes:
    """The segments of one record, one a row; the first row says what the columns are."""
    texts = handout.baseline.segments
    rows = [(each.id, each.zh, each.en, "\n".join(handout.checks.get(each.id, ())), "") for each in texts]
    kept = handout.baseline.as_json()
    chunks = [(kept[start : start + MOST],) for start in range(0, len(kept), MOST)]
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" style="1" customWidth="1"/>'
        for number, width in enumerate(WIDTHS, start=1)
    )
    frozen = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView>'
    paper = '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _rels({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": _WORKBOOK,
        "xl/_rels/workbook.xml.rels": _rels({"worksheet": "worksheets/sheet1.xml"}, "worksheets/sheet2.xml"),
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": _sheet(
            [handout.headings, *rows], f"{fit}{frozen}</sheetViews><cols>{columns}</cols>", paper, WIDTHS
        ),
        "xl/worksheets/sheet2.xml": _sheet(chunks, "", ""),
    }
    return write_package({name: text.encode() for name, text in parts.items()})


def read_excel(data: bytes, file: str) -> Returned | tuple[Problem, ...]:
    """A returned workbook, whoever saved it, or why it cannot be read."""
    entries = read_archive(data, file)
    if isinstance(entries, tuple):
        return entries
    sheets = dict(_sheets(entries))
    kept = "".join(row.get("A", "") for _number, row in sorted(sheets.pop(BASELINE, {}).items()))
    remarks = _comments(entries)
    base = baseline_of(kept)
    rows = next(iter(sheets.values()), dict[int, dict[str, str]]())
    back = tuple(
        Row(
            clean(row["A"]),
            clean(row.get("B", "")),
            row.get("C", ""),
            (*remarks.get(number, ()), *([Remark("", clean(row["E"]))] if clean(row.get("E", "")) else [])),
        )
        for number, row in sorted(rows.items())
        if number > 1 and clean(row.get("A", ""))
    )
    return Returned("xlsx", base, back if base else ())


def _sheets(entries: Mapping[str, Entry]) -> Iterator[tuple[str, dict[int, dict[str, str]]]]:
    """The cells of each sheet by row and column, in the order of the workbook."""
    workbook, rels = _part(entries, "xl/workbook.xml"), _part(entries, "xl/_rels/workbook.xml.rels")
    if workbook is None or rels is None:
        return
    targets = {each.get("Id"): each.get("Target", "").rpartition("xl/")[2].lstrip("/") for each in rels}
    shared = _shared(entries)
    for sheet in workbook.iter(f"{{{SHEET}}}sheet"):
        root = _part(entries, f"xl/{targets.get(sheet.get(f'{{{OFFICE_RELATIONSHIPS}}}id'), '')}")
        if root is not None:
            yield sheet.get("name", ""), _cells(root, shared)


def _cells(root: Element, shared: list[str]) -> dict[int, dict[str, str]]:
    rows: dict[int, dict[str, str]] = {}
    for cell in root.iter(f"{{{SHEET}}}c"):
        found = _REFERENCE.fullmatch(cell.get("r", ""))
        if not found:
            continue
        value = cell.findtext(f"{{{SHEET}}}v") or ""
        if cell.get("t") == "s" and value.isdecimal() and int(value) < len(shared):
            value = shared[int(value)]
        elif cell.get("t") == "inlineStr":
            value = _text(cell)
        rows.setdefault(int(found[2]), {})[found[1]] = value
    return rows


def _shared(entries: Mapping[str, Entry]) -> list[str]:
    root = _part(entries, "xl/sharedStrings.xml")
    return [] if root is None else [_text(each) for each in root.iter(f"{{{SHEET}}}si")]


def _comments(entries: Mapping[str, Entry]) -> dict[int, tuple[Remark, ...]]:
    """The comments on the review sheet, by row."""
    found: dict[int, tuple[Remark, ...]] = {}
    for name in entries:
        root = _part(entries, name) if re.fullmatch(r"xl/(?:.*/)?comments\d*\.xml", name) else None
        if root is None:
            continue
        authors = [each.text or "" for each in root.iter(f"{{{SHEET}}}author")]
        for comment in root.iter(f"{{{SHEET}}}comment"):
            where = _REFERENCE.fullmatch(comment.get("ref", ""))
            number = comment.get("authorId", "")
            author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
            if where:
                row = int(where[2])
                found[row] = (*found.get(row, ()), Remark(author, clean(_text(comment))))
    return found


def _part(entries: Mapping[str, Entry], name: str) -> Element | None:
    return parse(entries[name].unpacked()) if name in entries else None


def _text(element: Element) -> str:
    """What a cell shows: not how its Chinese is read aloud, which Excel keeps beside it."""
    texts = (
        each for each in element.iter(f"{{{SHEET}}}t") if not any(True for _ in each.iterancestors(f"{{{SHEET}}}rPh"))
    )
    return "".join(each.text or "" for each in texts)


def _sheet(rows: Iterable[Sequence[str]], before: str, after: str, widths: Sequence[float] = ()) -> str:
    lines = "".join(
        f'<row r="{number}" ht="{row_height(zip(row, widths, strict=False))}">'
        + "".join(
            f'<c r="{column}{number}" s="{2 if number == 1 else 1}" t="inlineStr"><is>'
            f'<t xml:space="preserve">{escape(text)}</t></is></c>'
            for column, text in zip("ABCDE", row, strict=False)
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    return f'{DECLARATION}<worksheet xmlns="{SHEET}">{before}<sheetData>{lines}</sheetData>{after}</worksheet>'


def _rels(targets: Mapping[str, str], *sheets: str) -> str:
    kinds = [*targets.items(), *(("worksheet", each) for each in sheets)]
    kinds += [("styles", "styles.xml")] if sheets else []
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE_RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(kinds, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>'


_TYPES = (
    f'{DECLARATION}<Types xmlns="{TYPES}"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
    f'ContentType="{_KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{_KIND}.worksheet+xml"/></Types>'
)
_WORKBOOK = (
    f'{DECLARATION}<workbook xmlns="{SHEET}" xmlns:r="{OFFICE_RELATIONSHIPS}"><sheets>'
    f'<sheet name="Review" sheetId="1" r:id="rId1"/><sheet name="{BASELINE}" sheetId="2" state="hidden" r:id="rId2"/>'
    "</sheets></workbook>"
)
_STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{SHEET}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="2"><border/><border>'
    '<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>'
    '<xf numFmtId="49" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>'
)
