"""What can be wrong with a value of a record: family R, from R100 on.

Each function words one fault; its docstring is what `jiyao rule` prints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.problems import Binding, Edit, Finding, Message, Place, Severity, message, problem
from jiyao.records.nodes import Mapping, Node, Scalar, Sequence
from jiyao.records.suffixes import holds_json

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

SHORTEST = 4
"""Letters of a key that can be mended: of shorter ones a single letter makes another (`for`, `fro`, `from`)."""

LONGEST_WORD = 60
"""Characters of a word that may be meant to be another; a longer one is prose, and is compared with nothing."""


def form_of(node: Node) -> Message:
    """What a node is, for a sentence that says what was found."""
    if isinstance(node, Mapping):
        return message("fields")
    if isinstance(node, Sequence):
        return message("a list")
    return message("nothing") if node.unknown else message("the text `{text}`", text=shortened(node.text))


def shortened(text: str, most: int = 30) -> str:
    """The beginning of a text, on one line."""
    line = text.replace("\n", " ")
    return line if len(line) <= most else line[: most - 1] + "…"


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` may have been meant to be, "" if none comes near."""
    if len(word) > LONGEST_WORD:
        return ""
    # Here, since only a slip needs it.
    from difflib import get_close_matches

    matches = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""


def is_slip(word: str, meant: str) -> bool:
    """Whether an English key is `meant` with one slip behind its first letter.

    A slip is one letter too much, too few or wrong, or two neighbours exchanged. Chinese words are never slips: one
    character makes another word.
    """
    word = word.casefold()
    if not meant.isascii() or len(meant) < SHORTEST or word[:1] != meant[0] or word == meant:
        return False
    start = next((at for at, pair in enumerate(zip(word, meant, strict=False)) if pair[0] != pair[1]), -1)
    if start < 0:
        return abs(len(word) - len(meant)) == 1
    left, right = word[start:], meant[start:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[1::-1] == right[:2] and left[2:] == right[2:])
    )


def _mended(place: Place, word: str) -> Edit:
    """The edit that puts a plain word there; JSON has its words in quotes, which are part of the place."""
    return Edit(place, f'"{word}"' if holds_json(place.file) else word)


def meant(word: str) -> Message | None:
    """The hint that asks whether `word` was meant; None without one."""
    return message("did you mean `{word}`?", word=word) if word else None


def one_of(words: Collection[str]) -> Message:
    """The hint that lists what may stand there."""
    return message("use one of: {words}", words=tuple(words))


@problem("R100", "field")
def unknown_field(key: Scalar, known: Collection[str], free: Collection[str]) -> Finding:
    """A record may hold only the fields that are defined, so that a misspelt key is not silently left out.

    Keys may be English or Chinese (`title` or `会议名称`). `jiyao schema` lists them all; an editor that knows the
    schema completes them.

    Right: `attendees: [张三]`. Wrong: `atendees: [张三]`.
    """
    close = closest(key.text, known)
    slips = [word for word in known if is_slip(key.text, word)]
    fix = (_mended(key.place, close),) if slips == [close] and close in free else ()
    alike = [word for word in known if word.isascii() == key.text.isascii()]
    hint = meant(close) or one_of(alike)
    return Finding(key.place, message("unknown field `{key}`", key=shortened(key.text)), hint, fix)


@problem("R101", "field")
def wrong_form(place: Place, expected: Message, found: Message) -> Finding:
    """A field holds a text where fields or a list are needed, or the other way round.

    Right: `held: 2023-03-06` or `held: {start: 2023-03-06 15:00}`. Wrong: `held: [2023-03-06]`.
    """
    return Finding(place, message("expected {expected}, found {found}", expected=expected, found=found))


@problem("R102", "reference")
def unknown_person(place: Place, name: str, close: str) -> Finding:
    """A name that nobody in the office has, and that looks like a misspelt name of somebody in the office.

    Names in records must be exactly the names of `office.yaml`; a guest whom the office does not know may be
    named freely. Where a guest's name happens to look like a colleague's, write `{name: 陈林}` instead of the
    bare name: then nobody asks.
    """
    said = message("unknown person {name} — did you mean {close}?", name=name, close=close)
    return Finding(place, said, message("if it is somebody else, write `{{name: {name}}}`", name=name))


@problem("R103", "reference")
def unknown_id(place: Place, word: str, known: Collection[str]) -> Finding:
    """A bare word of small letters, digits and hyphens is an id, and an id must exist in `office.yaml`.

    Right: `chair: zhang-san` where the office has `{id: zhang-san, name: 张三}`; or `chair: 张三`.
    """
    hint = meant(closest(word, known)) or message("ids are defined in office.yaml; a name in Chinese needs no id")
    return Finding(place, message("unknown id `{word}`", word=word), hint)


@problem("R104", "value")
def not_in_list(place: Place, word: str, choices: Collection[str]) -> Finding:
    """The field takes one value of a closed list, in English or in Chinese.

    Right: `status: leave` or `status: 请假`. Wrong: `status: 病假` (write the reason beside it).
    """
    # Never mended: `nonpublic` is nearly `public`, and means the opposite.
    said = message("`{word}` is not a value of this field", word=shortened(word))
    return Finding(place, said, meant(closest(word, choices)) or one_of(choices))


