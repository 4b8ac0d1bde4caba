"""`jiyao rule`: what a problem code means, why it matters, how to mend it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from difflib import get_close_matches

import click

from jiyao.cli.columns import laid_out, paragraphs, wrapped
from jiyao.cli.exits import Exit
from jiyao.cli.plain import SEVERITIES
from jiyao.cli.rules import all_rules
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.problems import Binding, Message, Rule, message

WIDEST = 80
"""Longer lines are hard to read, however wide the terminal is."""

SENTENCE_END = re.compile(r"(?<=\.)\s|(?<=。)")
"""A full stop inside a word (`office.yaml`) ends nothing."""

BINDINGS = {
    Binding.FORMAT: message("needed to understand the file"),
    Binding.CONSISTENCY: message("a record must not contradict itself"),
    Binding.SAFETY: message("keeps files from harm"),
    Binding.STANDARD: message("required by a standard or regulation"),
    Binding.PRACTICE: message("what offices do"),
    Binding.SUGGESTION: message("a suggestion"),
}


@click.command()
@click.argument("code", required=False)
@click.pass_obj
def rule(ui: Ui, code: str | None) -> Exit:
    """Explain a problem code.

    Without CODE, all codes are listed with their first sentences.
    """
    rules = all_rules()
    width = min(shutil.get_terminal_size().columns, WIDEST)
    if code is None:
        lines = [line for each in rules.values() for line in _listed(each, ui, width)]
    else:
        lines = _explained(_find(code, rules, ui), ui, width)
    echo(*lines)
    return Exit.FINE


def _find(code: str, rules: Mapping[str, Rule], ui: Ui) -> Rule:
    """The rule of that code, however its letter is written."""
    known = rules.get(code.upper())
    if known is None:
        raise click.UsageError(ui.say(_unknown(code, rules)), click.get_current_context())
    return known


def _unknown(code: str, rules: Mapping[str, Rule]) -> Message:
    close = get_close_matches(code.upper(), rules, n=1)
    if close:
        return message("there is no problem code {code}; did you mean {close}?", code=code, close=close[0])
    return message("there is no problem code {code}; `jiyao rule` lists them all", code=code)


def _listed(each: Rule, ui: Ui, width: int) -> list[str]:
    """The code, and beside it the first sentence of what it means."""
    _as_it_is, paragraph = next(paragraphs(ui.translate(each.text)))
    first = SENTENCE_END.split(paragraph, maxsplit=1)[0]
    start = f"{each.code}  "
    return [
        f"{start if number == 0 else ' ' * len(start)}{line}"
        for number, line in enumerate(wrapped(first, width - len(start)))
    ]


def _explained(each: Rule, ui: Ui, width: int) -> list[str]:
    facts = (ui.say(SEVERITIES[each.severity]), ui.translate(each.category), ui.say(BINDINGS[each.binding]))
    head = ui.say(message("{code} ({facts})", code=each.code, facts=facts))
    return [head, "", *laid_out(ui.translate(each.text), width)]
