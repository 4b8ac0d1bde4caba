"""What can be wrong with a template, or with what it is asked to print: family T, 1xx.

`Spot` is where: the place in the Word file and the words around it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from jiyao.dataclass import dataclass
from jiyao.problems import Finding, Message, Place, Problem, message, problem


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a template: the part with paragraph or table cell, and the text there that a user can search for."""

    place: Place
    around: str


class Fault(Exception):  # noqa: N818  # it is the template's, not the program's
    """Stops a template where it is wrong; who catches it knows the spot, and asks `word` for the problem."""

    def __init__(self, word: Callable[[Spot], Problem], line: int = 0) -> None:
        super().__init__()
        self.word = word
        self.line = line


CAUSED_BY_TEMPLATES = (Fault, ArithmeticError, LookupError, TypeError, ValueError, RecursionError, MemoryError)
"""What a template can make Python raise; a program runs nothing but what its tags say."""


class Stopped(Exception):  # noqa: N818  # it says what happened to the document
    """A document cannot be made; `tag` is the number of the tag at which this was seen."""

    def __init__(self, error: Exception, tag: int) -> None:
        super().__init__()
        self.error = error
        self.tag = tag


def did_you_mean(name: str, known: Collection[str]) -> Message:
    """The nearest of the known names, or all of them."""
    # Here, since only a slip needs it.
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    if close:
        return message("did you mean `{name}`?", name=close[0])
    if known:
        return message("known are: {names}", names=tuple(sorted(known)))
    return message("nothing is known here")


@problem("T101", "syntax")
def unreadable_tag(spot: Spot, reason: str | Message) -> Finding:
    """A tag of the template cannot be read: a sign is missing, or the tag is none that templates know.

    Tags are `{{ name }}`, `{% if … %}`, `{% elif … %}`, `{% else %}`, `{% endif %}`, `{% for x in list %}`,
    `{% endfor %}`, `{% set x = … %}` and the comment `{# … #}`; with p, tr, tc or r right after the opening sign
    they stand for their whole paragraph, row, cell or run.
    Right: {{ title }}. Wrong: {{ title }, {% if title }}.
    """
    return Finding(
        spot.place,
        message("this tag cannot be read ({reason}): {around}", reason=reason, around=spot.around),
        message("tags look like {{ name }} or {% if name %} … {% endif %}"),
    )


@problem("T102", "syntax")
def unclosed_tag(spot: Spot) -> Finding:
    """A tag is opened and not closed in the same paragraph.

    `{{` needs `}}`, `{%` needs `%}` and `{#` needs `#}`, with no paragraph mark between them. To print the signs
    themselves write `{_{`, `{_%` and `%_}`, `}_}`.
    Right: {{ title }}. Wrong: {{ title.
    """
    return Finding(
        spot.place,
        message("this tag is not closed in its paragraph: {around}", around=spot.around),
        message("close it, or write {_{ if the sign itself is meant"),
    )


@problem("T103", "names")
def unknown_name(spot: Spot, name: str, known: Collection[str]) -> Finding:
    """The template asks for a name that this document does not have.

    Most often it is misspelt. A name that would be silently empty is an error, because a gap in minutes that
    somebody signs is worse than no minutes. `{% if name is defined %}` asks without failing.
    """
    return Finding(
        spot.place,
        message("`{name}` is not known: {around}", name=name, around=spot.around),
        did_you_mean(name, known),
    )


@problem("T104", "names")
def unknown_field(spot: Spot, name: str, known: Collection[str]) -> Finding:
    """The template asks for a part of something that has no such part, as in `{{ decision.dew }}`.

    Most often it is misspelt, or the loop runs over something else than was thought. Only data can be asked for:
    names that begin with an underscore and functions are out of a template's reach.
    """
    return Finding(
        spot.place,
        message("there is no `{name}` in it: {around}", name=name, around=spot.around),
        did_you_mean(name, known),
    )


@problem("T105", "syntax")
def forbidden(spot: Spot, what: Message) -> Finding:
    """The template uses something of the template language that is closed here.

    A template prints what the program has worded and decides nothing itself, and it may come from anybody. So
    functions, macros, includes and names that begin with an underscore are refused.
    Right: {{ title }}, {% for item in items %}, {{ names | join('、') }}.
    Wrong: {{ title.upper() }}, {% include 'x' %}.
    """
    return Finding(
        spot.place,
        message("{what} cannot be used in a template: {around}", what=what, around=spot.around),
        message("print names, and use if, for and set only"),
    )


@problem("T106", "names")
def unknown_filter(spot: Spot, name: str, known: Collection[str]) -> Finding:
    """The template uses a filter (after `|`) or a test (after `is`) that is not there.

    There are few on purpose: dates, numbers and lists arrive worded, since each language words them its own way.
    """
    return Finding(
        spot.place,
        message("there is no filter or test `{name}`: {around}", name=name, around=spot.around),
        did_you_mean(name, known),
    )


