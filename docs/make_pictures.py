"""Makes the pictures of the README and of docs/: `make pictures`.

They show first pages of samples side by side, as LibreOffice prints them with the fonts of the tests, and a web page
as Chromium shows it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps

import browsing
import desktop
from rendering import ENVIRONMENT, missing_tools, pictures, to_pdf

CHECKOUT = Path(__file__).resolve().parents[1]
FOLDER = CHECKOUT / "docs" / "pictures"
RELEASE = "joint/联席会议"
"""The record whose release is shown."""
SAMPLES = ("ten-lines/安全生产例会", "office/局长办公会")
"""The records that are shown, from left to right."""

REVIEWED = "procuratorate/动员部署会"
"""The record that is shown to a translator."""

CHANGES = {
    "Party branch secretaries": "secretaries of the Party branches",
    "step up work in six areas": "strengthen work in six areas",
}
"""What the translator makes of it."""

SUMMARY_PAGES = (0, 2, 7)
"""The contents, the charts of the meetings, and completion by unit, counted from 0."""

DPI = 80
GREYS_AND_REDS, COLORS = 24, 128
"""Colors of a picture: black, red and white, with what lies between at the edges of characters; more of a photo."""
GAP, EDGE = 24, 1
"""Pixels around each page, and of the line that is its edge."""
DESK, EDGE_COLOR = "white", "silver"


def made(folder: Path, *options: str) -> None:
    """Every document of the samples, made by the program itself."""
    make = [sys.executable, str(CHECKOUT / "cli.py"), "make", str(CHECKOUT / "samples"), "-o", str(folder), *options]
    subprocess.run(make, check=not options)  # noqa: S603  # our own launcher; samples without English have no release


def minutes_pages(folder: Path) -> list[Image.Image]:
    """The first page of the minutes of each sample."""
    made(folder)
    return first_pages(folder, *(f"{name}-纪要.docx" for name in SAMPLES))


def release_pages(folder: Path) -> list[Image.Image]:
    """The first page of a Chinese release, and beside it as much of the English web page."""
    made(folder, "-d", "release", "-l", "zh,en", "--html")
    (page,) = first_pages(folder, f"{RELEASE}-通稿.docx")
    with browsing.browser() as chromium:
        tab = chromium.new_page(viewport={"width": page.width, "height": page.height})
        tab.goto((folder / f"{RELEASE}-release.html").as_uri())
        shot = tab.screenshot()
    return [page, Image.open(BytesIO(shot)).convert("RGB")]


def review_pages(folder: Path) -> list[Image.Image]:
    """The review sheet of a record as LibreOffice prints it, and its page as Chromium shows it."""
    for form in ("docx", "html"):
        exported(folder, form)
    name = Path(REVIEWED).name
    (sheet,) = first_pages(folder, f"{name}.review.docx")
    with browsing.browser() as chromium:
        tab = chromium.new_page(viewport={"width": sheet.width, "height": sheet.height})
        tab.goto((folder / f"{name}.review.html").as_uri())
        edited = tab.locator("textarea[lang=en]").nth(3)
        edited.fill(edited.input_value().replace("Party branch secretaries", "secretaries of the Party branches"))
        shot = tab.screenshot()
    return [sheet, Image.open(BytesIO(shot)).convert("RGB")]


def sheet_pages(folder: Path) -> list[Image.Image]:
    """The sheet of a record for Excel, as LibreOffice prints it."""
    exported(folder, "xlsx")
    sheet = (folder / f"{Path(REVIEWED).name}.review.xlsx").read_bytes()
    (printed,) = to_pdf({"sheet": sheet}, folder / "pdf", folder / "profile", ".xlsx").values()
    return [Image.open(pictures(printed, DPI)[0]).convert("RGB")]


def omegat_pages(folder: Path) -> list[Image.Image]:
    """The project of a record as OmegaT opens it."""
    exported(folder, "omegat")
    project = folder / f"{Path(REVIEWED).name}.omegat"
    with (
        desktop.screen(folder / "home") as screen,
        screen.running("java", "-jar", desktop.OMEGAT, "--disable-project-locking", project),
    ):
        return [screen.picture("OmegaT", without="Project Files")]


def poedit_pages(folder: Path) -> list[Image.Image]:
    """The XLIFF file of a record as Poedit opens it."""
    exported(folder, "xlf")
    file = folder / f"{Path(REVIEWED).name}.xlf"
    with desktop.screen(folder / "home") as screen, screen.running("dbus-run-session", "poedit", file):
        return [screen.picture("Poedit")]


def exported(folder: Path, form: str) -> None:
    """What a translator is sent."""
    record = str(CHECKOUT / "samples" / f"{REVIEWED}.yaml")
    export = [sys.executable, str(CHECKOUT / "cli.py"), "review", "export", record, "--to", form, "-o", str(folder)]
    subprocess.run([*export, "--ui", "zh"], check=True)  # noqa: S603  # our own launcher


def report_pages(folder: Path) -> list[Image.Image]:
    """What a translator changed, as recorded changes in Word, and minutes that somebody has corrected."""
    cli, office = str(CHECKOUT / "cli.py"), folder / "office"
    copytree(CHECKOUT / "samples" / Path(REVIEWED).parent, office)
    record = f"{Path(REVIEWED).name}.yaml"
    sheet = f"{Path(REVIEWED).name}.xlf"
    for order in (["export", record, "--to", "xlf"], ["report", sheet, "-o", "changes.docx", "--ui", "zh"]):
        subprocess.run([sys.executable, cli, "review", *order], check=True, cwd=office)  # noqa: S603
        if order[0] == "export":
            text = (office / sheet).read_text("utf-8")
            for old, new in CHANGES.items():
                text = text.replace(old, new)
            (office / sheet).write_text(text, "utf-8")
    (page,) = first_pages(office, "changes.docx")
    # The rest of the page is empty.
    return [page.crop((0, 0, page.width, page.height * 9 // 20))]


def summary_pages(folder: Path) -> list[Image.Image]:
    """Three pages of the annual summary of the invented year."""
    cli, year = str(CHECKOUT / "cli.py"), folder / "year"
    # The scripts are our own.
    subprocess.run([sys.executable, str(CHECKOUT / "samples/year/make_year.py"), str(year)], check=True)  # noqa: S603
    order = [sys.executable, cli, "summary", str(year), "--year", "2023", "--as-of", "2024-01-15", "-l", "zh"]
    file = folder / "summary.docx"
    subprocess.run([*order, "-o", str(file)], check=True, env={**ENVIRONMENT})  # noqa: S603
    (printed,) = to_pdf({"summary": file.read_bytes()}, folder / "pdf", folder / "profile").values()
    return [Image.open(pictures(printed, DPI)[number]).convert("RGB") for number in SUMMARY_PAGES]


def first_pages(folder: Path, *files: str) -> list[Image.Image]:
    """The first page of each document."""
    documents = {Path(name).stem: (folder / name).read_bytes() for name in files}
    printed = to_pdf(documents, folder / "pdf", folder / "profile")
    return [Image.open(pictures(pdf, DPI)[0]).convert("RGB") for pdf in printed.values()]


def side_by_side(pages: list[Image.Image], colors: int) -> Image.Image:
    """The pages in a row, each with an edge, on one desk."""
    framed = [ImageOps.expand(ImageOps.expand(page, EDGE, EDGE_COLOR), GAP, DESK) for page in pages]
    row = Image.new("RGB", (sum(page.width for page in framed), max(page.height for page in framed)), DESK)
    left = 0
    for page in framed:
        row.paste(page, (left, 0))
        left += page.width
    return row.quantize(colors, dither=Image.Dither.NONE)


PICTURES: dict[str, tuple[Callable[[Path], list[Image.Image]], int, str]] = {
    "minutes": (minutes_pages, GREYS_AND_REDS, ""),
    "release": (release_pages, COLORS, ""),
    "summary": (summary_pages, COLORS, ""),
    "review": (review_pages, COLORS, ""),
    "sheet": (sheet_pages, COLORS, ""),
    "omegat": (omegat_pages, COLORS, "java"),
    "poedit": (poedit_pages, COLORS, "poedit"),
    "report": (report_pages, COLORS, ""),
}
"""What is shown, in how many colors, and the program with a window of its own that shows it."""


def main() -> int:
    """Write the pictures, or those that are named; 1 where this machine cannot."""
    if missing := (*missing_tools(), *browsing.missing_tools()):
        print(f"missing: {', '.join(missing)}; type `make tools`", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or list(PICTURES)
    for name in wanted:
        pages, colors, program = PICTURES[name]
        if program and (lacking := desktop.missing_tools(program)):
            print(f"{name}.png stays as it is; missing: {', '.join(lacking)}", file=sys.stderr)
            continue
        with TemporaryDirectory() as folder:
            picture = side_by_side(pages(Path(folder)), colors)
        file = FOLDER / f"{name}.png"
        picture.save(file, optimize=True)
        print(f"{file.relative_to(CHECKOUT)}: {file.stat().st_size // 1000} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
