"""What can be wrong with a chart that an office has designed: family D, from D501 on."""

from __future__ import annotations

from collections.abc import Collection

from jiyao.problems import Finding, Place, message, problem


@problem("D501", "chart")
def no_figures(place: Place, name: str, known: Collection[str]) -> Finding:
    """A chart of the template asks for figures that the document does not have.

    Its alternative text is `chart:NAME`, and NAME is none of the charts of this document. In Word: right-click the
    chart, View Alt Text. `jiyao template fields summary` and docs/summary.md name the charts.
    """
    said = message("no figures are called {name}; there are: {known}", name=name, known=tuple(known))
    return Finding(place, said, message("change the alternative text of the chart"))


@problem("D502", "chart")
def not_replaceable(place: Place) -> Finding:
    """A chart of the template cannot take figures: it has no workbook inside, or it combines several forms.

    A chart that shows columns and a line at once, or that was linked to a workbook elsewhere, cannot be given other
    figures for certain. Insert a new chart of one form with Insert, Chart, and give it the same alternative text.
    """
    return Finding(place, message("the chart cannot be given new figures"), message("insert a plain chart in Word"))
