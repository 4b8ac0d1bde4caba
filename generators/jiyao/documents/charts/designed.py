"""Charts that an office has designed in its template: they keep their look and get new figures.

A chart whose alternative text is `chart:NAME` gets the figures of that name: in its cache, which Word shows, and in its
workbook, which "Edit data" opens. Where only one of both were replaced, the document would show stale figures.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, cast

from lxml import etree
from pptx.chart import xmlwriter
from pptx.chart.chart import Chart as PptxChart
from pptx.oxml import parse_xml

from jiyao.documents.charts.drawing import C, data_of, finished
from jiyao.documents.charts.faults import no_figures, not_replaceable
from jiyao.documents.charts.workbook import workbook
from jiyao.ooxml.escaping import DECLARATION
from jiyao.ooxml.markup import parse, serialise
from jiyao.ooxml.names import DRAWINGS, OFFICE_RELATIONSHIPS
from jiyao.ooxml.package import Package, open_package
from jiyao.ooxml.relations import relationships_of
from jiyao.problems import Place, Problem
from jiyao.views.fragments import Chart

MARK = "chart:"
_DRAWING = f"{{{DRAWINGS}/wordprocessingDrawing}}"
_ID = f"{{{OFFICE_RELATIONSHIPS}}}id"


def with_designed_charts(docx: bytes, charts: Mapping[str, Chart], file: str) -> bytes | tuple[Problem, ...]:
    """The document with the figures in the charts that ask for them; `file` is what problems call the template."""
    package = open_package(docx, file)
    if isinstance(package, tuple):
        return package
    main = parse(package.read(package.main))
    marked = list(_marked(main)) if main is not None else []
    if main is None or not marked:
        return docx
    parts: dict[str, bytes] = {}
    problems: list[Problem] = []
    for properties, name in marked:
        place = Place(file, where=f"{MARK}{name}")
        chart, part = charts.get(name), _part_of(properties, package)
        if chart is None:
            problems.append(no_figures(place, name, sorted(charts)))
        elif part is None or not (new := _refilled(part, chart, package)):
            problems.append(not_replaceable(place))
        else:
            parts |= new
            properties.set("descr", chart.alt)
    if problems:
        return tuple(problems)
    parts[package.main] = (DECLARATION + serialise(main)).encode()
    return package.replaced(parts)


def _marked(main: Any) -> Iterator[tuple[Any, str]]:  # noqa: ANN401 (elements of lxml)
    for properties in main.iter(f"{_DRAWING}docPr"):
        words = str(properties.get("descr", "")).strip()
        if words.startswith(MARK):
            yield properties, words.removeprefix(MARK).strip()


def _part_of(properties: Any, package: Package) -> str | None:  # noqa: ANN401
    """The part of the chart that a drawing shows."""
    shown = properties.getparent().find(f".//{C}chart")
    return _target(package, package.main, shown.get(_ID)) if shown is not None else None


def _target(package: Package, part: str, number: str | None) -> str | None:
    rels = relationships_of(part)
    root = parse(package.read(rels)) if rels in package else None
    entries = root if root is not None else ()
    found = next((each.get("Target", "") for each in entries if each.get("Id") == number), "")
    name = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), found)).lstrip("/")
    return name if found and name in package else None


def _refilled(part: str, chart: Chart, package: Package) -> dict[str, bytes]:
    """The chart and its workbook with new figures; nothing where its form is none that can take them."""
    root: Any = parse_xml(package.read(part))
    external = root.find(f"{C}externalData")
    number = external.get(_ID) if external is not None else None
    book = _target(package, part, number) if number else None
    plots = list(cast(Any, PptxChart(root, cast(Any, None))).plots)
    if number is None or book is None or len(plots) != 1:
        return {}
    rewriter = cast(Any, xmlwriter).SeriesXmlRewriterFactory(_form(plots[0]), data_of(chart))
    try:
        rewriter.replace_series_data(root)
    except (ValueError, AttributeError, IndexError, etree.LxmlError):
        return {}
    return {part: finished(root, number), book: workbook(chart)}


def _form(plot: Any) -> Any:  # noqa: ANN401
    # Here, since python-pptx has no public name for it.
    from pptx.chart.plot import PlotTypeInspector

    return cast(Any, PlotTypeInspector).chart_type(plot)
