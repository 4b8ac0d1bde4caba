"""The summary as one web page that needs nothing else: no script, nothing fetched, charts as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from jiyao.documents.charts.svg import svg
from jiyao.documents.web.safety import policy_of
from jiyao.views.summary.view import Block, BlockRole, CellRole, Row, SummaryView

STYLE = """
:root { color-scheme: light; --ink: #1c1e21; --quiet: #5a6068; --line: #c9cdd2; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 50rem; padding: 1.5rem 1rem 4rem; color: var(--ink); background: #fff;
  font: 1.0625rem/1.75 "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, Georgia, serif; }
h1, h2, h3, caption, figcaption, th {
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", Arial, sans-serif; }
h1 { text-align: center; font-size: 1.6rem; line-height: 1.4; white-space: pre-line; margin-bottom: .25rem; }
.date { text-align: center; color: var(--quiet); margin-top: 0; }
h2 { font-size: 1.3rem; margin-top: 2.5rem; } h3 { font-size: 1.08rem; }
nav ol { list-style: none; padding: 0; } nav .second { padding-left: 2em; } nav a { color: inherit; }
.table { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.45; }
caption, figcaption { font-size: .9375rem; font-weight: 600; padding: .4rem; text-align: center; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; } th { background: #f2f4f6; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 1.5rem 0; } svg { width: 100%; height: auto; font: 13px Arial, "Noto Sans CJK SC", sans-serif; }
svg .grid { stroke: #e2e4e7; } .note { color: var(--quiet); font-size: .9rem; }
@media print { h2, h3 { break-after: avoid; } figure, tr { break-inside: avoid; } }
"""


def summary_page(view: SummaryView) -> bytes:
    """The page as UTF-8. Its content policy lets nothing in, and every text of a record is escaped."""
    body = "\n".join(_body(view))
    policy = escape(policy_of(f"<style>{STYLE}</style>"))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(view.properties.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(view.properties.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n"
        "</html>\n"
    ).encode()


def _body(view: SummaryView) -> Iterator[str]:
    yield f"<header><h1>{escape(view.title)}</h1>"
    yield f'<p class="date">{escape(view.subtitle)}</p></header>'
    yield f'<nav aria-label="{escape(view.contents_title)}"><ol>'
    for number, entry in enumerate(view.contents, start=1):
        second = ' class="second"' if entry.level > 1 else ""
        yield f'<li{second}><a href="#h{number}">{escape(entry.text)}</a></li>'
    yield "</ol></nav><main>"
    heading = 0
    captions = _captions(view.body)
    for index, block in enumerate(view.body):
        if block.role in {BlockRole.HEADING_1, BlockRole.HEADING_2}:
            heading += 1
            name = "h2" if block.role is BlockRole.HEADING_1 else "h3"
            yield f'<{name} id="h{heading}">{escape(block.text)}</{name}>'
        elif block.role is BlockRole.TABLE:
            yield _table(block, captions[index])
        elif block.role is BlockRole.CHART:
            yield f"<figure>{svg(block.chart[0])}<figcaption>{escape(captions[index])}</figcaption></figure>"
        elif block.role in {BlockRole.BODY, BlockRole.NOTE}:
            note = ' class="note"' if block.role is BlockRole.NOTE else ""
            yield f"<p{note}>{escape(block.text)}</p>"
    yield "</main>"


def _captions(blocks: tuple[Block, ...]) -> dict[int, str]:
    """What belongs to each table, from above it, and to each chart, from below it."""
    above = {index + 1: block.text for index, block in enumerate(blocks) if block.role is BlockRole.CAPTION}
    below = {index - 1: block.text for index, block in enumerate(blocks) if block.role is BlockRole.FIGURE}
    return above | below


def _table(block: Block, caption: str) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in block.head)
    rows = "".join(_row(row) for row in block.rows)
    return (
        f'<div class="table" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: Row) -> str:
    cells = (
        f'<td class="number">{escape(cell.text)}</td>'
        if cell.role is CellRole.NUMBER
        else f"<td>{escape(cell.text)}</td>"
        for cell in row.cells
    )
    return f"<tr>{''.join(cells)}</tr>"
