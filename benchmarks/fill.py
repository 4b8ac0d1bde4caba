"""Fills a template from records with one engine: `python fill.py ENGINE TEMPLATE RECORDS FOLDER [TIMES]`.

Runs in the environment of the engine, so it needs nothing but the engine. Each line of RECORDS is a record, each
document is written to FOLDER. The first record is filled once to warm up; then the clock starts, and the file is gone
through TIMES times. One line of JSON says what it took: reading records, filling and writing, and no start-up. With 0
TIMES the process is one that makes one document.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from invented import Record

    Filler = Callable[[Record], bytes]

MEGABYTE = 1024 * 1024


def docxtpl(template: Path) -> Filler:
    """docxtpl, or rust-docxtpl, which is installed under its name; escaping on, since texts hold `&` and `<`."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    document: Any = DocxTemplate(template)
    environment = Environment(autoescape=True)

    def fill(record: Record) -> bytes:
        document.render(record, environment, autoescape=True)
        file = BytesIO()
        document.save(file)
        return file.getvalue()

    return fill


def docxtpl_ng(template: Path) -> Filler:
    """As docxtpl, with a new document each time: this one keeps the text of its first record."""

    def fill(record: Record) -> bytes:
        return docxtpl(template)(record)

    return fill


def jiyao(template: Path, codec: str) -> Filler:
    """This program's own engine."""
    from jiyao.documents.filling import compile_template
    from jiyao.documents.filling import fill as fill_template
    from jiyao.ooxml.archive import CODECS

    compiled, packing = compile_template(template.read_bytes(), template.name), CODECS[codec]()
    if isinstance(compiled, tuple):
        raise TypeError("\n".join(map(str, compiled)))

    def fill(record: Record) -> bytes:
        document = fill_template(compiled, record, packing)
        if isinstance(document, tuple):
            raise TypeError("\n".join(map(str, document)))
        return document

    return fill


def floor(template: Path, codec: str) -> Filler:
    """What no engine can be faster than."""
    from floor import by_hand
    from jiyao.ooxml.archive import CODECS

    return by_hand(template.read_bytes(), CODECS[codec]())


FILLERS: dict[str, Callable[[Path], Filler]] = {
    "docxtpl": docxtpl,
    "docxtpl-ng": docxtpl_ng,
    "jiyao-zlib": lambda template: jiyao(template, "zlib"),
    "jiyao-isal": lambda template: jiyao(template, "isal"),
    "floor-zlib": lambda template: floor(template, "zlib"),
    "floor-isal": lambda template: floor(template, "isal"),
}


def peak_megabytes() -> float:
    """The most memory that this process has held. Not getrusage: that counts the process that started us, too."""
    status = Path("/proc/self/status")
    if status.is_file():
        (line,) = (line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / MEGABYTE
    import resource

    # In bytes on macOS, the one system without /proc that this is for.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def _records(file: Path, times: int) -> Iterator[Record]:
    for _ in range(times):
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                yield cast("Record", json.loads(line))


def main(engine: str, template: str, records: str, folder: str, times: str = "1") -> None:
    """Fill, and say what it took."""
    fill, count = FILLERS[engine](Path(template)), 0
    (Path(folder) / "0.docx").write_bytes(fill(next(_records(Path(records), 1))))
    wall, cpu = time.perf_counter(), time.process_time()
    for record in _records(Path(records), int(times)):
        count += 1
        (Path(folder) / f"{count}.docx").write_bytes(fill(record))
    took = {"documents": count, "seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    print(json.dumps({**took, "peak_mb": peak_megabytes()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
