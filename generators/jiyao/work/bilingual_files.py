"""Bilingual files that no record needs to stand behind: tables, XLIFF, TMX, and what was handed out for review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jiyao.languages.text import Text
from jiyao.problems import Origin, Place, Problem
from jiyao.records.refusals import unreadable
from jiyao.review.checks.known import NOTHING_KNOWN, Known
from jiyao.review.faults import no_pairs
from jiyao.work.opening import beginning_of
from jiyao.work.reasons import reason
from jiyao.work.workspace import shown

TABLES = {".tsv": "\t", ".csv": ","}
EXCHANGED = frozenset((".xlf", ".xliff", ".tmx", ".xlsx"))
MAYBE = frozenset((".docx", ".json"))
"""Files that are reviews only where they carry what was handed out."""
ZH_HEADS = frozenset(("zh", "zh-cn", "chinese", "source", "中文", "原文"))
EN_HEADS = frozenset(("en", "en-us", "english", "target", "英文", "译文"))
MOST_BYTES = 200_000_000
COLUMNS = 2


def is_bilingual(path: Path) -> bool:
    """Whether the path is a file of pairs: by its name, and a Word or JSON file by what it carries."""
    suffix = path.suffix.lower()
    if suffix in MAYBE and path.is_file():
        return _is_review(path)
    return suffix in {*TABLES, *EXCHANGED} and path.is_file()


def _is_review(path: Path) -> bool:
    from jiyao.review.exchange import read_returned
    from jiyao.review.returned import Returned

    try:
        returned = read_returned(beginning_of(path, MOST_BYTES), shown(path))
    except OSError:
        return False
    return isinstance(returned, Returned) and bool(returned.rows) and returned.baseline is not None


def bilingual_problems(path: Path, known: Known = NOTHING_KNOWN) -> list[Problem]:
    """What is wrong between the two languages of a file, pair by pair, each with its line, cell or id."""
    from jiyao.review.checks.pairs import check_pairs

    try:
        data = beginning_of(path, MOST_BYTES)
    except OSError as error:
        return [unreadable(shown(path), reason(error))]
    pairs = list(_pairs(data, path))
    return list(check_pairs(pairs, known)) if pairs else [no_pairs(Place(shown(path)))]


def _pairs(data: bytes, path: Path) -> Iterator[Text]:
    suffix, file = path.suffix.lower(), shown(path)
    if suffix in TABLES:
        yield from _of_table(data, TABLES[suffix], file)
        return
    from jiyao.review.exchange import read_returned
    from jiyao.review.returned import Returned

    returned = read_returned(data, file)
    if isinstance(returned, Returned) and any(row.zh for row in returned.rows):
        base = {each.id: each.zh for each in returned.baseline.segments} if returned.baseline else {}
        for row in returned.rows:
            zh = row.zh if row.zh is not None else base.get(row.id, "")
            yield _text(zh.strip(), row.en.strip(), *[Place(file, where=row.id)] * 2)
    elif suffix == ".xlsx":
        yield from _of_sheet(data, file)


def _of_table(data: bytes, separator: str, file: str) -> Iterator[Text]:
    """The pairs of a table in text; places are exact where no cell is quoted."""
    import csv
    from io import StringIO

    from jiyao.records.encoding import decode

    text = decode(data, file).text or ""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    begins, rows = 1, list[tuple[int, list[str]]]()
    for row in reader:
        rows.append((begins, row))
        begins = reader.line_num + 1
    zh, en = _columns([row for _number, row in rows])
    for number, row in rows:
        if len(row) > max(zh, en) and not _is_head(row, zh, en):
            starts = [1 + sum(len(cell) + 1 for cell in row[:at]) for at in (zh, en)]
            origins = [Origin(Place(file, number, at), ((0, number, at),)) for at in starts]
            yield Text(row[zh], row[en], zh_origin=origins[0], en_origin=origins[1])


def _of_sheet(data: bytes, file: str) -> Iterator[Text]:
    """The pairs of the first sheet of a workbook."""
    from jiyao.documents.attached_files import sheet_rows
    from jiyao.problems import Message

    rows = sheet_rows(data)
    if isinstance(rows, Message):
        return
    zh, en = _columns(rows)
    for number, row in enumerate(rows, start=1):
        if len(row) > max(zh, en) and not _is_head(row, zh, en):
            yield _text(row[zh], row[en], *(Place(file, where=f"{chr(ord('A') + at)}{number}") for at in (zh, en)))


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Where Chinese and English stand: under their names, else in the first two columns."""
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    zh = next((at for at, cell in enumerate(head) if cell in ZH_HEADS), 0)
    return zh, next((at for at, cell in enumerate(head) if cell in EN_HEADS and at != zh), 1 if zh == 0 else 0)


def _is_head(row: Sequence[str], zh: int, en: int) -> bool:
    return row[zh].strip().lower() in ZH_HEADS and row[en].strip().lower() in EN_HEADS


def _text(zh: str, en: str, zh_place: Place, en_place: Place) -> Text:
    return Text(zh, en, zh_origin=Origin(zh_place), en_origin=Origin(en_place))
