"""Charts of a web page: SVG with the figures in it, drawn without scripts and readable without colours."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from jiyao.documents.charts.palette import COLORS
from jiyao.views.cells import width as cells
from jiyao.views.fragments import Chart, ChartForm

WIDTH, HEIGHT = 680.0, 300.0
LEFT, TOP, BOTTOM = 44.0, 16.0, 34.0
BAR, LETTER, LINE = 30.0, 13.0, 20.0
"""The height of a bar with the white around it, of a letter, of a line of the legend."""
TICKS = 5


def svg(chart: Chart) -> str:
    """The chart as an `svg` element, whose title says what it shows."""
    drawn = {ChartForm.BARS: _bars, ChartForm.PIE: _pie, ChartForm.LINE: _line}.get(chart.form, _columns)
    height, shapes = drawn(chart)
    names = [series.name for series in chart.series] if chart.form is not ChartForm.PIE else list(chart.categories)
    legend = list(_legend(names, height)) if len(names) > 1 or chart.form is ChartForm.PIE else []
    whole = height + LINE * math.ceil(len(legend) / 2)
    return (
        f'<svg viewBox="0 0 {WIDTH:g} {whole:g}" role="img" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{escape(chart.alt)}</title>{''.join(shapes)}{''.join(legend)}</svg>"
    )


def _said(chart: Chart, value: float) -> str:
    return f"{value:.1%}" if chart.is_share else f"{value:g}"


def _color(index: int) -> str:
    return f"#{COLORS[index % len(COLORS)]}"


def _text(x: float, y: float, text: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _rect(x: float, y: float, size: tuple[float, float], index: int) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{size[0]:.1f}" height="{size[1]:.1f}" fill="{_color(index)}"/>'


def _top(chart: Chart) -> float:
    """The highest figure of the scale: a round number, 1 for shares."""
    if chart.is_share:
        return 1.0
    stacks = zip(*(series.values for series in chart.series), strict=True)
    columns = [sum(each or 0 for each in stack) for stack in stacks]
    singles = [value or 0 for series in chart.series for value in series.values]
    highest = max(columns if chart.form is ChartForm.STACKED else singles, default=0)
    step = max(1, math.ceil(highest / TICKS))
    return float(step * max(1, math.ceil(highest / step)))


def _grid(chart: Chart, top: float) -> Iterator[str]:
    steps = TICKS if chart.is_share else int(top / max(1, math.ceil(top / TICKS)))
    for tick in range(steps + 1):
        value = top * tick / steps
        y = _y(value, top)
        yield f'<line class="grid" x1="{LEFT:g}" y1="{y:.1f}" x2="{WIDTH:g}" y2="{y:.1f}"/>'
        yield _text(LEFT - 6, y + 4, f"{value:.0%}" if chart.is_share else f"{value:g}", "end")


def _y(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top


def _places(chart: Chart) -> list[float]:
    """Where the middle of each category is."""
    step = (WIDTH - LEFT) / len(chart.categories)
    return [LEFT + step * (index + 0.5) for index in range(len(chart.categories))]


def _columns(chart: Chart) -> tuple[float, list[str]]:
    top, places = _top(chart), _places(chart)
    shapes = list(_grid(chart, top))
    wide = (WIDTH - LEFT) / len(places) * 0.62
    many = 1 if chart.form is ChartForm.STACKED else len(chart.series)
    for place, category in enumerate(chart.categories):
        shapes.append(_text(places[place], HEIGHT - BOTTOM + 18, category))
        base = 0.0
        for index, series in enumerate(chart.series):
            value = series.values[place]
            if value is None:
                continue
            left = places[place] - wide / 2 + (0 if many == 1 else wide / many * index)
            high = _y(base, top) - _y(base + value, top)
            shapes.append(_rect(left, _y(base + value, top), (wide / many, high), index))
            if len(chart.series) == 1:
                shapes.append(_text(places[place], _y(value, top) - 4, _said(chart, value)))
            base += value if chart.form is ChartForm.STACKED else 0
    return HEIGHT, shapes


def _line(chart: Chart) -> tuple[float, list[str]]:
    top, places = _top(chart), _places(chart)
    shapes = list(_grid(chart, top))
    shapes += [_text(place, HEIGHT - BOTTOM + 18, name) for place, name in zip(places, chart.categories, strict=True)]
    for index, series in enumerate(chart.series):
        points = [(x, value) for x, value in zip(places, series.values, strict=True)]
        for (x, value), (after, next_value) in pairwise(points):
            if value is not None and next_value is not None:
                ends = f'x1="{x:.1f}" y1="{_y(value, top):.1f}" x2="{after:.1f}" y2="{_y(next_value, top):.1f}"'
                shapes.append(f'<line {ends} stroke="{_color(index)}" stroke-width="2.5"/>')
        for x, value in points:
            if value is not None:
                shapes.append(f'<circle cx="{x:.1f}" cy="{_y(value, top):.1f}" r="4" fill="{_color(index)}"/>')
                shapes.append(_text(x, _y(value, top) - 9, _said(chart, value)))
    return HEIGHT, shapes


def _bars(chart: Chart) -> tuple[float, list[str]]:
    names = max(cells(name) for name in chart.categories) * LETTER + 12
    room, top = WIDTH - names - 64, _top(chart)
    shapes: list[str] = []
    for row, category in enumerate(chart.categories):
        shapes.append(_text(names - 8, TOP + BAR * (row + 0.5) + 4, category, "end"))
        value = chart.series[0].values[row]
        if value is not None:
            long = room * value / top
            shapes.append(_rect(names, TOP + BAR * row + 4, (long, BAR - 8), 0))
            shapes.append(_text(names + long + 6, TOP + BAR * (row + 0.5) + 4, _said(chart, value), "start"))
    return TOP * 2 + BAR * len(chart.categories), shapes


def _pie(chart: Chart) -> tuple[float, list[str]]:
    values = [value or 0 for value in chart.series[0].values]
    whole, middle, radius = sum(values) or 1, (WIDTH / 2, HEIGHT / 2), HEIGHT / 2 - 30
    shapes: list[str] = []
    begin = 0.0
    for index, value in enumerate(values):
        end = begin + value / whole
        shapes.append(_slice(middle, radius, (begin, end), index))
        x, y = _on_circle(middle, radius + 14, (begin + end) / 2)
        shapes.append(_text(x, y + 4, _said(chart, value)) if value else "")
        begin = end
    return HEIGHT, shapes


def _slice(middle: tuple[float, float], radius: float, turn: tuple[float, float], index: int) -> str:
    begin, end = turn
    if end - begin >= 1:
        return f'<circle cx="{middle[0]:g}" cy="{middle[1]:g}" r="{radius:g}" fill="{_color(index)}"/>'
    (x1, y1), (x2, y2) = (_on_circle(middle, radius, each) for each in turn)
    arc = f"A{radius:g} {radius:g} 0 {int(end - begin > 1 / 2)} 1 {x2:.1f} {y2:.1f}"
    return f'<path d="M{middle[0]:g} {middle[1]:g}L{x1:.1f} {y1:.1f}{arc}Z" fill="{_color(index)}" stroke="#fff"/>'


def _on_circle(middle: tuple[float, float], radius: float, turn: float) -> tuple[float, float]:
    """A point at this part of a turn, clockwise from the top."""
    angle = 2 * math.pi * turn
    return middle[0] + radius * math.sin(angle), middle[1] - radius * math.cos(angle)


def _legend(names: Sequence[str], top: float) -> Iterator[str]:
    for index, name in enumerate(names):
        x, y = LEFT + (WIDTH - LEFT) / 2 * (index % 2), top + LINE * (index // 2)
        yield _rect(x, y, (12, 12), index) + _text(x + 18, y + 11, name, "start")
