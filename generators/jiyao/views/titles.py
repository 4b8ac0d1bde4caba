"""Titles of more than one line, broken by sense: 回行时，要做到词意完整 (GB/T 9704-2012, 7.3.1).

The lines of a title make a trapezoid or a rhombus: lines of one length, or one that is much shorter, are neither. A
record that breaks its title itself is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate, combinations, pairwise
from typing import TYPE_CHECKING

from jiyao.views.cells import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jiyao.views.fragments import Run

LINE = 20
"""字 of 二号 in a line of the text area (5.2.1, 7.3.1)."""
GAP, BOUNDARY = 0.25, re.compile(r"[A-Za-z0-9][㐀-鿿]|[㐀-鿿][A-Za-z0-9]")
"""字 that Word and LibreOffice leave between a Chinese character and a figure or a Latin letter."""
LEAST_SHARE = 0.3
"""How much of the longest line the last one takes at least."""
MOST_LINES = 4
"""A title of more is left to Word."""

GOOD, FAIR, WAIST, POOR = 0.0, 1.5, 3.0, 10.0
"""What a break costs, by what stands at it; a line that is longer or shorter than another by one 字 costs 0.5."""
WORDS = (
    "会议纪要 会议 纪要 的通知 工作 问题 情况 有关 关于 联席 专题 领导 小组 协作 配合 机制 建设 推进 改造 整治 行动 "
    "安排 部署 研究 落实 推动 专项 排查 治理 保障 管理 监督 安全 生产 生态 环境 应急 预案 计划 方案 规划 改革 发展 "
    "经济 社会 重大 重点 项目"
)
NUMBERS = "第?[0-9〇一二三四五六七八九十百]+[年月日次届期号个项]?|[A-Za-z0-9.,%-]+"
QUOTED = "“[^”]{1,18}”|《[^》]{1,18}》|[㐀-鿿]{2}（扩大）会议"
NO_BREAK = re.compile(f"{NUMBERS}|{QUOTED}|{WORDS.replace(' ', '|')}")
"""What stands in one line: numbers with what they count, what is in quotes, words that titles are made of."""
OF_BODIES = "局厅委院部处科室办市县区省"
AFTER = re.compile(
    rf"[的暨和与及、，）》”]|第[0-9一二三四五六七八九十]+次|季度|(?:[{OF_BODIES}]|公司|集团|中心|小组|支队|机制|行动)(?=[^{OF_BODIES}公集中小支]{{2}})"
)
BEFORE = re.compile("[《（“]|关于|工作|专题|联席|会议纪要|第[0-9一二三四五六七八九十]+[次届]")


def by_sense(runs: Sequence[Run], words: Iterable[str] = ()) -> tuple[Run, ...]:
    """The runs of a title with a new line wherever one is to begin; none where it fits one line.

    `words` are names that are not parted either, and after which a line may well end.
    """
    text = "".join(run.text for run in runs)
    if "\n" in text or not LINE < _reached(text)[-1] <= LINE * MOST_LINES:
        return tuple(runs)
    breaks = _best(text, tuple(words))
    return tuple(_broken(runs, breaks))


def _broken(runs: Sequence[Run], breaks: Sequence[int]) -> Iterator[Run]:
    start = 0
    for run in runs:
        end = start + len(run.text)
        edges = [start, *(each for each in breaks if start < each < end), end]
        pieces = [run.text[one - start : other - start] for one, other in pairwise(edges)]
        # A line that begins with a run of its own is broken before it.
        yield replace(run, text=("\n" if start in breaks else "") + "\n".join(pieces))
        start = end


def _best(text: str, words: tuple[str, ...]) -> tuple[int, ...]:
    """Where lines begin: the fewest lines that hold the title, and of these the best."""
    costs = _costs(text, words)
    reached = _reached(text)
    for lines in range(2, MOST_LINES + 1):
        found = [
            (_shape(lengths) + sum(costs[at] for at in breaks), breaks)
            for breaks in combinations(sorted(costs), lines - 1)
            if max(lengths := _lengths(reached, breaks)) <= LINE
        ]
        if found:
            return min(found)[1]
    return ()


def _reached(text: str) -> list[float]:
    """How far each character begins from the beginning of the title; beside figures there is a gap."""
    gaps = (GAP if BOUNDARY.match(text[max(0, at - 1) : at + 1]) else 0 for at in range(len(text)))
    return [0.0, *accumulate(width(char) + gap for char, gap in zip(text, gaps, strict=True))]


def _lengths(reached: Sequence[float], breaks: Sequence[int]) -> tuple[float, ...]:
    edges = (0, *breaks, len(reached) - 1)
    return tuple(reached[end] - reached[start] for start, end in pairwise(edges))


def _shape(lengths: Sequence[float]) -> float:
    """What the lengths cost: lines should differ a little, and not by much, and none be a leftover."""
    uneven = max(lengths) - min(lengths)
    leftover = lengths[-1] < max(lengths) * LEAST_SHARE
    waist = len(lengths) > 2 and lengths[1] < min(lengths[0], lengths[-1])  # noqa: PLR2004 (a line with two others)
    return uneven * 0.5 + (FAIR if uneven < 1 else 0) + (WAIST if waist else 0) + (POOR if leftover else 0)


def _costs(text: str, words: tuple[str, ...]) -> dict[int, float]:
    """What a break costs before each character that may begin a line."""
    costs = dict.fromkeys(range(1, len(text)), POOR)
    for found in AFTER.finditer(text):
        costs[found.end()] = min(costs.get(found.end(), POOR), FAIR)
    for found in BEFORE.finditer(text):
        if found.start():
            costs[found.start()] = FAIR if found[0] in {"会议纪要", "工作"} else GOOD
    for word in words:
        for found in re.finditer(re.escape(word), text) if len(word) > 1 else ():
            costs = {at: cost for at, cost in costs.items() if not found.start() < at < found.end()}
            costs[found.end()] = GOOD
    for found in NO_BREAK.finditer(text):
        costs = {at: cost for at, cost in costs.items() if not found.start() < at < found.end()}
    # No line begins with a mark that closes, none ends with one that opens.
    return {
        at: cost
        for at, cost in costs.items()
        if 0 < at < len(text) and text[at] not in "、，。）》”" and text[at - 1] not in "（《“"
    }
