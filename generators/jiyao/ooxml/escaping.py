"""Text on its way into XML: what XML cannot hold, and what has to be written in another way."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NEW_TEXT = '<w:t xml:space="preserve">'

_UNPRINTABLE = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKUP = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_ESCAPES = (*_MARKUP, ('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;"))
_WORD_ESCAPES = (*_MARKUP, ("\n", f"</w:t><w:br/>{NEW_TEXT}"), ("\t", f"</w:t><w:tab/>{NEW_TEXT}"))


def unprintable(text: str) -> str | None:
    """The first character that XML 1.0 cannot hold, or would change: controls, lone surrogates, U+FFFE, a bare CR."""
    found = _UNPRINTABLE.search(text)
    return found.group() if found else None


def escape(text: str) -> str:
    """The text as it stands in an element or between quotes; line breaks and tabs survive both."""
    return _replaced(text, _ESCAPES)


def word_text(text: str) -> str:
    """The text as it stands in `w:t`: a line break is `w:br`, a tab `w:tab`."""
    return _replaced(text, _WORD_ESCAPES)


def _replaced(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for sign, escaped in escapes:
        # To look is cheaper than to replace nothing, and most texts have nothing.
        if sign in text:
            text = text.replace(sign, escaped)
    return text
