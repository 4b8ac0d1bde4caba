"""A chart as DrawingML, by python-pptx, with what Word needs beside it.

Repaired here is what python-pptx leaves for PowerPoint: axis ids below 0 (which the schema does not allow), text of 18
points, the number format of the value axis, colours from a theme that official documents do not have.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle
from typing import Any, cast

from lxml import etree
from pptx.chart import xmlwriter
from pptx.chart.chart import Chart as PptxChart
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.oxml import parse_xml
from pptx.util import Pt

from jiyao.documents.charts.palette import COLORS
from jiyao.documents.charts.workbook import number_format
from jiyao.documents.gb9704 import Face
from jiyao.ooxml.names import DRAWINGS, OFFICE_RELATIONSHIPS
from jiyao.views.fragments import Chart, ChartForm

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

C = f"{{{DRAWINGS}/chart}}"
A = f"{{{DRAWINGS}/main}}"

TEXT_SIZE, TITLE_SIZE = Pt(10.5), Pt(12)
"""五号 and 小四, as tables and figures of reports have them (usual)."""
GRID = "D9D9D9"
FIRST_AXIS = 100_000_001

FORMS: Mapping[ChartForm, Any] = {
    ChartForm.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
    ChartForm.STACKED: XL_CHART_TYPE.COLUMN_STACKED,
    ChartForm.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
    ChartForm.PIE: XL_CHART_TYPE.PIE,
    ChartForm.LINE: XL_CHART_TYPE.LINE_MARKERS,
}


def chart_xml(chart: Chart, workbook: str) -> bytes:
    """The part of a chart; `workbook` is the id of its relationship to the workbook."""
    root: Any = parse_xml(cast(Any, xmlwriter).ChartXmlWriter(FORMS[chart.form], data_of(chart)).xml.encode())
    _look(cast(Any, PptxChart(root, cast(Any, None))), chart)
    return finished(root, workbook)


def data_of(chart: Chart) -> Any:  # noqa: ANN401
    """The figures as python-pptx takes them."""
    data: Any = CategoryChartData(number_format=number_format(chart))
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    return data


def finished(root: Any, workbook: str) -> bytes:  # noqa: ANN401 (elements of lxml have no type of their own here)
    """The part with its repairs, and with the workbook that belongs to it."""
    _renumber_axes(root)
    external = root.find(f"{C}externalData")
    if external is None:
        external = etree.SubElement(root, f"{C}externalData")
        etree.SubElement(external, f"{C}autoUpdate").set("val", "0")
    external.set(f"{{{OFFICE_RELATIONSHIPS}}}id", workbook)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _color(name: str) -> Any:  # noqa: ANN401
    return cast(Any, RGBColor).from_string(name)


def _renumber_axes(root: Any) -> None:  # noqa: ANN401
    ids: dict[str, str] = {}
    for each in root.iter(f"{C}axId", f"{C}crossAx"):
        each.set("val", ids.setdefault(each.get("val"), str(FIRST_AXIS + len(ids))))


def _look(drawn: Any, chart: Chart) -> None:  # noqa: ANN401 (python-pptx's types are partly unknown)
    drawn.font.size = TEXT_SIZE
    drawn.has_title = bool(chart.title)
    if chart.title:
        drawn.chart_title.include_in_layout = False
        paragraph = drawn.chart_title.text_frame.paragraphs[0]
        paragraph.text = chart.title
        paragraph.font.size, paragraph.font.bold = TITLE_SIZE, False
    drawn.has_legend = len(chart.series) > 1 or chart.form is ChartForm.PIE
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    plot = drawn.plots[0]
    _paint(plot, chart)
    if len(chart.series) == 1:
        _label(plot, chart)
    if chart.form is not ChartForm.PIE:
        _axes(drawn, plot, chart)
    for each in drawn._chartSpace.iter(f"{A}defRPr"):  # noqa: SLF001 (the whole text of the chart, in one face)
        _face(each)


def _paint(plot: Any, chart: Chart) -> None:  # noqa: ANN401
    colors = cycle(map(_color, COLORS))
    if chart.form is ChartForm.PIE:
        for index in range(len(chart.categories)):
            point = plot.series[0].points[index]
            point.format.fill.solid()
            point.format.fill.fore_color.rgb = next(colors)
        return
    for series in plot.series:
        color = next(colors)
        if chart.form is ChartForm.LINE:
            series.format.line.width, series.format.line.color.rgb = Pt(2), color
            series.marker.format.fill.solid()
            series.marker.format.fill.fore_color.rgb = color
            series.marker.format.line.color.rgb = color
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = color


def _label(plot: Any, chart: Chart) -> None:  # noqa: ANN401
    """The figures themselves beside what stands for them."""
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = number_format(chart), False
    labels.show_value = True
    if chart.form is ChartForm.LINE:
        labels.position = XL_LABEL_POSITION.ABOVE
    elif chart.form is not ChartForm.STACKED:
        labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _axes(drawn: Any, plot: Any, chart: Chart) -> None:  # noqa: ANN401
    axis = drawn.value_axis
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = number_format(chart), False
    axis.major_gridlines.format.line.color.rgb = _color(GRID)
    axis.minimum_scale = 0
    if chart.is_share:
        # Room for the figure beside a bar of 100 per cent.
        axis.maximum_scale, axis.major_unit = (1.15 if chart.form is ChartForm.BARS else 1), 0.2
        axis.tick_labels.number_format = "0%"
    else:
        highest = max((sum(each or 0 for each in row) for row in _stacks(chart)), default=0)
        axis.major_unit = max(1, round(highest / 5))
    if chart.form is ChartForm.BARS:
        # The first category on top, as in the table beside it.
        drawn.category_axis.reverse_order = True
        # It would go up with the first category; the figures stand beside the bars.
        axis.visible = False
    if chart.form in {ChartForm.COLUMNS, ChartForm.STACKED, ChartForm.BARS}:
        plot.gap_width = 60


def _stacks(chart: Chart) -> list[tuple[float | None, ...]]:
    """The figures that stand on top of each other, or alone."""
    if chart.form is ChartForm.STACKED:
        return list(zip(*(series.values for series in chart.series), strict=True))
    return [(value,) for series in chart.series for value in series.values]


def _face(properties: Any) -> None:  # noqa: ANN401
    """宋体 for Chinese, which is what small print has (usual); the Latin face goes with it."""
    for name in ("latin", "ea"):
        if properties.find(f"{A}{name}") is None:
            etree.SubElement(properties, f"{A}{name}").set("typeface", Face.SONGTI)
