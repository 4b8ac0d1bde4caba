"""A release as plain text, to be pasted into whatever publishes it (CMS): every word, and no look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.documents.reading_order import in_reading_order
from jiyao.languages.text import Language
from jiyao.views.fragments import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jiyao.views.fragments import Run
    from jiyao.views.release.view import Labelled, Photo, ReleaseView

INDENT = "　　"
"""What a Chinese paragraph begins with; editors of a CMS expect it, and captions, being none, go without."""
NEWLINE = "\r\n"
"""The editor of Windows 7 shows a text with bare line feeds as one line; all other programs take both."""


def plain_text(view: ReleaseView) -> bytes:
    """The release in UTF-8, without a byte order mark, which a CMS would print; its last line is ended.

    Headline, byline, body with the captions in their place, and credits, with a blank line between these four.
    Emphasis is lost; the breadcrumb belongs to the web page alone.
    """
    blocks = (_head(view), _labelled(view.byline, view.language), _body(view), _labelled(view.credits, view.language))
    lines = "\n\n".join(filter(None, blocks)).split("\n")
    return "".join(line + NEWLINE for line in lines).encode()


def _head(view: ReleaseView) -> str:
    return "\n".join(filter(None, map(_text, (view.kicker, view.headline, view.subheadline))))


def _labelled(items: Iterable[Labelled], language: Language) -> str:
    """Labels with what they say, in one line."""
    apart = "　" if language is Language.ZH else "  "
    return apart.join(each.label + _text(each.runs) for each in items)


def _body(view: ReleaseView) -> str:
    blocks = filter(None, (_block(each, view.language) for each in in_reading_order(view)))
    # English paragraphs are known by the blank line between them, Chinese ones by their indent.
    return ("\n" if view.language is Language.ZH else "\n\n").join(blocks)


def _block(block: Paragraph | Photo, language: Language) -> str:
    """A paragraph, or the caption of a picture."""
    if not isinstance(block, Paragraph):
        return _text(block.caption)
    return (INDENT if language is Language.ZH else "") + block.text


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
