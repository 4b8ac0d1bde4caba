"""What every template is made of besides its text: the package around it, the page below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jiyao.documents import gb9704
from jiyao.views.lengths import Length
from word import (
    DECLARATION,
    DRAWING,
    MAIN,
    OFFICE,
    PACKAGE,
    SHAPE,
    TYPE,
    app_properties,
    content_types,
    core_properties,
    field,
    font_table,
    paragraph,
    relationships,
    run,
    settings,
    theme,
)

NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}/relationships" xmlns:wp="{DRAWING}/wordprocessingDrawing" '
    f'xmlns:a="{DRAWING}/main" xmlns:wps="{SHAPE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
PAGE_NUMBER = field("PAGE", "1")
DASHED_NUMBER = (run("— "), PAGE_NUMBER, run(" —"))
"""— 1 — (GB/T 9704-2012, 7.5)."""

_STANDARD_PARTS = ("styles", "settings", "fontTable", "theme")
_FOOTER_KINDS = ("default", "even")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the white around its text, and from the foot of the paper to the foot of the page number."""

    top: Length
    right: Length
    bottom: Length
    left: Length
    number: Length
    width: Length = gb9704.PAPER_WIDTH
    height: Length = gb9704.PAPER_HEIGHT
    grid: Length | None = None
    """From line to line, where lines stand at the same height on each page."""

    @property
    def text_width(self) -> Length:
        """What is left for the text."""
        return self.width - self.left - self.right


OFFICIAL_PAGE = Page(
    gb9704.TOP_MARGIN,
    gb9704.RIGHT_MARGIN,
    gb9704.BOTTOM_MARGIN,
    gb9704.LEFT_MARGIN,
    # The line of the number is centred where its dashes are to be.
    gb9704.BOTTOM_MARGIN - gb9704.PAGE_NUMBER_BELOW - gb9704.PAGE_NUMBER_LINE * 0.5,
    grid=gb9704.LINE_PITCH,
)
"""That of GB/T 9704-2012."""


def package(document: str, styles: str, *footers: str) -> Mapping[str, bytes]:
    """Every part of a template by its name; the first footer is that of every page, or of odd ones beside a second."""
    names = [f"footer{number}" for number, _ in enumerate(footers, start=1)]
    targets = [*((f"{name}.xml", "footer") for name in names), *map(_target, _STANDARD_PARTS)]
    texts = {
        "[Content_Types].xml": content_types(_types(names)),
        "_rels/.rels": relationships(
            {
                "word/document.xml": f"{OFFICE}/relationships/officeDocument",
                "docProps/core.xml": f"{PACKAGE}/relationships/metadata/core-properties",
                "docProps/app.xml": f"{OFFICE}/relationships/extended-properties",
            }
        ),
        "docProps/app.xml": app_properties(),
        "docProps/core.xml": core_properties(),
        "word/_rels/document.xml.rels": relationships(
            {target: f"{OFFICE}/relationships/{kind}" for target, kind in targets}
        ),
        "word/document.xml": document,
        "word/fontTable.xml": font_table(),
        **{f"word/{name}.xml": text for name, text in zip(names, footers, strict=True)},
        "word/settings.xml": settings(two_sided=len(footers) > 1),
        "word/styles.xml": styles,
        "word/theme/theme1.xml": theme(),
    }
    return {name: text.encode() for name, text in texts.items()}


def document(*body: str) -> str:
    """The part `word/document.xml`, from the top of the page down."""
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"


def footer(style: str, *runs: str) -> str:
    """The foot of a page: one line."""
    return f'{DECLARATION}<w:ftr xmlns:w="{MAIN}">{paragraph(style, *runs)}</w:ftr>'


def section(page: Page, footers: int = 1) -> str:
    """The page of a document, with so many footers."""
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="rId{number}"/>'
        for number, kind in enumerate(_FOOTER_KINDS[:footers], start=1)
    )
    grid = f'<w:docGrid w:type="lines" w:linePitch="{page.grid.twips}"/>' if page.grid else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{page.width.twips}" w:h="{page.height.twips}"/>'
        f'<w:pgMar w:top="{page.top.twips}" w:right="{page.right.twips}" '
        f'w:bottom="{page.bottom.twips}" w:left="{page.left.twips}" w:header="851" '
        f'w:footer="{page.number.twips}" w:gutter="0"/><w:cols w:space="425"/>{grid}</w:sectPr>'
    )


def _target(name: str) -> tuple[str, str]:
    return ("theme/theme1.xml" if name == "theme" else f"{name}.xml"), name


def _types(footers: list[str]) -> Mapping[str, str]:
    return {
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "word/document.xml": f"{TYPE}.document.main+xml",
        "word/fontTable.xml": f"{TYPE}.fontTable+xml",
        **{f"word/{name}.xml": f"{TYPE}.footer+xml" for name in footers},
        "word/settings.xml": f"{TYPE}.settings+xml",
        "word/styles.xml": f"{TYPE}.styles+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
