"""`jiyao rule`, and the rules themselves."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import click
import pytest
from click.testing import CliRunner, Result

import jiyao
from jiyao.cli.program import COMMANDS, Entry, program
from jiyao.cli.rules import MODULES, all_rules
from jiyao.cli.ui import Ui, speaking
from jiyao.languages.text import Language
from jiyao.problems import Ruled


def run(*arguments: str, language: Language = Language.EN) -> Result:
    ui = speaking(language)
    return CliRunner().invoke(program(ui), ["rule", *arguments], obj=ui)


def test_a_code_is_explained_with_how_binding_it_is() -> None:
    output = run("R102").output
    assert output.startswith("R102 (error, ")
    assert "office.yaml" in output


def test_a_code_may_be_written_in_small_letters() -> None:
    assert run("r102").output == run("R102").output


def test_a_code_is_explained_in_chinese() -> None:
    assert run("R102", language=Language.ZH).output.startswith("R102（错误、")


def test_without_a_code_every_code_is_listed() -> None:
    listed = [line.split()[0] for line in run().output.splitlines() if not line.startswith(" ")]
    assert listed == sorted(all_rules())


def test_an_unknown_code_is_answered_with_a_near_one() -> None:
    result = run("R1022")
    assert result.exit_code == 2
    assert "did you mean R102?" in result.output


def test_every_module_with_rules_is_known_and_no_code_means_two_things() -> None:
    declared: dict[str, set[str]] = {}
    for found in pkgutil.walk_packages(jiyao.__path__, "jiyao."):
        module = import_module(found.name)
        for value in vars(module).values():
            if isinstance(value, Ruled):
                declared.setdefault(value.rule.code, set()).add(f"{value.__module__}.{value.function.__name__}")
    assert {code: names for code, names in declared.items() if len(names) > 1} == {}
    unknown = {name.rpartition(".")[0] for names in declared.values() for name in names} - set(MODULES)
    assert not unknown, "name these in jiyao.cli.rules"
    assert sorted(all_rules()) == sorted(declared)


@pytest.mark.parametrize("code", sorted(all_rules()))
def test_every_rule_explains_itself(code: str) -> None:
    assert len(all_rules()[code].text) > 40


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_the_list_of_commands_says_what_the_command_itself_says(entry: Entry) -> None:
    command = entry.load()
    assert command.get_short_help_str(limit=200) == str(entry.help)
    assert command.name == entry.name


def test_a_command_says_what_it_does() -> None:
    result = CliRunner().invoke(program(Ui()), ["rule", "--help"])
    assert isinstance(program(Ui()), click.Group)
    assert "Without CODE" in result.output
