"""Measures the archive: `python benchmarks/archive.py [RECORDS]`, 1,000 unless another number is named.

The records are those of the invented year again and again, with ids and days of their own, in one file of JSON Lines.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "samples" / "year"))
from jiyao.work.archive.indexing import update
from jiyao.work.archive.schema import archive_file
from jiyao.work.archive.searching import Wanted, search
from make_year import files

SEARCHES = (Wanted("督办"), Wanted("燃气 方案"), Wanted("机关三楼", year=2023), Wanted("老旧小区", person="秦怀"))
REPEATS = 7


def records(number: int) -> Iterator[str]:
    """So many records, a line each."""
    made = files()
    # A loader that takes no time for a number.
    read: list[Any] = [yaml.load(text, yaml.BaseLoader) for name, text in made.items() if "/" in name]  # noqa: S506
    for place in count():
        for record in read:
            if not number:
                return
            number -= 1
            yield json.dumps(record | {"id": f"{record['id']}-{place}"}, ensure_ascii=False, default=str)


def main(number: int) -> None:
    """Print what indexing, an update without changes, and each search take."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "office.yaml").write_text(files()["office.yaml"], "utf-8")
        (folder / "all.jsonl").write_text("\n".join(records(number)) + "\n", "utf-8")
        start = time.perf_counter()
        done = update(folder)
        print(f"{done.meetings} records indexed: {time.perf_counter() - start:.1f} s")
        print(f"{archive_file(folder).stat().st_size / 1e6:.0f} MB")
        start = time.perf_counter()
        update(folder)
        print(f"nothing has changed: {1000 * (time.perf_counter() - start):.0f} ms")
        for wanted in SEARCHES:
            times: list[float] = []
            hits = 0
            for _ in range(REPEATS):
                start = time.perf_counter()
                hits = len(search(folder, wanted))
                times.append(time.perf_counter() - start)
            print(f"{wanted.words} {wanted.person or wanted.year or ''}: {1000 * median(times):.1f} ms, {hits} shown")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1000)
