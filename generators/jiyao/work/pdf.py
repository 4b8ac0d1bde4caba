"""Word files printed as PDF files, by LibreOffice; each one looked at before it is believed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from jiyao.dataclass import dataclass
from jiyao.documents.faces import faces_of
from jiyao.documents.likenesses import is_one_of, own_names
from jiyao.documents.pdf import PdfFacts, facts_of
from jiyao.problems import Problem
from jiyao.records.refusals import unreadable
from jiyao.work.fonts import has_fontconfig, lacks_chinese, matched, with_fontconfig
from jiyao.work.libreoffice import VARIABLE, LibreOffice, Said, convert, find_soffice
from jiyao.work.pdf_faults import no_answer, no_chinese_font, no_libreoffice, no_pdf, not_embedded, substituted
from jiyao.work.reasons import reason
from jiyao.work.remedies import FREE_FACES, LIBREOFFICE, remedy
from jiyao.work.workspace import shown

AT_ONCE = 50
"""Documents for one call of LibreOffice: it takes seconds to start, and forgets nothing while it runs."""
HANGS = 2
"""Documents that hang one after the other, each alone in its call: then it is LibreOffice that hangs."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as a PDF; `pdf` is None where there is none, and `problems` say why."""

    document: Path
    pdf: bytes | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """LibreOffice, ready for one run; no other run shares what it keeps in `folder`."""

    office: LibreOffice
    folder: Path
    matched: Callable[[str], tuple[str, ...]]
    """The names of what a face is printed with, where the machine can say so."""


@contextmanager
def press(environment: Mapping[str, str]) -> Generator[Press | Problem]:
    """A press for one run; or what this machine lacks for one."""
    program = find_soffice(environment)
    if program is None:
        yield no_libreoffice(VARIABLE, environment.get(VARIABLE, ""), remedy(LIBREOFFICE))
        return
    # What is left of an ended LibreOffice may still be closing its files.
    with tempfile.TemporaryDirectory(prefix="jiyao-", ignore_cleanup_errors=True) as name:
        inside = with_fontconfig(environment, Path(name))
        if has_fontconfig() and lacks_chinese(inside):
            yield no_chinese_font(remedy(FREE_FACES))
            return
        yield Press(LibreOffice(program, inside), Path(name), cache(partial(matched, environment=inside)))


def print_documents(documents: Sequence[Path], press: Press) -> Iterator[Printed]:
    """Each document as a PDF, in their order; one that cannot be printed stops no other."""
    for start in range(0, len(documents), AT_ONCE):
        some = documents[start : start + AT_ONCE]
        calls = _together(some, press)
        for document in some:
            yield _looked_at(document, calls[document], press)


@dataclass(frozen=True, slots=True)
class _Call:
    """What one call made of one document."""

    pdf: bytes | None
    said: Said
    seconds: float


def _together(documents: Sequence[Path], press: Press) -> dict[Path, _Call]:
    """All by one call; then those of which nothing came, each alone, since one may have stopped the others."""
    calls = _called(documents, press, press.folder / "profile")
    left = [each for each in documents if calls[each].pdf is None] if len(documents) > 1 else []
    hanging = 0
    for document in left:
        if hanging == HANGS:
            return calls
        with tempfile.TemporaryDirectory(dir=press.folder, ignore_cleanup_errors=True) as profile:
            calls |= _called([document], press, Path(profile, "profile"))
        hanging = hanging + 1 if calls[document].said.was_ended else 0
    return calls


def _called(documents: Sequence[Path], press: Press, profile: Path) -> dict[Path, _Call]:
    with tempfile.TemporaryDirectory(dir=press.folder, ignore_cleanup_errors=True) as folder:
        # Under plain names of ours: whatever a file is called, and whatever it leads to beside it, nothing is found.
        copies = {document: Path(folder, f"{number}.docx") for number, document in enumerate(documents)}
        there = [copy for document, copy in copies.items() if _copied(document, copy)]
        said = _converted(there, Path(folder), profile, press.office) if there else Said("")
        seconds = press.office.patience(len(there))
        return {document: _Call(_content(copy.with_suffix(".pdf")), said, seconds) for document, copy in copies.items()}


def _converted(sources: Sequence[Path], folder: Path, profile: Path, office: LibreOffice) -> Said:
    try:
        return convert(sources, folder, profile, office)
    except OSError as error:
        return Said(error.strerror or str(error))


def _copied(document: Path, copy: Path) -> bool:
    try:
        shutil.copyfile(document, copy)
    except OSError:
        return False
    return True


def _content(pdf: Path) -> bytes | None:
    try:
        return pdf.read_bytes()
    except OSError:
        return None


def _looked_at(document: Path, call: _Call, press: Press) -> Printed:
    name = shown(document.with_suffix(".pdf"))
    try:
        docx = document.read_bytes()
    except OSError as error:
        return Printed(document, None, (unreadable(shown(document), reason(error)),))
    facts = facts_of(call.pdf) if call.pdf is not None else None
    if facts is None:
        late = call.said.was_ended
        problem = no_answer(name, round(call.seconds)) if late else no_pdf(name, _last_line(call.said.text))
        return Printed(document, None, (problem,))
    return Printed(document, call.pdf, tuple(_font_problems(name, docx, facts, press)))


def _last_line(said: str) -> str:
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "")


def _font_problems(file: str, docx: bytes, facts: PdfFacts, press: Press) -> Iterator[Problem]:
    fonts = [font.name for font in facts.fonts]
    for face in sorted(faces_of(docx)):
        found = press.matched(face)
        names = (*own_names(face), *(found if face in found else ()))
        if not any(is_one_of(font, names) for font in fonts):
            yield substituted(file, face, _used_instead(found, fonts))
    yield from (not_embedded(file, font.name) for font in facts.fonts if not font.is_embedded)


def _used_instead(found: tuple[str, ...], fonts: Sequence[str]) -> tuple[str, ...]:
    """What a face was replaced by: what the machine says, if it is really there; else every font of the PDF."""
    used = [font for font in fonts if is_one_of(font, found)]
    return (found[0],) if used else tuple(dict.fromkeys(font.partition("-")[0] for font in fonts))
