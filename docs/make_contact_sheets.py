"""Makes the contact sheets of docs/pictures: `python docs/make_contact_sheets.py`, with `tests` on the path.

Every page of the minutes of all samples, in both presets, and the first and last pages of the minutes that the tests
measure (`tests/minutes_corpus.py`), to be looked at after a change of the layout.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps

from jiyao.documents.dressing import dressed
from jiyao.documents.filling import Template, compile_template
from jiyao.documents.shipped import Edition, template_name, templates_dir
from jiyao.records.choices import DocumentName
from jiyao.records.office import Preset
from jiyao.work.makers import make_minutes
from jiyao.work.workspace import Workspaces
from minutes_corpus import ANY, OFFICE
from rendering import missing_tools, pictures, to_pdf
from sampled import minutes_docx

CHECKOUT = Path(__file__).resolve().parents[1]
FOLDER = CHECKOUT / "docs" / "pictures"
DPI, COLORS, ACROSS, GAP = 45, 16, 6, 6


def documents(preset: Preset) -> dict[str, bytes]:
    """The minutes of every sample, as an office with that preset has them made."""
    shipped = (templates_dir() / template_name(DocumentName.MINUTES, Edition.ZH)).read_bytes()
    found: dict[str, bytes] = {}
    for each in Workspaces().records([str(CHECKOUT / "samples")]):
        office = each.record.office
        office = replace(office, house=replace(office.house, preset=preset))
        template = compile_template(dressed(shipped, DocumentName.MINUTES, office.house), "minutes.zh.docx")
        if each.record.meeting is None or not isinstance(template, Template):
            raise ValueError(each.file.path)
        made = make_minutes(each.record.meeting, office, template)
        if not isinstance(made, bytes):
            raise TypeError("\n".join(map(str, made)))
        found[each.file.path.stem] = made
    return found


def corpus() -> dict[str, bytes]:
    """One document of each kind and sort that is measured."""
    return {name: minutes_docx(text, OFFICE) for name, text in ANY.items() if not name.endswith("lines more")}


def sheet(contents: dict[str, bytes], folder: Path, *, ends: bool = False) -> Image.Image:
    """All pages in rows, one document after the other; of each only the `ends`, the first page and the last two."""
    printed = to_pdf(contents, folder, folder / "profile")
    shown = [pictures(pdf, DPI) for pdf in printed.values()]
    pages = [
        ImageOps.expand(Image.open(picture).convert("RGB"), GAP, "silver")
        for each in shown
        for picture in ([*each[:1], *each[1:][-2:]] if ends else each)
    ]
    width, height = pages[0].size
    desk = Image.new("RGB", (width * ACROSS, height * -(-len(pages) // ACROSS)), "silver")
    for number, page in enumerate(pages):
        desk.paste(page, (width * (number % ACROSS), height * (number // ACROSS)))
    return desk.quantize(COLORS, dither=Image.Dither.NONE)


def main() -> int:
    """Write a sheet for each preset; 1 where this machine cannot."""
    if missing := missing_tools():
        print(f"missing: {', '.join(missing)}; type `make tools`", file=sys.stderr)
        return 1
    for preset in Preset:
        with TemporaryDirectory() as folder:
            save(sheet(documents(preset), Path(folder)), f"pages-{preset}.png")
    with TemporaryDirectory() as folder:
        save(sheet(corpus(), Path(folder), ends=True), "pages-corpus.png")
    return 0


def save(picture: Image.Image, name: str) -> None:
    """Write a sheet, and say how large it is."""
    picture.save(FOLDER / name, optimize=True)
    print(f"docs/pictures/{name}: {(FOLDER / name).stat().st_size // 1000} KB")


if __name__ == "__main__":
    sys.exit(main())
