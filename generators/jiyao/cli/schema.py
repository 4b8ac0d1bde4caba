"""`jiyao schema`: the JSON Schema that editors complete and check records by."""

from __future__ import annotations

import json
from pathlib import Path

import click

from jiyao.cli.exits import Exit
from jiyao.cli.reading import UNREADABLE
from jiyao.cli.report import Wanted, report
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.problems import Problem
from jiyao.records.schema import office_schema, record_schema
from jiyao.work.faults import not_written
from jiyao.work.reasons import reason
from jiyao.work.workspace import OWN_FOLDER, shown
from jiyao.work.writing import write_whole

SCHEMAS = {"record": record_schema, "office": office_schema}
FILES = {"record": "meeting.schema.json", "office": "office.schema.json"}


@click.command()
@click.argument("what", type=click.Choice(tuple(SCHEMAS)), default="record")
@click.option(
    "--save",
    "workspace",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="WORKSPACE",
    help="Save both schemas where the first line of records looks for them.",
)
@click.pass_obj
def schema(ui: Ui, what: str, workspace: Path | None) -> Exit:
    """Print the JSON Schema of a file.

    WHAT is `record` or `office`. An editor that knows YAML schemas completes fields and shows mistakes while you type.
    """
    if workspace is None:
        echo(*_text(what).split("\n"))
        return Exit.FINE
    problems: list[Problem] = []
    for name, file in FILES.items():
        target = workspace / OWN_FOLDER / file
        try:
            write_whole(target, _text(name).encode())
            echo(shown(target))
        except OSError as error:
            problems.append(not_written(shown(target), reason(error)))
    return report(problems, Wanted(), ui, exits=UNREADABLE)


def _text(what: str) -> str:
    return json.dumps(SCHEMAS[what](), ensure_ascii=False, indent=1)
