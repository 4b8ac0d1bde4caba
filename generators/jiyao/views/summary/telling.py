"""The pieces of a summary in one language: headings with their numbers, sentences, tables with theirs, charts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from jiyao.languages.text import Language, Text
from jiyao.views.fragments import Chart, ChartForm, Series
from jiyao.views.lengths import mm
from jiyao.views.sentences import numeral
from jiyao.views.summary.rates import Rate
from jiyao.views.summary.view import Block, BlockRole, Cell, CellRole, Row

WIDTH, HEIGHT, LINE = mm(150), mm(64), mm(9)
"""The room of a chart, and what a bar takes."""
LEGEND, LEGEND_COLUMNS = mm(6), 3
"""What a line of the legend takes, and how many names stand in one."""

UNKNOWN = Text("不明", "unknown")
FIGURE_FORM = re.compile(r"[+-]?\d+(\.\d+)?%?( \(\d+/\d+\))?|[+-]\d.*|—( \(0/0\))?")
"""What is set to the right: numbers, shares with what they are made of, changes."""
NONE = Text("无", "none")
COUNTED = Text("{share}（{part}/{whole}）", "{share} ({part} of {whole})")
NOT_COUNTED = Text("，另有{n}项情况不明，未计入", "; {n:more case|more cases} of which this is unknown")
TABLE, FIGURE = Text("表{n}　{title}", "Table {n}. {title}"), Text("图{n}　{title}", "Figure {n}. {title}")
HEADINGS = {
    Language.ZH: ("{zh}、{text}", "（{zh}）{text}"),
    Language.EN: ("{n}. {text}", "{above}.{n} {text}"),
}
POINT = Text("{category}：{value}", "{category}: {value}")
BETWEEN, LAST = Text("；", "; "), Text("。", ".")
ALT = Text("{form}：{title}。{points}。", "{form}: {title}. {points}.")
FORMS = {
    ChartForm.COLUMNS: Text("柱形图", "Column chart"),
    ChartForm.STACKED: Text("堆积柱形图", "Stacked column chart"),
    ChartForm.BARS: Text("条形图", "Bar chart"),
    ChartForm.PIE: Text("饼图", "Pie chart"),
    ChartForm.LINE: Text("折线图", "Line chart"),
}


class Number(int):
    """A number in a sentence; in English `{n:meeting}` puts the word behind it, with an s where there are more."""

    def __format__(self, spec: str) -> str:
        if not spec:
            return str(int(self))
        one, _, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many or one + 's'}"


@dataclass(slots=True)
class Teller:
    """Says things in one language, numbers what has to be numbered, and notes which texts are missing in it."""

    language: Language
    missing: list[Text] = field(default_factory=list[Text])
    """The texts of records that do not exist in this language."""
    _numbers: list[int] = field(default_factory=lambda: [0, 0])
    _tables: int = 0
    _figures: int = 0

    def own(self, text: Text, **values: object) -> str:
        """A text of the program, with what stands in the place of its `{names}`."""
        shown = {name: Number(each) if type(each) is int else each for name, each in values.items()}
        return text.in_language(self.language).format(**shown)

    def of_record(self, text: Text) -> str:
        """A text of a record or an office; what is missing is noted, and the other language never stands in."""
        said = text.in_language(self.language)
        if text and not said:
            self.missing.append(text)
        return said

    def day(self, day: dt.date | None) -> str:
        """A day in a table, short and the same in both languages."""
        return str(day) if day else self.own(UNKNOWN)

    def number(self, value: float | None) -> str:
        """A mean, with one decimal."""
        return self.own(UNKNOWN) if value is None else f"{value:.1f}"

    def share(self, rate: Rate) -> str:
        """A share alone, for a cell beside those of its parts."""
        return f"{rate.share:.1%}" if rate.share is not None else "—"

    def rate(self, rate: Rate) -> str:
        """A share with what it is made of, and with what is not in it."""
        said = self.own(COUNTED, share=self.share(rate), part=rate.part, whole=rate.whole)
        return said + (self.own(NOT_COUNTED, n=rate.unknown) if rate.unknown else "")

    def heading(self, text: Text, level: int = 1) -> Block:
        """A heading with its number."""
        self._numbers = [self._numbers[0] + 1, 0] if level == 1 else [self._numbers[0], self._numbers[1] + 1]
        number = self._numbers[level - 1]
        form = HEADINGS[self.language][level - 1]
        said = form.format(zh=numeral(number), n=number, above=self._numbers[0], text=self.own(text))
        return Block(BlockRole.HEADING_1 if level == 1 else BlockRole.HEADING_2, said)

    def body(self, *sentences: str) -> Block:
        """A paragraph of sentences."""
        between = "" if self.language is Language.ZH else " "
        return Block(BlockRole.BODY, between.join(each for each in sentences if each))

    def note(self, text: Text, **values: object) -> Block:
        """What has to be known about a table."""
        return Block(BlockRole.NOTE, self.own(text, **values))

    def table(self, title: Text, head: Sequence[str], rows: Iterable[Sequence[object]]) -> tuple[Block, ...]:
        """A table below its title; numbers are set to the right."""
        self._tables += 1
        caption = Block(BlockRole.CAPTION, self.own(TABLE, n=self._tables, title=self.own(title)))
        return caption, Block(BlockRole.TABLE, head=tuple(head), rows=tuple(_row(each) for each in rows))

    def chart(
        self, name: str, form: ChartForm, title: str, categories: Sequence[str], series: Sequence[Series]
    ) -> tuple[Block, ...]:
        """A chart above its title, with its figures in words for those who cannot see it."""
        self._figures += 1
        is_share = any(0 < (value or 0) < 1 for each in series for value in each.values)
        lines = len(categories) if form is ChartForm.BARS else len(series) // LEGEND_COLUMNS
        height = mm(max(HEIGHT.mm, 30 + LINE.mm * lines) if form is ChartForm.BARS else HEIGHT.mm + LEGEND.mm * lines)
        points = self.own(BETWEEN).join(self._points(categories, each, is_share=is_share) for each in series)
        alt = self.own(ALT, form=self.own(FORMS[form]), title=title, points=points)
        drawn = Chart(name, form, "", tuple(categories), tuple(series), alt, WIDTH, height, is_share)
        caption = self.own(FIGURE, n=self._figures, title=title)
        return Block(BlockRole.CHART, chart=(drawn,)), Block(BlockRole.FIGURE, caption)

    def _points(self, categories: Sequence[str], series: Series, *, is_share: bool) -> str:
        said = [
            f"{category} {self.own(UNKNOWN) if value is None else f'{value:.1%}' if is_share else f'{value:g}'}"
            for category, value in zip(categories, series.values, strict=True)
            if value != 0
        ]
        between = "，" if self.language is Language.ZH else ", "
        return self.own(POINT, category=series.name, value=between.join(said) or self.own(NONE))


def _row(cells: Sequence[object]) -> Row:
    return Row(tuple(Cell(CellRole.NUMBER if _is_number(each) else CellRole.TEXT, str(each)) for each in cells))


def _is_number(value: object) -> bool:
    return isinstance(value, int) or FIGURE_FORM.fullmatch(str(value)) is not None
