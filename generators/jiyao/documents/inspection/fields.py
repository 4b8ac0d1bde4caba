"""What a template may say: every name with its tag, its meaning and an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, cast, get_args, get_type_hints

from jiyao.dataclass import dataclass
from jiyao.documents.inspection.given import GIVEN, example_of
from jiyao.documents.inspection.meanings import meanings_of
from jiyao.documents.inspection.shapes import Shape, Sort, members_of
from jiyao.documents.shipped import Edition
from jiyao.problems import Message, message
from jiyao.records.choices import DocumentName
from jiyao.views.fragments import Chart, Paragraph, Run


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a template may print, or loop over.

    `path` names it from the document down, `[]` standing for each of a list: `body[].runs`. `tags` are the lines to
    write; `meaning` is English, and among the texts that the interface translates.
    """

    path: str
    shape: Shape
    tags: tuple[str, ...]
    meaning: str
    example: str

    @property
    def kind(self) -> Message:
        """What sort of value it is; for one of a closed list, its words."""
        if self.shape.words:
            return message("one of: {words}", words=self.shape.words)
        return self.shape.sort.words


def fields_of(document: DocumentName, edition: Edition) -> tuple[Field, ...]:
    """Everything that a template of this document and edition may say, in the order of the page."""
    example = example_of(document, edition)
    return tuple(
        each
        for kind in GIVEN[document, edition]
        for name in members_of(kind)
        for each in _fields(kind, name, (name, name), example[name])
    )


def _fields(kind: type[object], name: str, path: tuple[str, str], example: object) -> Iterator[Field]:
    """A field and those below it; `path` is its path, and what a tag calls it."""
    shape = members_of(kind)[name]
    shown, written = path
    if shape.sort is not Sort.GROUP:
        meaning = " ".join(meanings_of(kind).get(name, "").splitlines())
        yield Field(shown, shape, _tags(shape, written), meaning, _example(shape, example))
    below = _dataclass_of(get_type_hints(kind).get(name))
    if below is None or below in {Run, Chart}:
        return
    if shape.item is not None:
        shown, written = f"{shown}[]", shape.item.called
        example = cast(Sequence[object], example)[0]
    for each in members_of(below):
        yield from _fields(below, each, (f"{shown}.{each}", f"{written}.{each}"), getattr(example, each))


def _dataclass_of(hint: Any) -> type[object] | None:  # noqa: ANN401  # as in `shape_of`
    """The dataclass of the values, or of each of a list of them; None for plain ones."""
    if get_args(hint):
        return _dataclass_of(get_args(hint)[0])
    return hint if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__") else None


def _tags(shape: Shape, name: str) -> tuple[str, ...]:
    if shape.sort is Sort.LIST and shape.item is not None:
        return f"{{%p for {shape.item.called} in {name} %}}", "{%p endfor %}"
    return (f"{{{{r {name} }}}}",) if shape.sort is Sort.FORMATTED else (f"{{{{ {name} }}}}",)


def _example(shape: Shape, value: object) -> str:
    """The value as a reader would see it; the first of a list that says something."""
    if shape.sort is Sort.LIST:
        texts = [_text(each) for each in cast(Sequence[object], value)]
        return next(filter(None, texts), "")
    return _text(value)


def _text(value: object) -> str:
    if isinstance(value, Run | Paragraph):
        return value.text
    if isinstance(value, Chart):
        return value.alt
    if isinstance(value, tuple):
        return "".join(map(_text, cast(Sequence[object], value)))
    if is_dataclass(value):
        members = [getattr(value, each.name) for each in fields(value)]
        return " ".join(_text(each) for each in members if not isinstance(each, Enum))
    return str(value)


def all_meanings() -> tuple[str, ...]:
    """The meanings of the fields of all documents, each once: texts that the interface translates."""
    return tuple(dict.fromkeys(each.meaning for key in GIVEN for each in fields_of(*key)))
