"""Whether Word would open a document without a complaint: an independent validator, and what it does not look for."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element, fromstring

from openxml_audit import OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def audit(docx: bytes) -> tuple[str, ...]:
    """What is wrong with a document, a line each; nothing when it is sound."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "document.docx")
        file.write_bytes(docx)
        found = tuple(str(error) for error in _validator().validate(file).errors)
    return found + overlooked(docx)


def overlooked(docx: bytes) -> tuple[str, ...]:
    """Faults in the text parts that validators were seen to miss, and Word does not forgive."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        parts = {name: fromstring(package.read(name)) for name in package.namelist() if _holds_text(name)}
    last = parts["word/document.xml"].find(f"{W}body/{W}sectPr")
    found = ["no sectPr in the body"] if last is None else []
    for name, part in parts.items():
        found += [f"{name}: bare text {text!r} in a paragraph" for text in _bare_texts(part)]
        if not _balanced_fields(part):
            found.append(f"{name}: a field begins or ends alone")
    return tuple(found)


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def _holds_text(part: str) -> bool:
    stem = part.removeprefix("word/")
    return part.startswith("word/") and stem.startswith(("document", "header", "footer")) and stem.endswith(".xml")


def _bare_texts(part: Element) -> list[str]:
    found: list[str] = []
    for paragraph in part.iter(f"{W}p"):
        texts = [paragraph.text, *(child.tail for child in paragraph)]
        found += [text for text in texts if text and text.strip()]
    return found


def _balanced_fields(part: Element) -> bool:
    depth = 0
    for mark in part.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(str(mark.get(f"{W}fldCharType")), 0)
        if depth < 0:
            return False
    return depth == 0