@problem("R105", "value")
def not_a_date(place: Place, text: str) -> Finding:
    """The value is not a date, or is one that the calendar does not have.

    Dates are written `2023-03-06`, `2023/3/6` or `2023年3月6日`; with a time `2023-03-06 15:00` or
    `2023年3月6日下午3时`; several days `2023年3月6日至8日`. The year is always written: nobody guesses it.
    """
    hint = message("write it as 2023-03-06 or 2023年3月6日")
    return Finding(place, message("`{text}` is not a date", text=shortened(text)), hint)


@problem("R106", "value")
def not_a_number(place: Place, text: str) -> Finding:
    """The value is not a whole number of zero or more.

    Right: `count: 12`, `count: 30余人` (at least 30), `count: {at_least: 12}`. Wrong: `count: 十几个`.
    """
    return Finding(place, message("`{text}` is not a whole number", text=shortened(text)), message("write it as 12"))


@problem("R107", "field")
def missing_field(place: Place, name: str, zh: tuple[str, ...], *, in_chinese: bool = False) -> Finding:
    """A field without which the record says nothing: every record needs `title`, every statement its `text`.

    What is merely unknown may be left out; the documents then do without it.
    """
    both = " / ".join((name, *zh[:1]))
    usual = zh[0] if in_chinese and zh else name
    return Finding(place, message("`{field}` is missing", field=both), message("add `{name}: …`", name=usual))


@problem("R108", "field")
def field_twice(place: Place, key: str, first: Scalar) -> Finding:
    """Two keys of the same mapping mean the same field, for example `title` and `会议名称`: one of them must go."""
    said = message(
        "`{key}` says the same field as `{first}` in line {line}", key=key, first=first.text, line=first.place.line
    )
    return Finding(place, said, message("keep one of the two"))


@problem("R109", "reference")
def ambiguous_name(place: Place, name: str, ids: Collection[str]) -> Finding:
    """Several people, or several units, of the office have this name; only an id says which is meant."""
    said = message("{name} is the name of more than one", name=name)
    return Finding(place, said, message("write the id: {ids}", ids=tuple(ids)))


@problem("R110", "field")
def not_together(place: Place, first: str, second: str) -> Finding:
    """Two fields contradict each other, for example `held` with both `date` and `from`: keep the one that is true."""
    said = message("`{first}` and `{second}` cannot stand together", first=first, second=second)
    return Finding(place, said, message("keep one of the two"))


@problem("R112", "value")
def not_yes_or_no(place: Place, text: str) -> Finding:
    """The field takes `true` or `false` (`是` or `否`)."""
    said = message("`{text}` is neither true nor false", text=shortened(text))
    return Finding(place, said, message("write true or false"))


@problem("R113", "value", severity=Severity.WARNING)
def empty_item(place: Place) -> Finding:
    """A list holds an item with nothing in it; it is passed over. Mostly a forgotten line."""
    return Finding(place, message("this item of the list is empty"), message("write its text, or take the line out"))


@problem("R114", "reference", severity=Severity.WARNING, binding=Binding.SUGGESTION)
def unknown_unit(place: Place, name: str, close: str) -> Finding:
    """A unit that the office does not have, and that looks like a misspelt name of one that it has.

    Units outside the office may be named freely, so this is only a warning.
    """
    said = message("unknown unit {name} — did you mean {close}?", name=name, close=close)
    return Finding(place, said)


@problem("R115", "value")
def not_a_time(place: Place, text: str) -> Finding:
    """The value is not a time of day.

    Times are written `15:00`, `15时30分` or `下午3时`.
    """
    return Finding(place, message("`{text}` is not a time", text=shortened(text)), message("write it as 15:00"))


@problem("R116", "value")
def text_is_empty(place: Place) -> Finding:
    """A text holds nothing but blanks. What is unknown is left out altogether."""
    return Finding(place, message("this text is empty"), message("write it, or take the field out"))


@problem("R117", "reference")
def id_twice(place: Place, word: str, line: int) -> Finding:
    """Two people, two units, or two kinds have the same id; an id names one thing only."""
    return Finding(place, message("the id `{word}` is already used in line {line}", word=word, line=line))


@problem("R118", "value")
def not_an_id(place: Place, text: str) -> Finding:
    """An id begins with a small letter and goes on with small letters, digits and hyphens, such as `zhang-san`.

    It is used in file names and in other records, so it stays plain.
    """
    said = message("`{text}` is not an id", text=shortened(text))
    return Finding(place, said, message("small letters, digits and hyphens, such as `zhang-san`"))


@problem("R119", "value")
def wrong_schema(place: Place, text: str, expected: str) -> Finding:
    """`schema` names the version of the format that the record is written in; this program knows one."""
    said = message("the format `{text}` is not known", text=shortened(text))
    return Finding(
        place, said, message("write `{expected}`, or leave it out", expected=expected), (_mended(place, expected),)
    )


@problem("R120", "reference")
def unknown_kind(place: Place, word: str, known: Collection[str]) -> Finding:
    """The kind of a meeting is one of the built-in kinds, or one that the office defines under `kinds`.

    Right: `kind: office`, `会议类型: 办公会议`, `会议类型: 局长办公会`.
    """
    hint = meant(closest(word, known)) or one_of(known)
    return Finding(place, message("unknown kind of meeting `{word}`", word=word), hint)
