"""What a reader would see of a document: its pages by LibreOffice, their lines, fonts and pictures.

LibreOffice is an oracle for layout, not for Word's own habits; what only it was seen to do is not proved for Word.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
from pdfplumber._typing import T_obj
from pdfplumber.page import Page as PdfPage

from jiyao.work.fonts import matched, with_fontconfig
from jiyao.work.libreoffice import LibreOffice, convert, find_soffice

FONTS = Path(__file__).resolve().parents[1] / ".cache" / "fonts"
"""Where tests/setup-tools puts the free faces."""
ENVIRONMENT: Mapping[str, str] = {**os.environ, "JIYAO_FONTS": str(FONTS), "LC_ALL": "C.UTF-8"}
"""With the same faces on every machine, so that a page looks the same."""
SECONDS = 120
"""For the pictures of a document."""

MM_PER_POINT = 25.4 / 72
SAME_LINE = 1.0
"""Points that baselines of one line may differ by; a raised figure is a line of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page as printed. Lengths are in millimetres from the page's top left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    """The largest size of its characters, in points."""
    fonts: frozenset[str]
    """The families that it is really printed with, without the subset's prefix."""


class RenderingError(Exception):
    """LibreOffice made no PDF, or one without pages."""


def missing_tools() -> tuple[str, ...]:
    """What rendering needs and this machine lacks, as one would look for it; `make tools` sets it up."""
    missing = [name for name in ("soffice", "pdftoppm", "fc-match") if shutil.which(name) is None]
    if "fc-match" not in missing and not _official_face().startswith(("Fandol", "AR PL", "Noto")):
        missing.append("a font for 仿宋_GB2312")
    return tuple(missing)


def to_pdf(documents: Mapping[str, bytes], folder: Path, profile: Path, suffix: str = ".docx") -> dict[str, Path]:
    """The documents, by a name without suffix, as PDF files in `folder`, all made by one call.

    `profile` belongs to one caller at a time: a second LibreOffice on the same profile ends without a word.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sources = {name: folder / f"{name}{suffix}" for name in documents}
    for name, source in sources.items():
        source.write_bytes(documents[name])
        source.with_suffix(".pdf").unlink(missing_ok=True)
    said = _convert(list(sources.values()), folder, profile)
    made = {name: source.with_suffix(".pdf") for name, source in sources.items()}
    for pdf in made.values():
        _expect_pages(pdf, said)
    return made


def saved_again(documents: Mapping[str, bytes], folder: Path, profile: Path) -> dict[str, bytes]:
    """The documents as LibreOffice writes them once it has opened them, all by one call; `profile` as for `to_pdf`."""
    folder.mkdir(parents=True, exist_ok=True)
    opened = folder / "opened"
    opened.mkdir()
    for name, docx in documents.items():
        (opened / f"{name}.docx").write_bytes(docx)
    program = find_soffice(ENVIRONMENT)
    if program is None:
        raise RenderingError("there is no LibreOffice")
    profile.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            str(program),
            f"-env:UserInstallation={profile.resolve().as_uri()}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(folder),
            *(str(opened / f"{name}.docx") for name in documents),
        ],
        env=with_fontconfig(ENVIRONMENT, profile),
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    return {name: (folder / f"{name}.docx").read_bytes() for name in documents}


def pages(pdf: Path) -> tuple[tuple[Line, ...], ...]:
    """The lines of each page, from the top down."""
    with pdfplumber.open(pdf) as opened:
        return tuple(_lines(page) for page in opened.pages)


def fonts(pdf: Path) -> frozenset[str]:
    """The families that a PDF is really printed with: a missing font is silently replaced, so look."""
    return frozenset(family for page in pages(pdf) for line in page for family in line.fonts)


def pictures(pdf: Path, dpi: int = 96) -> tuple[Path, ...]:
    """One PNG of each page, beside the PDF."""
    stem = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), str(pdf), str(stem)], check=True, timeout=SECONDS)
    return tuple(sorted(pdf.parent.glob(f"{stem.name}-*.png")))


def _official_face() -> str:
    with tempfile.TemporaryDirectory() as folder:
        return next(iter(matched("仿宋_GB2312", with_fontconfig(ENVIRONMENT, Path(folder)))), "")


def _convert(sources: list[Path], folder: Path, profile: Path) -> str:
    program = find_soffice(ENVIRONMENT)
    if program is None:
        raise RenderingError("there is no LibreOffice")
    profile.mkdir(parents=True, exist_ok=True)
    said = convert(sources, folder, profile, LibreOffice(program, with_fontconfig(ENVIRONMENT, profile)))
    if said.was_ended:
        raise RenderingError("LibreOffice gave no answer")
    return said.text


def _expect_pages(pdf: Path, said: str) -> None:
    # The exit status is 0 even where nothing was made.
    if not pdf.is_file() or not pdf.read_bytes().startswith(b"%PDF"):
        raise RenderingError(f"no {pdf.name}; LibreOffice said: {said.strip() or 'nothing'}")
    with pdfplumber.open(pdf) as opened:
        if not opened.pages:
            raise RenderingError(f"{pdf.name} has no pages")


def _lines(page: PdfPage) -> tuple[Line, ...]:
    lines: list[list[T_obj]] = []
    for char in sorted(page.chars, key=lambda each: -_height(each)):
        if lines and _height(lines[-1][0]) - _height(char) < SAME_LINE:
            lines[-1].append(char)
        else:
            lines.append([char])
    return tuple(_line(chars, float(page.height)) for chars in lines)


def _height(char: T_obj) -> float:
    """Of the baseline above the foot of the page, in points."""
    return float(char["matrix"][5])


def _line(chars: list[T_obj], page_height: float) -> Line:
    in_order = sorted(chars, key=lambda char: char["x0"])
    return Line(
        text="".join(char["text"] for char in in_order).strip(),
        left=round(in_order[0]["x0"] * MM_PER_POINT, 2),
        right=round(in_order[-1]["x1"] * MM_PER_POINT, 2),
        baseline=round((page_height - _height(in_order[0])) * MM_PER_POINT, 2),
        size=round(max(char["size"] for char in in_order), 1),
        fonts=frozenset(char["fontname"].partition("+")[2].partition("-")[0] for char in in_order),
    )
