"""What a document costs on one process, on two, and on a cluster of two workers of this machine.

`PYTHONPATH=generators:tests python benchmarks/scale.py [RECORDS]`
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from work.test_cluster import DASK, HERE, RECORD, started, until

RECORDS = 4000
PDFS = 100
ROOT = Path(__file__).parents[1]
GENERATORS, FONTS = ROOT / "generators", ROOT / ".cache" / "fonts"


def made(folder: Path, name: str, *options: str, records: str = "records") -> float:
    """Seconds that a run takes which makes everything anew."""
    environment = os.environ | {"HOME": str(folder), "PYTHONPATH": str(GENERATORS)}
    command = [sys.executable, "-m", "jiyao", "make", records, "-o", name, *options]
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run(command, cwd=folder, env=environment, stdout=quiet, stderr=quiet, check=True)  # noqa: S603 (our own)
    return time.perf_counter() - start


def printed(folder: Path) -> None:
    """Print the cost of a PDF, of a hundred of the records."""
    (folder / "few").mkdir()
    for each in sorted((folder / "records").iterdir())[:PDFS]:
        (folder / "few" / each.name).write_bytes(each.read_bytes())
    # The faces that the tests have fetched; a home of its own has none.
    (folder / ".local/share").mkdir(parents=True)
    (folder / ".local/share/fonts").symlink_to(FONTS)
    seconds = made(folder, "pdf", "--pdf", records="few")
    there = len(list((folder / "pdf").glob("*.pdf")))
    print(f"PDFs: {there}, {seconds:.1f} s, {seconds / there * 1000:.0f} ms each, the Word files included")


def main(records: int) -> None:
    """Print the cost of a document, and what is on the disk afterwards."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "records").mkdir()
        for number in range(records):
            (folder / f"records/{number:05}.yaml").write_text(RECORD.format(number), "utf-8")
        made(folder, "first", "--jobs", "1")
        for jobs in ("1", "2"):
            seconds = made(folder, f"jobs{jobs}", "--jobs", jobs)
            print(f"{jobs} process(es): {seconds:.1f} s, {seconds / records * 1000:.2f} ms a document")
        printed(folder)
        seconds = made(folder, "jobs2", "--jobs", "2")
        print(f"again, nothing changed: {seconds:.1f} s, {seconds / records * 1000:.2f} ms a document")
        with started(folder, "scheduler", DASK, "scheduler", *HERE, "--port", "0"):
            address = until("Scheduler at:", folder / "scheduler.log").split()[-1]
            worker = (DASK, "worker", address, *HERE, "--nthreads", "1", "--no-nanny")
            with started(folder, "one", *worker), started(folder, "two", *worker):
                for name in ("one", "two"):
                    until("Registered to:", folder / f"{name}.log")
                seconds = made(folder, "cluster", "--cluster", address)
        print(f"cluster of 2 workers: {seconds:.1f} s, {seconds / records * 1000:.2f} ms a document")
        files = [each for each in (folder / "jobs1").rglob("*") if each.is_file()]
        size, manifest = sum(each.stat().st_size for each in files), folder / "jobs1/.jiyao/manifest.json"
        of_manifest = manifest.stat().st_size / records
        print(f"on disk: {size / records / 1000:.1f} KB a document, {of_manifest:.0f} bytes of manifest")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else RECORDS)
