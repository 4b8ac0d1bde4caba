"""`jiyao summary`: a year of records in one document."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from jiyao.cli.days import Day
from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Format, Wanted, report
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.languages.text import Language, Text
from jiyao.problems import Place, Problem, message
from jiyao.records.suffixes import SUMMARY
from jiyao.views.summary.figures import LeftOut, Summary, summarised
from jiyao.views.summary.months import period_name
from jiyao.views.summary.periods import Period, year_of
from jiyao.views.summary.report import summary_view
from jiyao.views.summary.view import SummaryView
from jiyao.work.codecs import chosen_codec
from jiyao.work.faults import kept_beside
from jiyao.work.gathering import Gathered, gather
from jiyao.work.summarising import put, summary_document, summary_template
from jiyao.work.summary_faults import nothing_to_count
from jiyao.work.workspace import shown
from jiyao.work.writing import safe_name

ENDINGS = {Language.ZH: "会议工作总结", Language.EN: " summary of meetings"}
"""How the names of the files end where nobody names them."""

WORD = ".docx"
FORMS = {WORD: "", ".xlsx": "xlsx", ".html": "html"}
"""The endings of a named file, and the form that they ask for."""


class Asked(NamedTuple):
    """What somebody wants of a summary."""

    period: Period
    languages: tuple[Language, ...]
    output: Path | None
    template: Path | None
    people: bool
    others: frozenset[str]
    """The forms that are wanted beside the Word file: xlsx, html, json."""
    force: bool
    is_word: bool
    """Whether there is a Word file at all; an `output` may name another form instead."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--year", type=click.IntRange(1949, 2999), help="The year to sum up.")
@click.option("--from", "first", type=Day(), metavar="DAY", help="The first day, where it is no whole year.")
@click.option("--to", "last", type=Day(), metavar="DAY", help="The last day, included.")
@click.option(
    "-l",
    "--language",
    type=click.Choice(("zh", "en", "both")),
    help="In which language; both makes two files. Else the office's first language.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The Word file, or by its ending the workbook or page alone; else a Word file named after the period.",
)
@click.option("--by", type=click.Choice(("organisation",)), help="A table of the offices one by one, too.")
@click.option("--people", is_flag=True, help="Attendance person by person, too; not for the public.")
@click.option("--as-of", "today", type=Day(), metavar="DAY", help="To which day progress counts; else today.")
@click.option("--xlsx", is_flag=True, help="An Excel workbook, too, with a sheet for each table and chart.")
@click.option("--html", is_flag=True, help="A web page, too, in one file.")
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON, too: NAME.summary.json.")
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Fill this Word template instead of the office's or the program's.",
)
@click.option("--force", is_flag=True, help="Overwrite a summary that somebody has edited.")
@report_options
@click.pass_obj
def summary(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui,
    paths: tuple[str, ...],
    wanted: Wanted,
    *,
    year: int | None,
    first: dt.date | None,
    last: dt.date | None,
    language: str | None,
    output: Path | None,
    by: str | None,
    people: bool,
    today: dt.date | None,
    xlsx: bool,
    html: bool,
    as_json: bool,
    template: Path | None,
    force: bool,
) -> Exit:
    """Sum up a year of records in one document.

    PATH is a folder of records, a record or a pattern; the year before is compared where its records are among them.
    Progress comes from `follow-up.csv` beside `office.yaml`. The names of the files that were written go to the
    standard output; one that somebody has edited is never overwritten: the new one is written beside it.
    """
    period = _period(ui, year, first, last)
    gathered = gather(paths)
    languages = (Language.ZH, Language.EN) if language == "both" else (_language(language, gathered),)
    others = frozenset(name for name, is_wanted in (("xlsx", xlsx), ("html", html), ("json", as_json)) if is_wanted)
    form = output.suffix.casefold() if output else WORD
    if form not in FORMS:
        raise click.UsageError(
            ui.say(message("-o ends in .docx, .xlsx or .html; the figures as JSON come with --json"))
        )
    others |= {FORMS[form]} - {""}
    asked = Asked(period, languages, output, template, people, others, force, is_word=form == WORD)
    # The one clock of a summary; all else is told what day it is.
    day = today or dt.date.today()  # noqa: DTZ011 (the day of whoever asks)
    left_out = LeftOut(gathered.secret, gathered.unusable)
    counted = summarised(gathered.facts, period, day, left_out, by_office=by is not None)
    problems = list(gathered.problems)
    if not counted.now.held.total:
        problems.append(nothing_to_count(Place(shown(Path(paths[0])))))
        return report(problems, wanted, ui, Lines(), UNREADABLE)
    written, of_files = _files(counted, gathered, asked)
    echo(*map(shown, written), err=wanted.format is not Format.TEXT)
    code = report([*problems, *of_files], wanted, ui, Lines(), UNREADABLE)
    kept = any(each.code == kept_beside.rule.code for each in of_files)
    return max(code, Exit.CONFLICT if kept else Exit.FINE)


