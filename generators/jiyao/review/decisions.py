"""The review page: one file for a browser, without a net, and the decisions that are downloaded from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from importlib.resources import files
from typing import cast

from jiyao.review.baseline import baseline_of
from jiyao.review.handout import Handout
from jiyao.review.returned import Remark, Returned, Row

FORMAT = "jiyao-decisions/1"


def review_page(handout: Handout) -> bytes:
    """The page; all that it needs is in it, and its rules let it fetch nothing."""
    base = handout.baseline
    rows = [
        {
            "id": each.id,
            "label": each.label,
            "zh": each.zh,
            "en": each.en,
            "locked": each.is_locked,
            "checks": list(handout.checks.get(each.id, ())),
        }
        for each in base.segments
    ]
    data = {"format": FORMAT, "key": base.key, "baseline": base.as_json(), "rows": rows}
    # `<` would end the script that the data stands in.
    said = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    page = files("jiyao.review").joinpath("page.html").read_text("utf-8")
    page = page.replace("<!--title-->", escape(base.title)).replace("<!--how-->", escape(handout.how))
    return page.replace("/*data*/null", said).encode()


def read_decisions(data: bytes) -> Returned | None:
    """The decisions of a review page; None where the file holds none."""
    try:
        said = json.loads(data)
        if said["format"] != FORMAT:
            return None
        rows = tuple(map(_row, cast("list[Mapping[str, object]]", said["rows"])))
        return Returned("html", baseline_of(str(said["baseline"])), rows)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _row(said: Mapping[str, object]) -> Row:
    author = str(said.get("author", ""))
    note = str(said.get("note", "")).strip()
    dismissed = cast("list[str]", said.get("dismissed", []))
    remarks = (*([note] if note else []), *map(str, dismissed))
    return Row(str(said["id"]), None, str(said["en"]), tuple(Remark(author, each) for each in remarks))
