"""The Chinese of the interface is complete, and is what the code says now."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.mofile import read_mo

SCRIPT = Path(__file__).parents[2] / "docs" / "make_messages.py"


def load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_messages", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


messages = load_script()


def placeholders(forms: tuple[str, ...]) -> set[str]:
    """Names in braces with their conversions, and the older %(name)s."""
    return {name for text in forms for name in re.findall(r"\{\w+(?:!\w)?\}|%\(\w+\)s", text)}


def test_every_text_of_the_interface_is_translated() -> None:
    """`make messages` adds what is new to the .po file."""
    assert messages.untranslated(messages.refreshed("zh", messages.extracted())) == []


def test_no_translation_is_left_of_what_nobody_says_any_more() -> None:
    wanted = {entry.id for entry in messages.entries(messages.extracted())}
    kept = messages.kept("zh")
    assert [entry.id for entry in messages.entries(kept) if entry.id not in wanted] == []
    assert list(kept.obsolete) == []


def test_no_translation_is_only_a_guess() -> None:
    assert [entry.id for entry in messages.entries(messages.kept("zh")) if entry.fuzzy] == []


def test_a_translation_names_the_same_values_as_its_original() -> None:
    wrong = {}
    for entry in messages.entries(messages.kept("zh")):
        original = placeholders(messages.forms(entry.id))
        translated = placeholders(messages.forms(entry.string))
        # Where English has two forms, Chinese may do with the values of either.
        if any(messages.forms(entry.string)) and (
            translated - original if isinstance(entry.id, tuple) else translated != original
        ):
            wrong[messages.english(entry)] = entry.string
    assert wrong == {}


def test_the_compiled_catalogue_is_what_the_translations_compile_to() -> None:
    with messages.catalogue_file("zh").with_suffix(".mo").open("rb") as mo:
        compiled = {messages.forms(entry.id): messages.forms(entry.string) for entry in messages.entries(read_mo(mo))}
    kept = {messages.forms(entry.id): messages.forms(entry.string) for entry in messages.entries(messages.kept("zh"))}
    assert compiled == {text: translation for text, translation in kept.items() if any(translation)}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('message("a {n}", n=1)', ["a {n}"]),
        ("f\"{ui.say(message('a'))}\"", ["a"]),
        ('message("a" " b")', ["a b"]),
        ('ui.ntranslate("{n} day", "{n} days", 2)', [("{n} day", "{n} days")]),
        ("ui.translate(text)", []),
    ],
)
def test_texts_are_found_wherever_they_stand(source: str, expected: list[str | tuple[str, ...]]) -> None:
    assert list(messages.texts_of(source, "a.py")) == expected


def test_a_message_that_is_not_a_literal_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a\.py:1: "):
        list(messages.texts_of("message(text)", "a.py"))
