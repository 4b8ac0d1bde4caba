"""Options that commands share.

A command is a plain Click command; its function has the name of its module and returns its exit code:

    @click.command()
    @report_options
    @click.pass_obj
    def check(ui: Ui, wanted: Wanted) -> Exit:
        ...
        return report(problems, wanted, ui, sources)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps
from itertools import chain
from pathlib import Path
from typing import TypeVar

import click

from jiyao.cli.report import Color, Format, Wanted
from jiyao.cli.ui import Ui
from jiyao.problems import message

T = TypeVar("T")

# Not compiled before somebody names codes.
_CODE = r"[A-Z][0-9]{0,3}"
_BETWEEN = r"[,，、\s]+"


class Codes(click.ParamType[tuple[str, ...]]):
    """Problem codes or their beginnings, with commas between them: `R,Z10,E201`."""

    name = "codes"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The codes in capitals; a usage error names the one that cannot be a code."""
        codes = tuple(code for code in re.split(_BETWEEN, str(value).upper()) if code)
        wrong = next((code for code in codes if not re.fullmatch(_CODE, code)), None)
        if wrong is not None:
            ui = ctx.ensure_object(Ui) if ctx else Ui()
            said = message("{code} is no problem code; expected one such as R102, or a beginning such as R", code=wrong)
            self.fail(ui.say(said), param, ctx)
        return codes


_OPTIONS = (
    click.option(
        "--select", type=Codes(), multiple=True, help="Report only these problem codes, or beginnings of them."
    ),
    click.option("--ignore", type=Codes(), multiple=True, help="Do not report these problem codes."),
    click.option(
        "--format",
        "form",
        type=click.Choice([form.value for form in Format]),
        default=Format.TEXT.value,
        help="How problems are printed; json and github go to the standard output.",
    ),
    click.option("--strict", is_flag=True, help="Let warnings count as errors."),
    click.option(
        "--color",
        type=click.Choice([color.value for color in Color]),
        default=Color.AUTO.value,
        help="When to use color; auto means on a terminal, unless NO_COLOR is set.",
    ),
)


def report_options(command: Callable[..., T]) -> Callable[..., T]:
    """Give a command the options about problems; it receives them as one argument, `wanted`."""

    @wraps(command)
    def gather(
        *args: object,
        select: Iterable[tuple[str, ...]],
        ignore: Iterable[tuple[str, ...]],
        form: str,
        strict: bool,
        color: str,
        **rest: object,
    ) -> T:
        wanted = Wanted(
            tuple(chain.from_iterable(select)), tuple(chain.from_iterable(ignore)), Format(form), strict, Color(color)
        )
        return command(*args, wanted=wanted, **rest)

    for option in reversed(_OPTIONS):
        gather = option(gather)
    return gather


in_option = click.option(
    "--in",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="A folder of the workspace; else the one that you are in.",
)
"""Which workspace is meant, by commands that name no record."""
