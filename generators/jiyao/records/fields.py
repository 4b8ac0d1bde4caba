"""The table of fields: a record type says, field by field, how each value is read and what it may be called.

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Vote:
        entitled: int | None = optional(NUMBER, "应到")

That one line is the type, the reader, the Chinese key and the JSON Schema of the field; `Shape(Vote)` reads a
mapping by it. Reading never stops at a fault: it reports it and goes on, so that one run shows all of them.
"""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from jiyao.dataclass import dataclass
from jiyao.problems import Origin, Place, Problem, message
from jiyao.records import faults, refusals
from jiyao.records.lists import read_list
from jiyao.records.nodes import Entry, Mapping, Node, Scalar, is_text, is_unknown

if TYPE_CHECKING:
    from jiyao.languages.text import Language

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

GUESSES = 50
"""Problems of one record after which nobody reads what a word may have been meant to be."""

Schema = dict[str, object]
Schemas = dict[str, object]
"""The schemas of record types, by name: the `$defs` of the whole."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a value needs beside its node: whom the office knows, and where faults are collected."""

    first_language: Language
    directory: object
    """Whom and what names can mean: `people.directory_of` knows its type, which the table of fields need not."""
    problems: list[Problem]

    def report(self, problem: Problem) -> None:
        """Keep the problem; after `refusals.ENOUGH` it is only said that there are more."""
        if len(self.problems) < refusals.ENOUGH:
            self.problems.append(problem)
        elif not self.is_full:
            self.problems.append(refusals.too_many_problems(problem.place))

    @property
    def is_full(self) -> bool:
        """Whether there were so many problems that nothing more is to be read."""
        return len(self.problems) > refusals.ENOUGH

    @property
    def may_guess(self) -> bool:
        """Whether to go through all ids for the one that was meant: only for the first problems."""
        return len(self.problems) < GUESSES


class Reader(Protocol[T_co]):
    """How one kind of value is read. `read` gives None where it has reported why it cannot."""

    def read(self, node: Node, path: str, reading: Reading, /) -> T_co | None: ...

    def schema(self, types: Schemas, /) -> Schema:
        """The JSON Schema of what may be written there; record types are put into `types`, once, and named."""
        ...


@dataclass(frozen=True, slots=True)
class Spec:
    """How one field of a record type is read, what it may be called, and what it is (English, for the schema)."""

    reader: Reader[Any]
    zh: tuple[str, ...]
    required: bool = False
    many: bool = False
    listed: bool = False
    """Whether a text with 、 in it names several: true of people and units, never of prose."""


_NO_KEY = Scalar("", Origin(Place("")))
"""The key of a field that no key names."""

KEY = "spec"
"""Where a dataclass field keeps its `Spec`."""
PLACE_KEY = "place of"
"""Where a dataclass field for a place keeps whose place it is: a field's, or "" for that of the whole."""


def required(reader: Reader[T], *zh: str) -> T:
    """A field that a record must have."""
    return cast(T, field(metadata={KEY: Spec(reader, zh, required=True)}))


def optional(reader: Reader[T], *zh: str) -> T | None:
    """A field that may be unknown: None where the record does not say it."""
    return cast("T | None", field(default=None, metadata={KEY: Spec(reader, zh)}))


def default(value: T, reader: Reader[T], *zh: str) -> T:
    """A field that has a value even where the record says nothing."""
    return field(default=value, metadata={KEY: Spec(reader, zh)})


def many(reader: Reader[T], *zh: str) -> tuple[T, ...]:
    """A list; one value without a list is a list of one."""
    return cast("tuple[T, ...]", field(default=(), metadata={KEY: Spec(reader, zh, many=True)}))


def named(reader: Reader[T], *zh: str) -> tuple[T, ...]:
    """A list of people or units, which may also be written as one text: 张三、李四."""
    return cast("tuple[T, ...]", field(default=(), metadata={KEY: Spec(reader, zh, many=True, listed=True)}))


def placed(of: str = "") -> Place:
    """The field that holds where the thing was written, or its field `of`; it is no part of what the thing is."""
    return field(default=Place(""), compare=False, repr=False, metadata={PLACE_KEY: of})


def spec_of(cls: type, name: str) -> Spec:
    """How the field `name` of a record type is read."""
    return specs_of(cls)[name]


def specs_of(cls: type) -> dict[str, Spec]:
    """The fields of a record type that a record may write, in order."""
    return {each.name.rstrip("_"): each.metadata[KEY] for each in fields(cls) if KEY in each.metadata}


def normal_key(key: str) -> str:
    """A key as it is compared: `First_Topic`, `first-topic` and `first topic` are one."""
    return key.strip().lower().replace("-", "_").replace(" ", "_")


