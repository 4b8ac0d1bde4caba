"""A translation memory, 翻译记忆: what was translated before, found by its Chinese, exactly or nearly (TMX 1.4b)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import field
from typing import NamedTuple

from lxml import etree
from rapidfuzz import fuzz, process

from jiyao.dataclass import dataclass
from jiyao.languages.language import Language
from jiyao.languages.text import State
from jiyao.ooxml.markup import Element
from jiyao.problems import Place
from jiyao.records.choices import Access
from jiyao.records.load import Record
from jiyao.records.translating import Translation
from jiyao.review.segments import Unit, source_hash, units_of
from jiyao.review.tmx import add_pair, as_bytes, new_root, parse_tmx, said_in

ORIGIN, ACCESS = "x-jiyao-origin", "x-jiyao-access"
APPROVED = frozenset((None, State.REVIEWED, State.FINAL))
"""The states of what may be remembered; English that nobody calls a draft counts as reviewed."""
PUBLIC, INTERNAL = Access.PUBLIC.value, Access.INTERNAL.value
EXACT = 100
"""The likeness of two texts of which nothing differs but blanks at the ends."""


class Remembered(NamedTuple):
    """One text with its English, and where it is from."""

    zh: str
    en: str
    origin: str = ""
    """The record, or the file that it was imported from."""
    access: str = INTERNAL
    """Who may read it: what is not public never leaves the house."""


class Hit(NamedTuple):
    """What was found, and how like the text that was looked for it is, in per cent."""

    likeness: int
    found: Remembered


@dataclass(frozen=True, slots=True)
class Memory:
    """The texts that were translated, each Chinese text with each of its renderings once."""

    entries: tuple[Remembered, ...] = ()
    _exact: dict[str, list[Remembered]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        exact: dict[str, list[Remembered]] = {}
        for each in self.entries:
            exact.setdefault(source_hash(each.zh), []).append(each)
        object.__setattr__(self, "_exact", exact)

    def exact(self, zh: str) -> tuple[Remembered, ...]:
        """The renderings of that very text, the latest first."""
        return tuple(reversed(self._exact.get(source_hash(zh), [])))

    def find(self, zh: str, least: int, most: int) -> tuple[Hit, ...]:
        """At most so many texts that are at least so like that one, the likest first, of equals the latest."""
        same = [Hit(EXACT, each) for each in self.exact(zh)]
        if len(same) >= most or least >= EXACT:
            return tuple(same[:most])
        texts = [each.zh for each in reversed(self.entries)]
        near = process.extract(zh, texts, scorer=fuzz.ratio, score_cutoff=least, limit=most + len(same))
        count = len(self.entries)
        others = [Hit(min(int(score), EXACT - 1), self.entries[count - 1 - at]) for _text, score, at in near]
        return tuple([*same, *(each for each in others if each.found not in self.exact(zh))][:most])

    def with_more(self, more: Iterable[Remembered]) -> Memory:
        """The memory with these behind what it has; a pair that it has already stays what and where it is."""
        known = {(source_hash(each.zh), each.en): each for each in self.entries}
        for each in more:
            known.setdefault((source_hash(each.zh), each.en), each)
        return Memory(tuple(known.values()))


class Filled(NamedTuple):
    """A text without English, and what the memory has for it."""

    unit: Unit
    hit: Hit


def fillings(record: Record, memory: Memory, least: int) -> Iterator[Filled]:
    """For each text of a record that has no English and may have some, the likest one that the memory knows."""
    for unit in units_of(record):
        if unit.text.zh and not unit.text.en and not unit.is_locked:
            yield from (Filled(unit, hit) for hit in memory.find(unit.text.zh, least, 1))


def filled_in(fillings: Iterable[Filled]) -> tuple[Translation, ...]:
    """What is to be written: the English as it was, to be reviewed."""
    return tuple(
        Translation(unit.text.zh_origin.place, hit.found.en, State.NEEDS_REVIEW, unit.field) for unit, hit in fillings
    )


def remembered(record: Record, origin: str, told: Collection[Place] = ()) -> Iterator[Remembered]:
    """What may be remembered of a record: approved English, and nothing of what is secret or restricted.

    `told` are the places of the texts that a public document says: the record may be public, and why somebody was on
    leave is not.
    """
    meeting = record.meeting
    if meeting is None or meeting.issue.secrecy or (meeting.access and meeting.access.level is Access.RESTRICTED):
        return
    is_public = meeting.access is not None and meeting.access.level is Access.PUBLIC
    for unit in units_of(record):
        if unit.text.zh and unit.text.en and unit.text.state in APPROVED:
            access = PUBLIC if is_public and unit.text.zh_origin.place in told else INTERNAL
            yield Remembered(unit.text.zh, unit.text.en, origin, access)


def read_memory(data: bytes, origin: str = "") -> Memory | None:
    """The memory of a TMX file, with `origin` for what does not say where it is from; None where the file is none."""
    root = parse_tmx(data)
    if root is None:
        return None
    found: list[Remembered] = []
    for unit in root.iter("tu"):
        notes = {each.get("type"): each.text or "" for each in unit.iter("prop")}
        zh, en = said_in(unit, Language.ZH).strip(), said_in(unit, Language.EN).strip()
        if zh and en:
            access = PUBLIC if notes.get(ACCESS) == PUBLIC else INTERNAL
            found.append(Remembered(zh, en, notes.get(ORIGIN, origin), access))
    return Memory(tuple(found))


def memory_file(entries: Iterable[Remembered]) -> bytes:
    """The TMX file: a unit for each pair, with where it is from."""
    root = new_root()
    body = etree.SubElement(root, "body")
    for each in entries:
        _add(body, each)
    return as_bytes(root)


def memory_with(data: bytes, more: Iterable[Remembered]) -> bytes:
    """The TMX file with units for these behind all that it has, which stays as it is: dates, notes, marks, languages.

    Raises ValueError where it is none.
    """
    root = parse_tmx(data)
    if root is None:
        raise ValueError("no TMX")
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    for each in more:
        unit = _add(body, each)
        # By itself: to indent all would put blanks into texts of others that hold marks.
        etree.indent(unit, level=2)
        unit.tail = "\n    "
        if (before := unit.getprevious()) is None:
            body.text = "\n    "
        else:
            before.tail = "\n    "
    if len(body):
        body[-1].tail = "\n  "
    return etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True) + b"\n"


def _add(body: Element, entry: Remembered) -> Element:
    unit = etree.SubElement(body, "tu")
    for name, said in ((ORIGIN, entry.origin), (ACCESS, entry.access)):
        if said:
            etree.SubElement(unit, "prop", {"type": name}).text = said
    add_pair(unit, entry.zh, entry.en)
    return unit


def may_leave(entries: Iterable[Remembered]) -> tuple[Remembered, ...]:
    """Those that come from what everybody may read."""
    return tuple(each for each in entries if each.access == PUBLIC)
