"""Builds the Word templates that are shipped: `python templates/build.py [FOLDER]`, by default beside this script.

The templates are what people edit; a change that is to stay in the shipped ones is made here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import forms
import meeting_record_zh
import minutes_en
import minutes_zh
import notice_zh
import release_both
import release_en
import release_zh
import summary_word
from jiyao.languages.text import Language
from jiyao.ooxml.package import write_package

TEMPLATES: Mapping[str, Callable[[], Mapping[str, bytes]]] = {
    "minutes.zh.docx": minutes_zh.parts,
    "minutes.en.docx": minutes_en.parts,
    "minutes.both-table.docx": release_both.table_parts,
    "minutes.both-interleaved.docx": release_both.interleaved_parts,
    "release.zh.docx": release_zh.parts,
    "release.en.docx": release_en.parts,
    "release.both-table.docx": release_both.table_parts,
    "release.both-interleaved.docx": release_both.interleaved_parts,
    "meeting-record.zh.docx": meeting_record_zh.parts,
    "notice.zh.docx": notice_zh.parts,
    "agenda.zh.docx": partial(forms.parts, forms.UPRIGHT),
    "sign-in.zh.docx": partial(forms.parts, forms.UPRIGHT),
    "follow-up.zh.docx": partial(forms.parts, forms.LYING),
    "summary.zh.docx": partial(summary_word.parts, Language.ZH),
    "summary.en.docx": partial(summary_word.parts, Language.EN),
}


def build(folder: Path) -> None:
    """Writes every template into the folder."""
    for name, parts in TEMPLATES.items():
        (folder / name).write_bytes(write_package(parts()))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent)
