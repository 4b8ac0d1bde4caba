"""The reference pages are what the code says now, and leave nothing out."""

from __future__ import annotations

import re
from typing import cast

import click
import pytest

import make_reference
from jiyao.cli.exits import Exit
from jiyao.cli.program import COMMANDS
from jiyao.cli.rules import all_rules
from jiyao.languages.text import Language
from jiyao.records.fields import Reading, specs_of
from jiyao.records.kinds import built_in_kinds
from jiyao.records.meeting import Meeting
from jiyao.records.nodes import Mapping
from jiyao.records.office import Office
from jiyao.records.people import Directory
from jiyao.records.reading import read
from jiyao.records.schema import office_schema, record_schema
from record_reference import VALUES, Value


def page(name: str) -> str:
    return (make_reference.DOCS / name).read_text("utf-8")


def headings(name: str) -> set[str]:
    return set(re.findall(r"^#+ (\S.*)$", page(name), re.MULTILINE))


@pytest.mark.parametrize("name", make_reference.PAGES)
def test_a_reference_page_is_what_the_code_says(name: str) -> None:
    """`make reference` writes the pages again."""
    assert page(name) == make_reference.PAGES[name]()


def commands() -> dict[str, click.Command]:
    """All commands by the words that call them, those of groups among them."""
    found: dict[str, click.Command] = {}
    left = [(f"jiyao {entry.name}", entry.load()) for entry in COMMANDS]
    while left:
        name, command = left.pop()
        found[name] = command
        left += [(f"{name} {each}", below) for each, below in getattr(command, "commands", {}).items()]
    return found


def test_every_command_explains_itself_on_the_page() -> None:
    assert set(commands()) <= headings("commands.md")
    assert [name for name, command in commands().items() if not command.help] == []


def test_every_option_says_what_it_does() -> None:
    silent = [
        (name, parameter.name)
        for name, command in commands().items()
        for parameter in command.params
        if parameter.param_type_name == "option" and not getattr(parameter, "help", "")
    ]
    assert silent == []


def test_every_exit_code_is_explained() -> None:
    assert list(make_reference.EXITS) == list(Exit)


def test_every_rule_is_explained_on_the_page() -> None:
    assert set(all_rules()) <= headings("rules.md")


def test_every_type_of_a_record_or_an_office_is_on_the_page() -> None:
    schemas = (record_schema(), office_schema())
    defined = {name for schema in schemas for name in cast("dict[str, object]", schema["$defs"])}
    # What a text, a name or a count may be stands in the table of values.
    assert defined - {"Text", "Name", "AtLeast"} <= headings("record.md")


@pytest.mark.parametrize("cls", [Meeting, Office])
def test_every_key_of_a_record_or_an_office_is_on_the_page(cls: type[Meeting | Office]) -> None:
    text = page("record.md")
    missing = [name for name, spec in specs_of(cls).items() if f"| `{name}` | {'、'.join(spec.zh)} |" not in text]
    assert missing == []


EXAMPLES = [(value, example) for value in VALUES for example in value.examples]


@pytest.mark.parametrize(("value", "example"), EXAMPLES, ids=[f"{value.word}: {text}" for value, text in EXAMPLES])
def test_an_example_on_the_page_can_be_written(value: Value, example: str) -> None:
    (source,) = read(f"field: {example}\n".encode(), "record.yaml")
    assert isinstance(source.node, Mapping)
    reading = Reading(Language.ZH, Directory(kinds=built_in_kinds()), [])
    value.reader.read(source.node.entries[0].value, "field", reading)
    assert [*source.problems, *reading.problems] == []
