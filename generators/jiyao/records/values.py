"""How the single values of a record are read: texts, names, numbers, dates, closed lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

from jiyao.dataclass import dataclass
from jiyao.languages.moments import parse_date
from jiyao.languages.text import Language, Name, State, Text
from jiyao.problems import Origin, message
from jiyao.records import faults
from jiyao.records.choices import Choice
from jiyao.records.nodes import Entry, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jiyao.records.fields import Reading, Schema, Schemas

TEXT_KEYS = {"zh": "zh", "中文": "zh", "en": "en", "英文": "en", "state": "state", "译文状态": "state"}
NAME_KEYS = {"zh": "zh", "中文": "zh", "en": "en", "英文": "en", "pinyin": "pinyin", "拼音": "pinyin"}
STATES = {"草译": State.DRAFT, "待审": State.NEEDS_REVIEW, "已审": State.REVIEWED, "定稿": State.FINAL}
YES = frozenset(("true", "yes", "是"))
NO = frozenset(("false", "no", "否"))
NUMBER_FORM = re.compile(r"(\d{1,9})\s*[人名份票个]?")
STRING: Schema = {"type": "string"}
SCALAR: Schema = {"type": ["string", "number", "boolean"]}
"""A text as an editor's YAML parser sees it, which takes 007 for a number."""


def scalar(node: Node, reading: Reading) -> Scalar | None:
    """The node as a text; reported where it is a list or fields, or holds nothing but blanks."""
    if not isinstance(node, Scalar):
        reading.report(faults.wrong_form(node.place, message("a text"), faults.form_of(node)))
        return None
    if not node.text.strip():
        reading.report(faults.text_is_empty(node.place))
        return None
    return node


def at(origin: Origin, path: str) -> Origin:
    """The origin, which now knows the path of its field."""
    return Origin(origin.place.within(path), origin.breaks)


def languages_of(node: Mapping, keys: dict[str, str], reading: Reading) -> dict[str, Scalar]:
    """What a mapping of languages holds, by its English key; what is unknown is left out."""
    found: dict[str, Scalar] = {}
    for entry in node.entries:
        key = keys.get(entry.key.text)
        if reading.is_full:
            break
        if key is None:
            reading.report(faults.unknown_field(entry.key, tuple(keys), free=()))
        elif key in found:
            reading.report(faults.field_twice(entry.key.place, entry.key.text, found[key]))
        elif not _unknown(entry) and (value := scalar(entry.value, reading)):
            found[key] = value
    return found


def _unknown(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar) and entry.value.unknown


class TextReader:
    """Reads a text: bare in the office's first language, or `{zh, en, state}`."""

    def read(self, node: Node, path: str, reading: Reading) -> Text | None:
        if not isinstance(node, Mapping):
            bare = scalar(node, reading)
            return self._bare(bare, path, reading) if bare else None
        found = languages_of(node, TEXT_KEYS, reading)
        zh, en, state = found.get("zh"), found.get("en"), found.get("state")
        if not zh and not en:
            reading.report(faults.text_is_empty(node.place))
            return None
        return Text(
            zh.text if zh else "",
            en.text if en else "",
            self._state(state, reading) if state else None,
            at(zh.origin, f"{path}.zh") if zh else Origin(node.place),
            at(en.origin, f"{path}.en") if en else Origin(node.place),
        )

    def _bare(self, node: Scalar, path: str, reading: Reading) -> Text:
        origin = at(node.origin, path)
        if reading.first_language is Language.EN:
            return Text(en=node.text, zh_origin=origin, en_origin=origin)
        return Text(zh=node.text, zh_origin=origin, en_origin=origin)

    def _state(self, node: Scalar, reading: Reading) -> State | None:
        if node.text in STATES:
            return STATES[node.text]
        if node.text in set(State):
            return State(node.text)
        reading.report(faults.not_in_list(node.place, node.text, (*State, *STATES)))
        return None

    def schema(self, types: Schemas) -> Schema:
        states = [*State, *STATES, None]
        types["Text"] = {
            "anyOf": [
                SCALAR,
                {
                    "type": "object",
                    "properties": {
                        key: {"enum": states} if name == "state" else {"anyOf": [SCALAR, {"type": "null"}]}
                        for key, name in TEXT_KEYS.items()
                    },
                    "additionalProperties": False,
                },
            ]
        }
        return {"$ref": "#/$defs/Text"}


