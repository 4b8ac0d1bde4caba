"""`jiyao make`: the documents of the records."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from jiyao.cli.exits import Exit
from jiyao.cli.options import report_options
from jiyao.cli.reading import UNREADABLE, Lines
from jiyao.cli.report import Wanted, in_order, report
from jiyao.cli.run import Run
from jiyao.cli.tally import PDF
from jiyao.cli.ui import Ui
from jiyao.cli.what import what_options
from jiyao.problems import Problem, message
from jiyao.work.codecs import chosen_codec
from jiyao.work.faults import unexpected
from jiyao.work.manifest import Outcome
from jiyao.work.products import Order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiyao.cli.run_report import RunReport
    from jiyao.work.stores import Stage

EXITS = {
    **UNREADABLE,
    # LibreOffice, a Chinese font, what measures pages, a cluster: imported only where they are asked for.
    **dict.fromkeys(("D220", "D225", "D226", "D421", "D422", "D423", "D424"), Exit.MISSING),
    "D425": Exit.CONFLICT,
    unexpected.rule.code: Exit.INTERNAL,
}


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@what_options
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="The folder for them; else beside records."
)
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Fill this Word template instead of the office's or the program's.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes work at once; else one for few records, one per core for many.",
)
@click.option(
    "--cluster",
    default="",
    metavar="ADDRESS",
    help="Have the workers of a dask cluster make them: tcp://HOST:PORT, or tls://HOST:PORT.",
)
@click.option("--pdf", is_flag=True, help="Print each document as a PDF too, with LibreOffice.")
@click.option("--check-layout", is_flag=True, help="Measure the printed pages of minutes by the standard.")
@click.option("--dry-run", is_flag=True, help="Say what would be written and why, and write nothing.")
@click.option("--force", is_flag=True, help="Overwrite documents that somebody has edited.")
@click.option("--allow-draft", is_flag=True, help="Say nothing of English that nobody has reviewed.")
@click.option(
    "--report",
    "report_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write down, as JSON, what became of each document.",
)
@report_options
@click.pass_obj
def make(  # noqa: PLR0913 (a parameter for each option)
    ui: Ui,
    paths: tuple[str, ...],
    wanted: Wanted,
    what: Order,
    *,
    output: Path | None,
    template: Path | None,
    jobs: int | None,
    cluster: str,
    pdf: bool,
    check_layout: bool,
    dry_run: bool,
    force: bool,
    allow_draft: bool,
    report_file: Path | None,
) -> Exit:
    """Make the documents of records.

    PATH is a record, a folder or a pattern, here or in a store of objects (`s3://BUCKET/FOLDER`). The
    names of the files that were written go to the standard output. A document that somebody has edited since it was
    made is never overwritten: the new one is written beside it.
    """
    codec = chosen_codec(os.environ)
    if isinstance(codec, Problem):
        return report([codec], wanted, ui, exits={codec.code: Exit.MISSING})
    if template and not what.is_one:
        said = message("one template cannot serve several documents or languages")
        raise click.BadParameter(ui.say(said), param_hint="--template")
    order = what._replace(
        folder=output, template=template, dry_run=dry_run, force=force, allow_draft=allow_draft, codec=codec
    )
    run = Run(order, wanted, ui, keeps=(pdf or check_layout) and not dry_run, report=_told(report_file))
    how = How(jobs, cluster, pdf, check_layout)
    if not any("://" in path for path in paths) and not (output and ":/" in output.as_posix()):
        return _run(run, paths, how)
    # Imported late: most records are on this machine.
    from jiyao.work.stores import StoreError, staged

    try:
        with staged(paths, output) as stage:
            run.order = order._replace(folder=stage.output, template=template and template.absolute())
            return _run(run, stage.paths, how, stage)
    except StoreError as error:
        return report([error.problem], wanted, ui, exits=EXITS)


class How(NamedTuple):
    """By whom documents are made, and what becomes of them besides."""

    jobs: int | None
    cluster: str
    pdf: bool
    check_layout: bool


def _run(run: Run, paths: Sequence[str], how: How, stage: Stage | None = None) -> Exit:
    """Make everything, bring it back to its store where it has one, and report."""
    told, ui = run.report, run.ui
    with told.open() if told else nullcontext():
        _make(run, paths, how.jobs, how.cluster)
        if run.keeps:
            _print(run, keep=how.pdf, measure=how.check_layout)
        if stage and not run.order.dry_run:
            run.problems += stage.brought_back()
        if told:
            told.finish(in_order(run.problems), run.tally, run.seconds, ui)
    run.problems += (told.problem,) if told and told.problem else ()
    code = report(run.problems, run.wanted, ui, Lines(), EXITS)
    run.tally.tell(run.problems, ui, is_dry_run=run.order.dry_run, seconds=run.seconds)
    total = run.tally.total()
    conflict, failed = total[Outcome.KEPT], total[None]
    return max(code, Exit.CONFLICT if conflict else Exit.FINE, Exit.FINDINGS if failed else Exit.FINE)


def _make(run: Run, paths: Sequence[str], jobs: int | None, cluster: str) -> None:
    """Have everything made; where the cluster cannot be used, or no longer, that is one of the run's problems."""
    if not cluster:
        run.make(paths, jobs)
        return
    # Imported late: most runs stay on this machine.
    from jiyao.work.cluster import ClusterError, cluster_not_installed, no_cluster

    try:
        run.make(paths, jobs, cluster)
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"distributed", "dask"}:
            raise
        run.problems.append(cluster_not_installed())
    except ClusterError as error:
        run.problems.append(no_cluster(cluster, error.reason))


def _told(file: Path | None) -> RunReport | None:
    if file is None:
        return None
    # Imported late: few ask for it.
    from jiyao.cli.run_report import RunReport

    return RunReport(file.absolute())


def _print(run: Run, *, keep: bool, measure: bool) -> None:
    # Imported late: most runs make Word files alone.
    from jiyao.cli.pdf import print_made

    problems, counts = print_made(run.there, run.wanted, keep=keep, measure=measure, force=run.order.force)
    run.problems += problems
    for outcome, number in counts.items():
        run.tally.count(PDF, outcome, number)
