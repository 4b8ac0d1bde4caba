"""The signs of a tag as they were meant, where Word or an input method has changed them."""

from __future__ import annotations

import re

CURLY = {"“": '"', "”": '"', "‘": "'", "’": "'"}
"""The quotes that Word puts in for straight ones; docxtpl reads them as such."""
_QUOTES = {'"': '"', "'": "'", "＂": '"', "＇": "'", **CURLY}
_FIRST, _LAST, _APART = 0xFF01, 0xFF5E, 0xFEE0
"""The full-width forms of ASCII in Unicode, and how far they are from it."""

_SPACED_STATEMENT = re.compile(r"(\{%)[-+]?\s+(tr|tc|p|r)\s+(?=(?:for|endfor|if|elif|else|endif|set)\b)")
_SPACED_PRINT = re.compile(r"(\{\{)\s+(tr|tc|p|r)\s+(?=[^\W\d])(?!(?:if|is|in|and|or|not)\s)")


def half_width(text: str) -> str:
    """The text with ASCII for its full-width forms."""
    return "".join(chr(ord(each) - _APART) if _FIRST <= ord(each) <= _LAST else each for each in text)


def mended_tag(written: str) -> str:
    """A closed tag as it was meant; what stands within its quotes stays as it is."""
    start, inside, end = written[:2], written[2:-2], written[-2:]
    text = half_width(start) + _mended(inside) + half_width(end)
    for pattern in (_SPACED_STATEMENT, _SPACED_PRINT):
        text = pattern.sub(r"\1\2 ", text, count=1)
    return text


def spaced_prefix(written: str) -> str:
    """p, tr, tc or r, where a space stands before it; else ""."""
    found = _SPACED_STATEMENT.match(written) or _SPACED_PRINT.match(written)
    return found[2] if found else ""


def unquoted(text: str) -> str:
    """The text without what stands within its quotes."""
    kept, quote = list[str](), ""
    for each in text:
        if not quote:
            kept.append(each)
            quote = _QUOTES.get(each, "")
        elif _QUOTES.get(each) == quote:
            kept.append(each)
            quote = ""
    return "".join(kept)


def _mended(text: str) -> str:
    """Half-width outside of quotes, with straight quotes; a quote ends at the next one of its kind."""
    pieces, quote = list[str](), ""
    for each in text:
        meant = _QUOTES.get(each, "")
        if quote and meant != quote:
            pieces.append(each)
            continue
        pieces.append(meant or half_width(each))
        quote = "" if quote else meant
    return "".join(pieces)
