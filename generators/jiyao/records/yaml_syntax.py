"""What the YAML parser stumbled over, in our words: where to look, and what to try.

The parser's messages are those of libyaml 0.2.5; one that is not in the table is passed on as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.problems import message
from jiyao.records import characters, colons, refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    import yaml

    from jiyao.problems import Message, Place, Problem
    from jiyao.records.draft import Draft, Mark
    from jiyao.records.yaml_scalars import Event

_QUOTES = message("put the whole text in quotes; inside single quotes write '' for one of them")
_ALIGN = message("give keys of one mapping, and dashes of one list, the same number of spaces before them")
_SPACES = message("use spaces, two for each level")

_REASONS: dict[str, tuple[Message, Message]] = {
    "mapping values are not allowed in this context": (
        message("a key cannot stand here"),
        message("put a text that holds a colon and a space in quotes, or correct the indentation of this line"),
    ),
    "could not find expected ':'": (
        message("this line has no key that ends with a colon and a space"),
        message("write `key: value`; a text over several lines stands after |- and is indented"),
    ),
    "did not find expected key": (message("the indentation of this line fits none of the lines above"), _ALIGN),
    "did not find expected '-' indicator": (message("expected an item that begins with a dash and a space"), _ALIGN),
    "did not find expected node content": (
        message("a value is missing"),
        message("take one of the commas away, or write a value between them"),
    ),
    "block sequence entries are not allowed in this context": (
        message("a list cannot start here"),
        message("start it on the next line; a text that begins with a dash stands in quotes"),
    ),
    "mapping keys are not allowed in this context": (message("a text cannot start with a question mark"), _QUOTES),
    "found unknown escape character": (
        message("a backslash in double quotes starts an escape, and there is none such"),
        message("use single quotes, or write the backslash twice"),
    ),
    "did not find expected hexdecimal number": (
        message("expected hexadecimal digits after the backslash"),
        message("use single quotes, or write the backslash twice"),
    ),
    "did not find expected comment or line break": (
        message("nothing but a comment may follow here"),
        message("start the text on the next line, indented"),
    ),
    "did not find expected <document start>": (
        message("this line belongs to nothing above it"),
        message("start all keys of the record in the same column; delete a line of dots"),
    ),
    "found unexpected document indicator": (
        message("a line of dashes or dots stands inside a quoted text"),
        message("close the quote, or write the text after |-, indented"),
    ),
}


_NOT_CLOSED = (
    message("this bracket is not closed"),
    message("write the closing bracket; text with brackets stands in quotes"),
)
_NO_OPENING = (
    message("this closing bracket has no opening one"),
    message("delete it; text with brackets stands in quotes"),
)
_COMMA = (
    message("expected a comma or the closing bracket"),
    message("put text with quotes or commas in quotes as a whole"),
)
_OPEN_QUOTE = message("this quote is not closed"), message("write the closing quote, the same as the opening one")
_AFTER_QUOTE = message("text follows the closing quote"), _QUOTES
_TAB = message("a tab cannot indent a line"), _SPACES
_BAD_START = message("a text cannot start with this character"), _QUOTES


@dataclass(frozen=True, slots=True)
class Stumble:
    """Where the parser stopped: what it says, the text it read last, and the innermost bracket that is open."""

    error: yaml.MarkedYAMLError
    mark: Mark
    last: Event | None
    bracket: Place | None


def explain(stumble: Stumble, draft: Draft) -> list[Problem]:
    """What to report: the colons that made the line unreadable, or else one problem."""
    problem = stumble.error.problem or ""
    if misread := list(_misread_lines(stumble, draft)):
        return misread
    if problem.startswith("mapping values") and stumble.last and _is_behind(stumble.last, stumble.mark):
        return [_second_colon(stumble.last, stumble, draft)]
    return [_refused(stumble, draft) or _broken_off(stumble, draft)]


def _misread_lines(stumble: Stumble, draft: Draft) -> Iterator[Problem]:
    """Keys with a wrong colon, from the text read last to where the parser noticed."""
    start = stumble.mark
    if stumble.error.context == "while scanning a simple key" and stumble.error.context_mark:
        start = stumble.error.context_mark
    elif stumble.last:
        start = stumble.last.end_mark if stumble.last.style in {"|", ">"} else stumble.last.start_mark
    offset = start.index - start.column
    lines = draft.text[offset:].split("\n", characters.MANY)
    for number in range(min(stumble.mark.line - start.line + 1, len(lines), characters.MANY)):
        if misread := colons.in_line(draft, start.line + number, lines[number]):
            yield misread


def _is_behind(last: Event, mark: Mark) -> bool:
    return last.start_mark.line == last.end_mark.line == mark.line


def _second_colon(last: Event, stumble: Stumble, draft: Draft) -> Problem:
    start, mark = last.start_mark, stumble.mark
    rest = draft.text[start.index :].split("\n", 1)[0]
    text = re.split(r"\s+#|\s+$", rest, maxsplit=1)[0]
    quote = next((each for each in "\"'" if each not in text and "\\" not in text), "")
    if stumble.bracket:
        quote = ""
    whole = draft.spot(start.line, start.column, start.line, start.column + len(text))
    return colons.in_text(draft.spot(mark.line, mark.column, mark.line, mark.column + 1), whole, quote)


def _refused(stumble: Stumble, draft: Draft) -> Problem | None:
    """What YAML has and records do not, written so that YAML cannot read it either."""
    context, mark = stumble.error.context or "", stumble.error.context_mark or stumble.mark
    word = re.match(r"\S*", draft.text[mark.index :])
    name = word[0][:20] if word else ""
    if "an alias" in context or "an anchor" in context:
        return refusals.reference(draft.place(mark, mark), name)
    if "tag" in context or stumble.error.problem == "found undefined tag handle":
        return refusals.tag(draft.place(mark, mark), name)
    if "a directive" in context:
        return refusals.directive(draft.place(mark, mark))
    if stumble.error.problem == "found invalid Unicode character escape code":
        return _bad_code_point(stumble.mark, draft)
    return None


def _bad_code_point(mark: Mark, draft: Draft) -> Problem:
    """`mark` is behind the backslash and its letter."""
    length = {"x": 2, "u": 4, "U": 8}[draft.text[mark.index - 1]]
    digits = draft.text[mark.index : mark.index + length]
    place = draft.spot(mark.line, mark.column - 2, mark.line, mark.column + length)
    return characters.forbidden(place, f"U+{int(digits, 16):04X}")


def _broken_off(stumble: Stumble, draft: Draft) -> Problem:
    error, mark = stumble.error, stumble.mark
    problem, character = error.problem or "", draft.text[mark.index : mark.index + 1]
    place = draft.place(mark, mark)
    if stumble.bracket and _is_open(stumble, character):
        return refusals.syntax(stumble.bracket, *_NOT_CLOSED)
    if problem == "found unexpected end of stream" and error.context_mark:
        return refusals.syntax(draft.place(error.context_mark, error.context_mark), *_OPEN_QUOTE)
    if problem == "could not find expected ':'" and error.context_mark:
        place = draft.place(error.context_mark, error.context_mark)
    return refusals.syntax(place, *_reason(problem, character, stumble))


def _is_open(stumble: Stumble, character: str) -> bool:
    """Whether a bracket was never closed, rather than a comma forgotten on its line."""
    problem = stumble.error.problem or ""
    expected = problem.startswith("did not find expected ','") or problem == "did not find expected node content"
    return expected and (
        not character or (stumble.bracket is not None and stumble.mark.line + 1 > stumble.bracket.line)
    )


def _reason(problem: str, character: str, stumble: Stumble) -> tuple[Message, Message | None]:
    after_quote = stumble.last and stumble.last.style in {"'", '"'} and _is_behind(stumble.last, stumble.mark)
    if problem.startswith("did not find expected ','"):
        return _COMMA
    if "tab character" in problem or (problem == "found character that cannot start any token" and character == "\t"):
        return _TAB
    if problem == "found character that cannot start any token":
        return _BAD_START
    if problem.startswith("did not find expected") and character and character in "]}":
        return _NO_OPENING
    if problem == "did not find expected key" and after_quote:
        return _AFTER_QUOTE
    return _REASONS.get(problem) or (message("YAML cannot be read: {reason}", reason=problem), None)
