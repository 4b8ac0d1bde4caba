"""Makes the page of the benchmark from its figures: `python docs/make_benchmarks.py`.

Nobody types a figure: `benchmarks/run.py` writes `benchmarks/latest.json`, and a test proves that the page is made of
it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias, cast

from marking import table

DOCS = Path(__file__).parent
FIGURES = DOCS.parent / "benchmarks" / "latest.json"
PAGE = DOCS / "benchmarks.md"

Figures: TypeAlias = Mapping[str, "str | float | Figures | None"]
"""A part of `latest.json`; what a machine cannot measure is left out or null."""

OURS = ("jiyao-zlib", "jiyao-isal")
FLOORS = ("floor-zlib", "floor-isal")

INTRO = """\
# Benchmarks (性能测试)

How fast templates are filled, beside the other engines that fill Word templates. Made on {date} by `make bench` from
`benchmarks/latest.json`; no figure is typed by hand.

The machine: {processor}, {cores} cores, {memory_gb} GB, {system}, Python {python}{node}.
Figures of another machine differ; the ratios much less.
"""

METHOD = """\
## How it is measured

- **The same minutes for all.** One layout in each engine's own tags: {paragraphs} paragraphs and {xml_kb} KB of XML
  when filled, with a table of {people} people, two levels of lists, a header with a tag, and tags that Word has split
  over runs. docxtpl, rust-docxtpl, docxtpl-ng and jiyao fill the very same file.
- **The same records for all.** {documents:,} invented meetings with a fixed seed, {record_kb} KB of JSON each, with
  `&`, `<` and “” in their texts; escaping is on in every engine.
- **The same text from all.** Before anything is timed, every engine fills {checked} records, and each document is
  compared with docxtpl's, paragraph by paragraph, the header included. If one differs, there is no benchmark.
- **Rounds.** In each of {rounds} rounds every engine takes a turn, and another one begins. A ratio is the median of the
  ratios within a round; all else is the median of the rounds.
- **Warm** is one process that fills the first record untimed and then all of them: reading the record, filling,
  writing the file. Each engine is used as its own guide says; one `DocxTemplate` serves all records of docxtpl and
  rust-docxtpl, while docxtpl-ng needs a new one for each.
- **Cold** is a whole process that makes one document, start-up included, {cold_rounds} times.
- **Installed.** jiyao and docxtpl are measured as packages that are installed, with their modules compiled.
- **One core.** Every process is kept on one core, but for the batches that say otherwise. Engines that use more (node
  packs and cleans up beside) would be quicker by the clock on a free machine, not cheaper. Files are
  written to memory where the system allows it.
- **The floor** is no engine: the template written out as one Python function of literals and values, and a zip file
  whose other parts are two blocks of bytes. It shows what is left to gain.
"""

ROWS = """\
## A table of 2,000 rows

What is linear takes four times as long as with 500 rows; less where something else takes most of the time.
"""

PROCESSES = """\
## Whole programs

Each is a process from start to end. The script is given what jiyao words itself, as texts that are escaped and ready
to print: it reads no record, checks nothing and words nothing. The text of both documents is the same.
"""

BATCH_SOURCES = {"jsonl": "one file of JSON Lines", "yaml": "YAML files"}

BATCHES = """\
## Batches

The loop fills the shipped template with the same worded values, and does nothing else.
"""

UNMEASURED = """\
## What was not measured

