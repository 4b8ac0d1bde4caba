"""What came back as one page for a browser."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from jiyao.review.differences import Act, differences
from jiyao.review.merging import Outcome

_TAGS = {Act.KEPT: "span", Act.GONE: "del", Act.NEW: "ins"}
_STYLE = (
    "body{font:16px/1.5 serif;margin:1.5em}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.4em;"
    "vertical-align:top;text-align:left}del{background:#ffd7d5}ins{background:#ccffd8;text-decoration:none}"
    "small{color:#666}"
)


def web_report(title: str, headings: Sequence[str], outcomes: Sequence[Outcome], fates: Sequence[str]) -> bytes:
    """A table of the outcomes, as in the Word report; nothing is fetched for it."""
    head = "".join(f"<th>{escape(each)}</th>" for each in headings)
    rows = "".join(_row(each, fate) for each, fate in zip(outcomes, fates, strict=True))
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></body></html>\n"
    ).encode()


def _row(outcome: Outcome, fate: str) -> str:
    pieces = "".join(
        f"<{_TAGS[each.act]}>{escape(each.text)}</{_TAGS[each.act]}>"
        for each in differences(outcome.base, outcome.theirs)
    )
    remarks = "<br>".join(escape(f"{each.author}: {each.text}") for each in outcome.row.remarks)
    cells = (
        f"{escape(outcome.label)}<br><small>{escape(outcome.id)}</small>",
        escape(outcome.zh),
        f'<span lang="en">{pieces}</span>',
        escape(fate),
        remarks,
    )
    return f"<tr>{''.join(f'<td>{each}</td>' for each in cells)}</tr>"