@problem("T107", "values")
def not_text(spot: Spot, what: Message) -> Finding:
    """The template prints something that is neither a text nor a number: a list, a yes or no, or nothing at all.

    Printed as they are they would read "None", "True" or worse. Loop over a list, ask a yes or no with
    `{% if … %}`, and print what is unknown only where it is known.
    Right: {% for name in names %}{{ name }}{% endfor %}. Wrong: {{ names }}.
    """
    return Finding(
        spot.place,
        message("{what} cannot be printed: {around}", what=what, around=spot.around),
        message("loop over a list, and ask with {% if … %} before printing"),
    )


@problem("T108", "values")
def unprintable_character(spot: Spot, character: str, text: str) -> Finding:
    """A text holds a character that a Word file cannot hold: a control character, or half of a character.

    Such characters come from copying out of terminals, old databases and broken files. They are not removed
    silently, since nobody could see what else went missing; delete them in the record.
    """
    return Finding(
        spot.place,
        message("a Word file cannot hold the character {character}: {text}", character=character, text=text),
        message("delete this character in the record"),
    )


@problem("T109", "values")
def misplaced(spot: Spot, what: Message, hint: Message) -> Finding:
    """Plain text stands where formatted text belongs, or the other way round.

    Formatted text brings its own runs and is printed with `{{r … }}`; plain text is printed with `{{ … }}` within
    the text of the template and takes its format.
    """
    return Finding(spot.place, message("{what}: {around}", what=what, around=spot.around), hint)


@problem("T110", "values")
def too_much(spot: Spot, what: Message) -> Finding:
    """The template would make a document without end, or compute with numbers and texts of an absurd size.

    One document may take 64 MB of text, a million turns of its loops, ten million steps (what the loops hold, times
    their turns, and what comparisons look at), and numbers of up to 15 digits.
    """
    return Finding(
        spot.place,
        message("the template asks for too much: {what}: {around}", what=what, around=spot.around),
        message("look at its loops, and at what it computes"),
    )


@problem("T111", "syntax")
def unbalanced(spot: Spot) -> Finding:
    """A loop or a condition does not begin and end at the same level of the document.

    If it begins in a paragraph and ends in a table, or the other way round, then what it repeats or leaves out is no
    whole paragraph, row or cell, and Word could not open the result. Put both tags into the same paragraph, or each
    alone into a paragraph as `{%p … %}` or into a row as `{%tr … %}`.
    """
    return Finding(
        spot.place,
        message("what begins here does not end at the same level of the document: {around}", around=spot.around),
        message("use {%p … %} for whole paragraphs, {%tr … %} for rows and {%tc … %} for cells"),
    )


@problem("T112", "syntax")
def lost_tag(spot: Spot) -> Finding:
    """A tag stands in a paragraph, row or cell that another tag of the form `{%p … %}` replaces as a whole.

    `{%p … %}`, `{%tr … %}` and `{%tc … %}` make everything else in their paragraph, row or cell vanish. Give each of
    them one of its own.
    Right: three paragraphs {%p for x in list %}, {{ x }}, {%p endfor %}. Wrong: all of it in one.
    """
    return Finding(
        spot.place,
        message(
            "this tag would be lost, because a tag beside it replaces the whole paragraph: {around}", around=spot.around
        ),
        message("give {%p … %}, {%tr … %} and {%tc … %} a paragraph, row or cell of their own"),
    )


@problem("T113", "syntax")
def tag_in_field(spot: Spot) -> Finding:
    """A tag stands inside the code of a field, where record text could become a command.

    Field codes such as PAGE or REF are shown by Alt+F9. Put the tag into the text of the document instead.
    """
    return Finding(
        spot.place,
        message("a tag cannot stand in the code of a field: {around}", around=spot.around),
        message("press Alt+F9 in Word to see the fields"),
    )


@problem("T114", "values")
def cannot_compute(spot: Spot, reason: str) -> Finding:
    """The template computes or compares what cannot be computed, such as a text with a number.

    The program has worded everything already; a template seldom needs more than printing.
    """
    return Finding(
        spot.place,
        message("this cannot be computed ({reason}): {around}", reason=reason, around=spot.around),
        message("compare texts with texts and numbers with numbers"),
    )


@problem("T115", "syntax")
def unusual_prefix(spot: Spot, part: str) -> Finding:
    """A part of the file names its elements in a way that no word processor does, so that tags cannot be found.

    Open the file in Word or WPS and save it again.
    """
    return Finding(
        spot.place,
        message("the tags of `{part}` cannot be read, because it was not written by Word or WPS", part=part),
        message("open the file in Word or WPS and save it again"),
    )


@problem("T116", "values")
def not_a_list(spot: Spot, what: Message) -> Finding:
    """A loop, or a filter for lists, is given something that is no list.

    A loop over a text would take it apart character by character, which nobody means.
    Right: {% for name in names %}. Wrong: {% for letter in title %}.
    """
    return Finding(
        spot.place,
        message("{what} is no list: {around}", what=what, around=spot.around),
        message("loop over a list, or print it as it is"),
    )