- poi-tl, Aspose.Words, Carbone's and docxtemplater's paid parts; other systems than the one above.
- Word's and WPS's own time to open the documents; that the texts are equal is measured, not how pages look.
- Pictures, charts and sub-documents; templates in which an engine's own extras would help.
- Disks: with files in memory, the time that a slow disk takes falls on nobody.
"""


def page(figures: Figures) -> str:
    """`benchmarks.md` from what `latest.json` holds."""
    parts = (_intro(figures), _engines(figures), _floor(figures), _memory(figures), _rows(figures))
    return "\n".join((*parts, _process(figures), _batch(figures), _method(figures), UNMEASURED))


def _part(figures: Figures, name: str) -> Figures:
    return cast("Figures", figures[name])


def _number(figures: Figures, name: str) -> float:
    return cast("float", figures[name])


def _shown(value: object, digits: int = 0, unit: str = "") -> str:
    """A figure as it stands in a table; – where there is none."""
    return "–" if value is None else f"{cast('float', value):,.{digits}f}{unit}"


def _times(value: object) -> str:
    """A ratio, with two digits where it is below 1."""
    return _shown(value, 1 if cast("float", value) >= 1 else 2)


def _intro(figures: Figures) -> str:
    machine = dict(_part(figures, "machine"))
    node = f", node {machine['node']}" if machine["node"] else ""
    return INTRO.format(**{**machine, "date": figures["date"], "node": node})


def _engines(figures: Figures) -> str:
    """The engines, the slowest first."""
    engines = _part(figures, "engines")
    names = sorted(engines, key=lambda name: _number(_part(engines, name), "docs_per_s"))
    head = ("engine", "documents a second", "times docxtpl", "… in processor time", "peak MB", "cold, ms")
    rows = [_engine(name, _part(engines, name)) for name in names]
    left_out = "".join(f"- {name}: {why}\n" for name, why in _part(figures, "skipped").items())
    return f"## Filling\n\n{table(head, rows)}" + (f"\nLeft out:\n\n{left_out}" if left_out else "")


def _engine(name: str, engine: Figures) -> tuple[str, ...]:
    called = f"**{name}**" if name in OURS else f"*{name}*" if name in FLOORS else f"{name} {engine['version']}"
    return (
        called,
        _shown(engine["docs_per_s"]),
        _times(engine["ratio"]),
        _times(engine["cpu_ratio"]),
        _shown(engine["peak_mb"]),
        _shown(engine["cold_ms"]),
    )


def _floor(figures: Figures) -> str:
    """How near to the floor, in processor time: the two are too quick for the clock of a busy machine."""
    engines = _part(figures, "engines")
    shares = {
        ours.rpartition("-")[2]: _number(_part(engines, floor), "cpu_ms") / _number(_part(engines, ours), "cpu_ms")
        for ours, floor in zip(OURS, FLOORS, strict=True)
    }
    said = " and ".join(f"{share:.0%} of the floor with {codec}" for codec, share in shares.items())
    return f"In processor time jiyao reaches {said}.\n"


def _memory(figures: Figures) -> str:
    memory = _part(figures, "memory")
    rows = [(name, *(_shown(peak, 0, " MB") for peak in _part(memory, name).values())) for name in memory]
    counts = [f"{int(count):,} documents" for count in _part(memory, OURS[0])]
    return f"The most memory that one process holds:\n\n{table(('engine', *counts), rows)}"


def _rows(figures: Figures) -> str:
    rows = _part(figures, "rows_2000")
    names = sorted(rows, key=lambda name: -_number(_part(rows, name), "ms"))
    lines = [
        (name, _shown(each["ms"]), _times(each["ratio"]), _times(each["times_500_rows"]))
        for name, each in ((name, _part(rows, name)) for name in names)
    ]
    head = ("engine", "ms", "times docxtpl", "times its document of 500 rows")
    return f"{ROWS}\n{table(head, lines)}"


def _process(figures: Figures) -> str:
    process = _part(figures, "process")
    rows = [
        ("`jiyao make` of one record", *_compared(process, "make", "docxtpl")),
        ("a script that fills the same template with docxtpl, from worded values", _ms(process, "docxtpl"), ""),
        ("`jiyao --help`", *_compared(process, "help", "click")),
        ('`python -c "import click"`', _ms(process, "click"), ""),
    ]
    return f"{PROCESSES}\n{table(('program', 'ms', 'times the other'), rows)}"


def _compared(process: Figures, name: str, other: str) -> Iterable[str]:
    return _ms(process, name), _shown(process[f"{name}_to_{other}"], 2)


def _ms(process: Figures, name: str) -> str:
    return _shown(process[f"{name}_ms"])


def _batch(figures: Figures) -> str:
    batch = _part(figures, "batch")
    records, peer = _number(batch, "records"), _part(batch, "docxtpl")
    rows = [
        (f"`jiyao make`, {records:,} records from {what}", *_batched(_part(batch, name)))
        for name, what in BATCH_SOURCES.items()
    ]
    loop = f"docxtpl, a loop that only fills, {_shown(peer['documents'])} documents"
    rows.append((loop, _shown(peer["docs_per_s"]), "1.0", "1.0"))
    head = ("on one core", "documents a second", "times docxtpl", "… in processor time")
    return f"{BATCHES}\n{table(head, rows)}{_all_cores(batch)}"


def _all_cores(batch: Figures) -> str:
    """The same batches with a process for each core; nothing where that was not measured."""
    if "all_cores" not in batch:
        return ""
    rows = [
        (f"`jiyao make`, from {what}", *_on_all_cores(_part(_part(batch, "all_cores"), name)))
        for name, what in BATCH_SOURCES.items()
    ]
    head = (f"on {_shown(batch['cores'])} cores", "documents a second", "times one core", "times docxtpl on one core")
    return f"\n{table(head, rows)}"


def _on_all_cores(figures: Figures) -> tuple[str, str, str]:
    return _shown(figures["docs_per_s"]), _shown(figures["times_one_core"], 2), _times(figures["ratio"])


def _batched(figures: Figures) -> tuple[str, str, str]:
    return _shown(figures["docs_per_s"]), _times(figures["ratio"]), _times(figures["cpu_ratio"])


def _method(figures: Figures) -> str:
    return METHOD.format(**_part(figures, "size"), **_part(figures, "minutes"))


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(cast("Figures", json.loads(FIGURES.read_text("utf-8")))), "utf-8")
    print(PAGE.name)


if __name__ == "__main__":
    main()
