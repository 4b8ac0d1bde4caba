"""The names of bodies in Chinese: in full where a document first names them, then short.

A short form that is no part of the full name is declared at that place where the document uses it again:
示例市应急管理局（以下简称市应急局）.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jiyao.records.people import Organisation
    from jiyao.views.fragments import Paragraph, Run


def in_full_first(written: Sequence[Paragraph], bodies: Iterable[Organisation]) -> Iterator[Paragraph]:
    """The paragraphs with each body named in full at its first mention; the record's own texts stay as they are."""
    known = tuple(bodies)
    fulls = {each.short.zh: each.name.zh for each in known if each.short and each.short.zh and each.name.zh}
    fulls = {short: full for short, full in fulls.items() if short != full}
    if not fulls:
        yield from written
        return
    # The longest first, and bodies without a short form too: 市政府办公室 is not 市政府, 某市水利局 is not 某市.
    every = {*fulls, *(each.name.zh for each in known if each.name.zh)}
    names = re.compile("|".join(map(re.escape, sorted(every, key=len, reverse=True))))
    naming = _Naming(names, fulls, Counter(names.findall("".join(paragraph.text for paragraph in written))))
    for paragraph in written:
        yield replace(paragraph, runs=tuple(map(naming.run, paragraph.runs)))


class _Naming:
    """What has been named so far, and how often each name is still to come."""

    def __init__(self, names: re.Pattern[str], fulls: Mapping[str, str], to_come: Counter[str]) -> None:
        self._names, self._fulls, self._to_come = names, fulls, to_come
        self._named: set[str] = set()

    def run(self, run: Run) -> Run:
        """The run, the names in it set as their turn asks; a text of the record is only read."""
        text = self._names.sub(lambda found: self._name(found[0]), run.text)
        return run if run.source else replace(run, text=text)

    def _name(self, name: str) -> str:
        self._to_come[name] -= 1
        full = self._fulls.get(name, name)
        if full in self._named:
            return name
        self._named.add(full)
        short = next((short for short, long in self._fulls.items() if long == full), full)
        declared = f"（以下简称{short}）" if self._to_come[short] > 0 and short not in full else ""
        return full + declared
