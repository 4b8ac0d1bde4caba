"""`jiyao doctor`: what is installed, what is missing, and what to type."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby

import click

from jiyao.cli.columns import columns, padded, wrapped
from jiyao.cli.exits import Exit
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.problems import Message, message
from jiyao.work.machine import Item, Need, State, lacks, looked_over

STATES: Mapping[State, Message] = {
    State.GOOD: message("here"),
    State.STAND_IN: message("stand-in"),
    State.MISSING: message("missing"),
    State.FAULTY: message("faulty"),
}

PURPOSES: Mapping[Need, Message] = {
    Need.MAKE: message("Word files can be made"),
    Need.PDF: message("PDF files can be made (`--pdf`)"),
    Need.LAYOUT: message("printed pages can be measured (`--check-layout`)"),
    Need.FAST: message("documents can be packed faster (`JIYAO_CODEC=isal`)"),
}

_WIDEST = 100


@click.command()
@click.option(
    "--need",
    "needs",
    multiple=True,
    type=click.Choice([need.value for need in Need]),
    help="Exit with 5 where this cannot be done here.",
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="A list, or data.")
@click.pass_obj
def doctor(ui: Ui, needs: tuple[str, ...], form: str) -> Exit:
    """Say what is installed and what is missing.

    Looked at are the program's own libraries, LibreOffice, the faces of GB/T 9704-2012 and what stands in for those
    that are not here, and the console. What is missing comes with what to type. Nothing is fetched or changed.
    """
    items = looked_over(os.environ, sys.stdout.encoding)
    if form == "json":
        # The one line that is data; json is only for those who ask for it.
        click.echo(_as_json(items, ui))
    else:
        echo(*_as_text(items, ui))
    wanted = (Need.MAKE, *map(Need, needs))
    return Exit.MISSING if lacks(items, wanted) else Exit.FINE


def _as_text(items: list[Item], ui: Ui) -> Iterator[str]:
    names = max(columns(ui.say(item.name)) for item in items) + 2
    states = max(columns(ui.say(state)) for state in STATES.values()) + 2
    for remedy, alike in groupby(items, key=lambda item: item.remedy):
        for item in alike:
            found = ui.say(item.found) if item.found else ""
            yield (padded(ui.say(item.name), names) + padded(ui.say(STATES[item.state]), states) + found).rstrip()
        if remedy:
            yield from (f"    {line}" for line in wrapped(ui.say(remedy), _WIDEST - 4))
    yield ""
    for need, purpose in PURPOSES.items():
        no, yes = message("no: {purpose}", purpose=purpose), message("yes: {purpose}", purpose=purpose)
        yield ui.say(no if lacks(items, (need,)) else yes)


def _as_json(items: list[Item], ui: Ui) -> str:
    import json

    able = {need.value: not lacks(items, (need,)) for need in PURPOSES}
    ascii_only = not (sys.stdout.encoding or "").lower().startswith("utf")
    return json.dumps({"can": able, "items": [_object(item, ui) for item in items]}, ensure_ascii=ascii_only, indent=1)


def _object(item: Item, ui: Ui) -> dict[str, object]:
    return {
        # The same in every language, for programs.
        "id": str(item.name),
        "name": ui.say(item.name),
        "state": item.state.value,
        "found": ui.say(item.found) if item.found else None,
        "remedy": ui.say(item.remedy) if item.remedy else None,
        "needs": [need.value for need in item.needs],
    }
