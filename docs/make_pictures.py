"""Makes the picture of the README: `make pictures`.

It shows the first pages of two samples side by side, as LibreOffice prints them with the fonts of the tests.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps

from rendering import missing_tools, pictures, to_pdf

CHECKOUT = Path(__file__).resolve().parents[1]
PICTURE = CHECKOUT / "docs" / "pictures" / "minutes.png"
SAMPLES = ("ten-lines/安全生产例会", "office/局长办公会")
"""The records that are shown, from left to right."""

DPI = 80
GREYS_AND_REDS = 24
"""Colors of the picture: black, red and white, with what lies between them at the edges of characters."""
GAP, EDGE = 24, 1
"""Pixels around each page, and of the line that is its edge."""
DESK, EDGE_COLOR = "white", "silver"


def first_pages(folder: Path) -> list[Image.Image]:
    """The first page of the minutes of each sample, made by the program itself."""
    make = [sys.executable, str(CHECKOUT / "cli.py"), "make", str(CHECKOUT / "samples"), "-o", str(folder)]
    subprocess.run(make, check=True)  # noqa: S603  # our own launcher
    documents = {Path(name).name: (folder / f"{name}-纪要.docx").read_bytes() for name in SAMPLES}
    made = to_pdf(documents, folder / "pdf", folder / "profile")
    return [Image.open(pictures(pdf, DPI)[0]).convert("RGB") for pdf in made.values()]


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """The pages in a row, each with an edge, on one desk."""
    framed = [ImageOps.expand(ImageOps.expand(page, EDGE, EDGE_COLOR), GAP, DESK) for page in pages]
    row = Image.new("RGB", (sum(page.width for page in framed), max(page.height for page in framed)), DESK)
    left = 0
    for page in framed:
        row.paste(page, (left, 0))
        left += page.width
    return row.quantize(GREYS_AND_REDS, dither=Image.Dither.NONE)


def main() -> int:
    """Write the picture; 1 where this machine cannot."""
    if missing := missing_tools():
        print(f"missing: {', '.join(missing)}; type `make tools`", file=sys.stderr)
        return 1
    with TemporaryDirectory() as folder:
        picture = side_by_side(first_pages(Path(folder)))
    PICTURE.parent.mkdir(exist_ok=True)
    picture.save(PICTURE, optimize=True)
    print(f"{PICTURE.relative_to(CHECKOUT)}: {PICTURE.stat().st_size // 1000} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
