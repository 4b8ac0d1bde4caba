"""R013 to R016, and R030: where YAML would silently shorten or join what somebody wrote."""

from __future__ import annotations

import re

from jiyao.languages.names import is_hanzi
from jiyao.problems import Edit, Finding, Place, Severity, message, problem

COMMENT = re.compile(r"[ \t]#[^\s#][^\r\n]*")
"""What follows a text when a comment cuts it; the docstring of `comment` says why just this."""

ASIDE = re.compile(r"[ \t]# [^\r\n]*")
"""What follows a Chinese text where, if it is Chinese, `perhaps_comment` asks whether it is a comment."""


def is_chinese(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return any(map(is_hanzi, text))


@problem("R013", "yaml")
def comment(rest: str, place: Place) -> Finding:
    """A ` #` ends the text: YAML takes the rest of the line for a comment.

    `place: 会议室 #2` would become 会议室. Texts have one space, or a tab, before their `#` and none behind it, so
    just that is an error; two spaces before the `#`, or a space behind it, make a comment:
    `kind: party-group  #议事`, `mode: online # for now`. If the `#` belongs to the text, put the text in quotes; if
    it begins a comment, put two spaces before it.
    """
    # Never mended: only who wrote it knows whether it is a comment.
    return Finding(
        place,
        message("`{rest}` is cut off as a comment", rest=rest.strip()),
        message("put the whole text in quotes, or two spaces before a comment"),
    )


@problem("R030", "yaml", severity=Severity.WARNING)
def perhaps_comment(rest: str, place: Place) -> Finding:
    """A Chinese text is followed by one space, a `#`, a space and more Chinese: a comment, or a part of the text.

    YAML takes it for a comment, so `place: 三楼会议室 # 2号` becomes 三楼会议室. If the `#` belongs to the text,
    put the whole text in quotes: `place: "三楼会议室 # 2号"`. If it begins a comment, put two spaces before it,
    and nobody asks.
    """
    return Finding(
        place,
        message("is `{rest}` a comment? It is left out of the text", rest=rest.strip()),
        message("two spaces before the # say so; if it belongs to the text, put the whole text in quotes"),
    )


@problem("R014", "yaml")
def comma(place: Place, text: str, whole: Place | None) -> Finding:
    """A comma between braces ends the text: YAML takes what follows for a key without a value.

    `{zh: 要坚持,要落实, en: …}` would become 要坚持. Put a text with an ASCII comma in quotes, or, better, write
    longer texts on lines of their own after `|-`. A list of several things stands in square brackets.
    """
    return Finding(
        place,
        message("a comma cuts the text `{text}`: between braces, what follows it is a key", text=text),
        message("put the whole text in quotes, or write it on its own line after |-"),
        (Edit(whole, in_quotes(text)),) if whole else (),
    )


@problem("R015", "yaml")
def over_lines(place: Place) -> Finding:
    """A text runs over several lines without `|-`, and YAML would join them with spaces.

    Chinese has no spaces between its sentences, and paragraphs would be lost. Write `|-` after the key and the
    text below it, indented: every line stays a line. A single paragraph can also stand on one long line. A line
    whose indentation is too deep gives this error as well.
    """
    return Finding(
        place,
        message("a text over several lines would be joined into one"),
        message("write |- after the key and the text below it, indented; or put it on one line"),
    )


@problem("R016", "yaml")
def folded(place: Place) -> Finding:
    """`>` joins the lines of a text with spaces.

    Chinese has no spaces between its sentences. Use `|-`: every line stays a line, and one paragraph is one line.
    """
    return Finding(place, message("`>` would join these lines with spaces"), message("write |- instead of >"))


def in_quotes(text: str) -> str:
    """A text as YAML reads it back, on one line: in single quotes where it holds `"` or a backslash, else in double."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
