"""An edited document back into its record: which one it was, made of which record, and written where."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jiyao.documents.shipped import Edition
from jiyao.languages.text import Language
from jiyao.ooxml.archive import ZLIB
from jiyao.problems import Problem
from jiyao.records.refusals import unreadable
from jiyao.records.writing import Change, NotWrittenError, written
from jiyao.review import faults
from jiyao.review.finished import Line, word_lines
from jiyao.review.reading_back import Back, Edited, read_back
from jiyao.review.segments import units_of
from jiyao.work.codecs import chosen_codec
from jiyao.work.faults import not_written
from jiyao.work.fixing import put_back
from jiyao.work.making import Drafting
from jiyao.work.manifest import Written, digest, read_manifest
from jiyao.work.opening import content_of
from jiyao.work.products import Format, Order, Product
from jiyao.work.reasons import reason
from jiyao.work.workspace import Found, Workspaces, shown


class ReadBack(NamedTuple):
    """What an edited document brings back into its record; no record where it could not be found."""

    file: str
    found: Found | None
    back: Back
    problems: tuple[Problem, ...]


NOTHING = Back((), ())


def is_own_document(path: Path) -> bool:
    """Whether the manifest of its folder knows the file as a Word document of a record."""
    return path.suffix.lower() == ".docx" and _written(path) is not None


def document_back(path: Path) -> ReadBack:
    """What somebody has edited in a document since the program made it.

    The record, its office and the template have to be as they were then: what is made of them now is what the edits
    are told from. Where they are not, that is the problem.
    """
    name = shown(path)
    known = _written(path)
    if known is None:
        return ReadBack(name, None, NOTHING, (faults.no_review_file(name),))
    product = Product.of_key(known.document)
    found = _record(path, known)
    if found is None or found.record.meeting is None:
        return ReadBack(name, None, NOTHING, (faults.no_record(name, known.record),))
    made, data = _made_again(found, product, known.sha256), _content(path)
    if made is None or isinstance(data, Problem):
        changed = faults.made_of_another(name, shown(found.file.path))
        return ReadBack(name, found, NOTHING, (data if isinstance(data, Problem) else changed,))
    return _laid_side_by_side(ReadBack(name, found, NOTHING, ()), found, (made, data), known)


def _laid_side_by_side(nothing: ReadBack, found: Found, files: tuple[bytes, bytes], known: Written) -> ReadBack:
    """What the second of the two files has otherwise than the first, which was made once more."""
    lines = [word_lines(each, nothing.file) for each in files]
    refused = tuple(line for each in lines for line in each if isinstance(line, Problem))
    if refused:
        return nothing._replace(problems=refused)
    before, now = ([line for line in each if isinstance(line, Line)] for each in lines)
    # Whoever imports the same document again is told nothing: the record says what it says.
    if digest(files[0]) != known.sha256 and [each.text for each in before] != [each.text for each in now]:
        return nothing._replace(problems=(faults.made_of_another(nothing.file, shown(found.file.path)),))
    languages = _languages(Product.of_key(known.document).edition)
    back = read_back(units_of(found.record), languages, before, now)
    return nothing._replace(back=back, problems=tuple(faults.astray(*each) for each in back.astray))


def _content(path: Path) -> bytes | Problem:
    try:
        return content_of(path)
    except OSError as error:
        return unreadable(shown(path), reason(error))


def write_edited(found: Found, edited: Sequence[Edited]) -> Problem | None:
    """Write the texts into the record; where that fails the file is as it was, and the problem says why."""
    source, path = found.record.source, found.file.path
    changes = [Change(each.unit.text.origin(each.language).place, each.text) for each in edited]
    try:
        put_back(path, source, written(source, changes))
    except OSError as error:
        return not_written(shown(path), reason(error))
    except NotWrittenError:
        return faults.not_written(shown(path))
    return None


def _written(path: Path) -> Written | None:
    known = read_manifest(path.parent).get(path.name)
    try:
        return known if known and Product.of_key(known.document).format is Format.DOCX else None
    except ValueError:
        return None


def _record(path: Path, known: Written) -> Found | None:
    """The record that a document was made of: the manifest has its path from the folder, and its line."""
    relative, _, line = known.record.rpartition(":")
    file = path.parent / relative
    if not file.is_file():
        return None
    records = [each for each in Workspaces().records([str(file)]) if each.is_usable]
    return next((each for each in records if str(each.record.source.line) == line), None)


def _made_again(found: Found, product: Product, sha256: str) -> bytes | None:
    """The document, packed as it was then where that can be told; None where it cannot be made any more."""
    order = Order((product.document,), (product.edition,), (product.format,), public=product.is_public)
    codec = chosen_codec(os.environ)
    made: bytes | None = None
    for each in dict.fromkeys((ZLIB, *([] if isinstance(codec, Problem) else [codec]))):
        drafts = (draft for done in Drafting(order._replace(codec=each)).drafted(found.piece) for draft in done.drafts)
        made = next((draft.content for draft in drafts if draft.product == product), None)
        if made is None or digest(made) == sha256:
            break
    return made


def _languages(edition: Edition) -> tuple[Language, ...]:
    return tuple(Language) if edition not in {Edition.ZH, Edition.EN} else (Language(edition.value),)