@dataclass(frozen=True)
class Shape(Generic[T]):
    """Reads a mapping as the record type `cls`.

    `scalar` names the field that a bare text stands for (`- 自查` for `- {text: 自查}`); `given` are values of
    fields that the list around it already says.
    """

    cls: type[T]
    scalar: str = ""
    given: Dict[str, object] = field(default_factory=dict[str, object])

    @cached_property
    def specs(self) -> dict[str, Spec]:
        return specs_of(self.cls)

    @cached_property
    def keys(self) -> dict[str, str]:
        """From every key that may be written, as it is compared, to the field's name."""
        names = {normal_key(name): name for name in self.specs}
        return names | {normal_key(zh): name for name, spec in self.specs.items() for zh in spec.zh}

    @cached_property
    def places(self) -> tuple[tuple[str, str], ...]:
        """The fields for places, each with the field whose place it is, "" for the whole."""
        return tuple(
            (each.name, each.metadata[PLACE_KEY]) for each in fields(cast(Any, self.cls)) if PLACE_KEY in each.metadata
        )

    @cached_property
    def _rows(self) -> dict[str, tuple[str, Spec]]:
        """The attribute of the record type that a field fills, and how it is read."""
        attributes = {each.name.rstrip("_"): each.name for each in fields(cast(Any, self.cls))}
        return {name: (attributes[name], spec) for name, spec in self.specs.items()}

    @cached_property
    def _needed(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The fields that a record must say, each with its Chinese names."""
        return tuple((name, spec.zh) for name, spec in self.specs.items() if spec.required and name not in self.given)

    def read(self, node: Node, path: str, reading: Reading) -> T | None:
        if self.scalar and (isinstance(node, Scalar) or self._is_bare_text(node)):
            return self.of_one(self.scalar, node, path, reading)
        if not isinstance(node, Mapping):
            reading.report(faults.wrong_form(node.place, message("fields (`name: value`)"), faults.form_of(node)))
            return None
        return self._build(self._by_field(node, reading), node.place, path, reading)

    def _is_bare_text(self, node: Node) -> bool:
        return is_text(node) and not any(self.field_of(entry.key.text) for entry in cast(Mapping, node).entries)

    def of(self, values: Dict[str, Node], place: Place, path: str, reading: Reading) -> T | None:
        """The value of fields that no key names: they stand at `path` themselves."""
        return self._build({name: Entry(_NO_KEY, value) for name, value in values.items()}, place, path, reading)

    def of_one(self, name: str, node: Node, path: str, reading: Reading) -> T | None:
        """As `of`, where there is one field, as nearly everywhere in most records: quicker, and nothing else."""
        if is_unknown(node) or any(needed != name for needed, _zh in self._needed):
            return self.of({name: node}, node.place, path, reading)
        attribute, spec = self._rows[name]
        value = read_value(spec, node, path, reading)
        if value is None and spec.required:
            return None
        values = {**self.given, attribute: value} if value is not None else dict(self.given)
        for spot, of in self.places:
            values[spot] = node.place.within(join(path, of) if of == name else path)
        return self.cls(**values)

    def _build(self, written: Dict[str, Entry], place: Place, path: str, reading: Reading) -> T | None:
        """The value of a mapping; None where a field that it must have is missing or wrong.

        Nearly all fields of a type are not written: so it is those that are written which are gone through.
        """
        values: dict[str, object] = dict(self.given)
        rows, failed = self._rows, False
        for name, entry in written.items():
            node = entry.value
            if isinstance(node, Scalar) and node.unknown:
                continue
            attribute, spec = rows[name]
            value = read_value(spec, node, path if entry.key is _NO_KEY else join(path, name), reading)
            if value is None:
                failed = failed or spec.required
            else:
                values[attribute] = value
        for name, zh in self._needed:
            said = written.get(name)
            if said is None or is_unknown(said.value):
                # In the language in which the others are written.
                in_chinese = any(not each.key.text.isascii() for each in written.values())
                at = said.key.place if said else place
                reading.report(faults.missing_field(at, name, zh, in_chinese=in_chinese))
                failed = True
        if failed:
            return None
        for attribute, of in self.places:
            spot = written[of].value.place.within(join(path, of)) if of in written else place.within(path)
            values[attribute] = spot
        return self.cls(**values)

    def field_of(self, key: str) -> str:
        """The field that a key means, "" for none."""
        keys = self.keys
        return keys.get(key) or keys.get(normal_key(key), "")

    def _by_field(self, node: Mapping, reading: Reading) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        meant: set[str] = set()
        for entry in node.entries:
            name = self.field_of(entry.key.text)
            if reading.is_full:
                break
            if not name:
                meant = meant or {self.field_of(each.key.text) for each in node.entries}
                known = self._known()
                free = [word for word in known if self.keys[normal_key(word)] not in meant]
                reading.report(faults.unknown_field(entry.key, known, free))
                # Of two slips that mean one field only the first is mended.
                meant.add(self.field_of(faults.closest(entry.key.text, known)))
            elif name in found:
                reading.report(faults.field_twice(entry.key.place, entry.key.text, found[name].key))
            else:
                found[name] = entry
        return found

    def _known(self) -> tuple[str, ...]:
        return (*self.specs, *(zh for spec in self.specs.values() for zh in spec.zh))

    def schema(self, types: Schemas) -> Schema:
        name = self.cls.__name__
        if name not in types:
            types[name] = {}  # first, so that a type that holds itself ends
            types[name] = self._schema_of_fields(types)
        whole: Schema = {"$ref": f"#/$defs/{name}"}
        return {"anyOf": [self.specs[self.scalar].reader.schema(types), whole]} if self.scalar else whole

    def _schema_of_fields(self, types: Schemas) -> Schema:
        properties: Schema = {}
        for name, spec in self.specs.items():
            one = spec.reader.schema(types)
            value: Schema = {"anyOf": [one, {"type": "array", "items": one}]} if spec.many else one
            for key in (name, *spec.zh):
                properties[key] = {"anyOf": [value, {"type": "null"}]}
        needed = [
            {"anyOf": [{"required": [key]} for key in (name, *spec.zh)]}
            for name, spec in self.specs.items()
            if spec.required and name not in self.given
        ]
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        return schema | {"allOf": needed} if needed else schema


def join(path: str, name: str) -> str:
    """The path of a field of what stands at `path`."""
    return f"{path}.{name}" if path else name


def read_value(spec: Spec, node: Node, path: str, reading: Reading) -> object | None:
    """The value of one field, a tuple where the field is a list; None where it was reported as wrong."""
    if not spec.many:
        return spec.reader.read(node, path, reading)
    return read_list(spec.reader, node, path, reading, listed=spec.listed)