def _period(ui: Ui, year: int | None, first: dt.date | None, last: dt.date | None) -> Period:
    if year is not None and first is None and last is None:
        return year_of(year)
    if year is None and first is not None and last is not None and first <= last:
        return Period(first, last)
    raise click.UsageError(
        ui.say(message("name a year with --year, or the first and the last day with --from and --to"))
    )


def _language(named: str | None, gathered: Gathered) -> Language:
    if named is not None:
        return Language(named)
    return gathered.offices[0].first_language if gathered.offices else Language.ZH


def _files(counted: Summary, gathered: Gathered, asked: Asked) -> tuple[list[Path], list[Problem]]:
    """Every file that was asked for: those that were written, and what was wrong with the others."""
    written: list[Path] = []
    problems: list[Problem] = []
    office = gathered.offices[0].name if len(gathered.offices) == 1 else Text()
    for language in asked.languages:
        path = _path(asked, language, several=len(asked.languages) > 1)
        view = summary_view(counted, office, language, people=asked.people)
        if isinstance(view, tuple):
            problems += view
            continue
        if asked.is_word:
            made, found = _word_file(view, language, path, gathered.office_files, asked)
            problems += found
            if made is not None:
                _keep(path, made, asked, written, problems)
        for suffix, content in _other_files(view, asked.others):
            _keep(path.with_suffix(suffix), content, asked, written, problems)
    if "json" in asked.others and written:
        # Here, as the others below: few ask for it.
        from jiyao.documents.summary_json import summary_json

        path = _path(asked, asked.languages[0]).with_suffix(SUMMARY)
        _keep(path, summary_json(counted, people=asked.people), asked, written, problems)
    return written, problems


def _word_file(
    view: SummaryView, language: Language, path: Path, office_files: Sequence[Path], asked: Asked
) -> tuple[bytes | None, Iterable[Problem]]:
    codec = chosen_codec(os.environ)
    if isinstance(codec, Problem):
        return None, (codec,)
    template = summary_template(asked.template, next(iter(office_files), None), language, codec)
    if isinstance(template, tuple):
        return None, template
    return summary_document(view, template, shown(path), os.environ)


def _other_files(view: SummaryView, others: Container[str]) -> Iterator[tuple[str, bytes]]:
    if "xlsx" in others:
        from jiyao.documents.summary_workbook import summary_workbook

        yield ".xlsx", summary_workbook(view)
    if "html" in others:
        from jiyao.documents.summary_page import summary_page

        yield ".html", summary_page(view)


def _keep(path: Path, content: bytes, asked: Asked, written: list[Path], problems: list[Problem]) -> None:
    period = f"{asked.period.first}/{asked.period.last}"
    there, found = put(path, content, period, force=asked.force)
    problems += found
    written += [there] if there else []


def _path(asked: Asked, language: Language, *, several: bool = False) -> Path:
    if asked.output is None:
        return Path(safe_name(f"{period_name(asked.period, language)}{ENDINGS[language]}", WORD))
    if several:
        return asked.output.with_name(f"{asked.output.stem}.{language}{asked.output.suffix}")
    return asked.output