class NameReader:
    """Reads a person's name: bare in its own script, or `{zh, en, pinyin}`."""

    def read(self, node: Node, path: str, reading: Reading) -> Name | None:
        if isinstance(node, Mapping):
            found = {key: value.text for key, value in languages_of(node, NAME_KEYS, reading).items()}
            if not found.get("zh") and not found.get("en"):
                reading.report(faults.text_is_empty(node.place))
                return None
            return Name(**found, at=node.place.within(path))
        bare = scalar(node, reading)
        if not bare:
            return None
        place = bare.place.within(path)
        return Name(en=bare.text, at=place) if bare.text.isascii() else Name(zh=bare.text, at=place)

    def schema(self, types: Schemas) -> Schema:
        parts = {key: {"type": ["string", "null"]} for key in NAME_KEYS}
        types["Name"] = {"anyOf": [STRING, {"type": "object", "properties": parts, "additionalProperties": False}]}
        return {"$ref": "#/$defs/Name"}


@dataclass(frozen=True, slots=True)
class IdReader:
    """Reads a plain word of the file: an id, or, where `strict` is off, any text that is nobody's prose."""

    strict: bool = True

    def read(self, node: Node, _path: str, reading: Reading) -> str | None:
        found = scalar(node, reading)
        if found and self.strict and not re.fullmatch(r"[a-z][a-z0-9-]*", found.text):
            reading.report(faults.not_an_id(found.place, found.text))
            return None
        return found.text if found else None

    def schema(self, types: Schemas) -> Schema:
        del types
        return {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"} if self.strict else SCALAR


class NumberReader:
    """Reads a whole number of zero or more; a counting word may follow (12人)."""

    def read(self, node: Node, _path: str, reading: Reading) -> int | None:
        found = scalar(node, reading)
        if not found:
            return None
        number = NUMBER_FORM.fullmatch(found.text.strip())
        if not number:
            reading.report(faults.not_a_number(found.place, found.text))
            return None
        return int(number[1])

    def schema(self, types: Schemas) -> Schema:
        del types
        return {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]"}]}


class FlagReader:
    """Reads true or false, in English or Chinese."""

    def read(self, node: Node, _path: str, reading: Reading) -> bool | None:
        found = scalar(node, reading)
        if not found:
            return None
        word = found.text.lower()
        if word in YES or word in NO:
            return word in YES
        reading.report(faults.not_yes_or_no(found.place, found.text))
        return None

    def schema(self, types: Schemas) -> Schema:
        del types
        return {"enum": [True, False, *sorted(YES | NO)]}


class DateReader:
    """Reads a day."""

    def read(self, node: Node, _path: str, reading: Reading) -> date | None:
        found = scalar(node, reading)
        if not found:
            return None
        day = parse_date(found.text)
        if day is None:
            reading.report(faults.not_a_date(found.place, found.text))
        return day

    def schema(self, types: Schemas) -> Schema:
        del types
        return STRING


C = TypeVar("C", bound=Choice)


@dataclass(frozen=True, slots=True)
class ChoiceReader(Generic[C]):
    """Reads a value of a closed list by its English key or any of its Chinese words."""

    choices: type[C]

    def read(self, node: Node, _path: str, reading: Reading) -> C | None:
        found = scalar(node, reading)
        if not found:
            return None
        for choice in self.choices:
            if found.text in (choice.value, *choice.zh):
                return choice
        reading.report(faults.not_in_list(found.place, found.text, tuple(self.words())))
        return None

    def words(self) -> Iterable[str]:
        """Every word that may be written."""
        return (word for choice in self.choices for word in (str(choice.value), *choice.zh))

    def schema(self, types: Schemas) -> Schema:
        name = self.choices.__name__
        types[name] = {"enum": list(self.words())}
        return {"$ref": f"#/$defs/{name}"}


TEXT = TextReader()
NAME = NameReader()
ID = IdReader()
PLAIN = IdReader(strict=False)
NUMBER = NumberReader()
FLAG = FlagReader()
DATE = DateReader()
