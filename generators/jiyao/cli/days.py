"""Days on the command line."""

from __future__ import annotations

import datetime as dt

import click

from jiyao.cli.ui import Ui
from jiyao.languages.moments import parse_date
from jiyao.problems import message


class Day(click.ParamType[dt.date]):
    """A day: 2023-03-06."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day; a usage error says how it is written."""
        day = value if isinstance(value, dt.date) else parse_date(str(value))
        if day is None:
            ui = ctx.ensure_object(Ui) if ctx else Ui()
            self.fail(ui.say(message("{word} is no day; write it as 2023-03-06", word=value)), param, ctx)
        return day
