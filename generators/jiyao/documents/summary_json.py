"""The figures of a summary as JSON, for other programs."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any, cast

from jiyao.languages.text import Text
from jiyao.records.attendance import Count
from jiyao.records.kinds import Kind
from jiyao.views.summary.figures import Summary
from jiyao.views.summary.rates import Mean, Rate


def summary_json(summary: Summary, *, people: bool = False) -> bytes:
    """Every figure by its name; a rate with its parts and its share, a text in the languages that it has.

    Attendance by person is left out unless `people` asks for it.
    """
    now = cast("dict[str, Any]", _value(summary))
    for figures in (now["now"], now["before"], *(office["figures"] for office in now["offices"])):
        if figures and not people:
            del figures["attended"]["people"]
            for meeting in cast("list[dict[str, Any]]", figures["meetings"]):
                del meeting["seats"]
    return (json.dumps(now, ensure_ascii=False, indent=1) + "\n").encode()


def _value(value: object) -> object:
    """A value as JSON has it."""
    known = next((as_json for kind, as_json in _KINDS.items() if isinstance(value, kind)), None)
    if known is not None:
        return known(value)
    if not isinstance(value, tuple):
        return value
    names: tuple[str, ...] | None = getattr(cast(object, value), "_fields", None)
    listed = [_value(each) for each in cast("tuple[object, ...]", value)]
    return dict(zip(names, listed, strict=True)) if names else listed


_KINDS: Mapping[type[object], Callable[[Any], object]] = {
    Text: lambda text: {name: said for name, said in (("zh", text.zh), ("en", text.en)) if said},
    Kind: lambda kind: kind.key,
    Count: lambda count: {"number": count.number, "at_least": count.at_least},
    Rate: lambda rate: {**rate._asdict(), "share": rate.share},
    Mean: lambda mean: {**mean._asdict(), "mean": mean.value},
    dt.date: dt.date.isoformat,
}
"""What is said otherwise than by its fields."""
