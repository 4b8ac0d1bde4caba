"""The Word file around the text of the comparison: styles, theme, numbering and settings as a Word file brings them.

They are those of python-docx's own empty document, an ordinary file saved by Word, less what files of today lack: the
second copy of the styles, the preview picture, and a hundred table styles that nobody uses. What is left is 17 parts of
some 90 KB, as in a file from an office.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = f"{{{MAIN}}}"
_KEPT_TABLE_STYLES = frozenset(("TableNormal", "TableGrid"))
_DROPPED = ("word/stylesWithEffects.xml", "docProps/thumbnail.jpeg")
_NEW = {"header1": "header", "footer1": "footer"}
"""The parts that the empty document has not, with their kind."""


def word_file(body: str, header: str, footer: str) -> bytes:
    """The document with this XML in its body, its header and its footer."""
    parts = _base()
    names = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}"'
    new = {
        "word/document.xml": f"<w:document {names}><w:body>{body}{_section()}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {names}>{header}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {names}>{footer}</w:ftr>",
    }
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return _packed({**parts, **{name: f"{declaration}{xml}".encode() for name, xml in new.items()}})


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """The file of these parts; it is dated, so that it is the same on every run."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name, (2023, 3, 6, 15, 0, 0)), part, ZIP_DEFLATED)
    return file.getvalue()


def _section() -> str:
    """A4 with the margins of official documents, and the header and the footer of every page."""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader1"/>'
        '<w:footerReference w:type="default" r:id="rIdfooter1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" '
        'w:gutter="0"/></w:sectPr>'
    )


def _base() -> dict[str, bytes]:
    parts = dict(_parts(Path(docx.__file__).parent / "templates" / "default.docx"))
    for name in _DROPPED:
        del parts[name]
    parts["word/styles.xml"] = _few_styles(parts["word/styles.xml"])
    parts["_rels/.rels"] = _changed(parts["_rels/.rels"], "Target", {})
    parts["word/_rels/document.xml.rels"] = _changed(
        parts["word/_rels/document.xml.rels"], "Target", {f"{name}.xml": _relationship(name) for name in _NEW}
    )
    parts["[Content_Types].xml"] = _changed(
        parts["[Content_Types].xml"], "PartName", {f"/word/{name}.xml": _override(name) for name in _NEW}
    )
    return parts


def _parts(file: Path) -> Mapping[str, bytes]:
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _relationship(name: str) -> Mapping[str, str]:
    return {"Id": f"rId{name}", "Type": f"{RELATIONSHIPS}/{_NEW[name]}", "Target": f"{name}.xml"}


def _override(name: str) -> Mapping[str, str]:
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{_NEW[name]}+xml"
    return {"PartName": f"/word/{name}.xml", "ContentType": kind}


def _changed(part: bytes, key: str, added: Mapping[str, Mapping[str, str]]) -> bytes:
    """A list of contents or relationships without the dropped parts, and with the new ones."""
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    for each in list(root):
        if each.get(key, "").endswith(tuple(name.rpartition("/")[2] for name in _DROPPED)):
            root.remove(each)
    kind = "Relationship" if key == "Target" else "Override"
    for attributes in added.values():
        etree.SubElement(root, f"{{{root.nsmap[None]}}}{kind}", dict(attributes))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _few_styles(part: bytes) -> bytes:
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    for style in list(root.iter(f"{_W}style")):
        if style.get(f"{_W}type") == "table" and style.get(f"{_W}styleId") not in _KEPT_TABLE_STYLES:
            root.remove(style)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
