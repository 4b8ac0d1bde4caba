"""Bilingual files that no record stands behind: tables of two columns, Chinese and English, with tabs between."""

from __future__ import annotations

from pathlib import Path

from jiyao.languages.text import Text
from jiyao.problems import Origin, Place, Problem
from jiyao.records.refusals import unreadable
from jiyao.work.reasons import reason

COLUMNS = 2


def is_bilingual(path: Path) -> bool:
    """Whether the path is a file of pairs."""
    return path.suffix == ".tsv" and path.is_file()


def bilingual_problems(path: Path) -> list[Problem]:
    """What is wrong between the two languages of a file in UTF-8, line by line; a first line `zh`, `en` is a head."""
    from jiyao.review.checks.pairs import check_pairs

    try:
        lines = path.read_text("utf-8-sig", errors="replace").splitlines()
    except OSError as error:
        return [unreadable(str(path), reason(error))]
    return list(check_pairs([each for number, line in enumerate(lines, 1) for each in _pair(line, str(path), number)]))


def _pair(line: str, file: str, number: int) -> list[Text]:
    cells = line.split("\t")
    if len(cells) < COLUMNS or [each.strip().lower() for each in cells[:COLUMNS]] == ["zh", "en"]:
        return []
    zh, en = cells[:COLUMNS]
    origins = [Origin(Place(file, number, at), ((0, number, at),)) for at in (1, len(zh) + 2)]
    return [Text(zh, en, zh_origin=origins[0], en_origin=origins[1])]
