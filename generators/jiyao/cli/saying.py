"""The one way to print lines: whatever a file or a name holds, the terminal shows it and does not obey it."""

from __future__ import annotations

import sys

import click

from jiyao.cli.excerpt import visible


def echo(*lines: str, err: bool = False) -> None:
    """Print lines to the standard output, or to stderr; a line end within one of them is shown as an escape."""
    encoding = (sys.stderr if err else sys.stdout).encoding or "utf-8"
    click.echo("\n".join(visible(line, encoding) for line in lines), err=err)
