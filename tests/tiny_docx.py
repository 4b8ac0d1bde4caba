"""The smallest Word documents that tests need, made of the XML that the test shows."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from jiyao.ooxml.package import write_package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NOTES = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
"""Every file of footnotes begins with the rule above them."""
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Heading"><w:name w:val="Heading run"/></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="Label"><w:name w:val="Label"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style>'
)


def paragraph(text: str) -> str:
    """A paragraph with one run; `text` may hold markup."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell_of(text: str) -> str:
    """A cell of a table with one paragraph."""
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{paragraph(text)}</w:tc>'


def row(*cells: str) -> str:
    """A row of a table with these texts in its cells."""
    return f"<w:tr>{''.join(f'{cell_of(text)}' for text in cells)}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    """A table of these rows."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def parts_of(
    body: str, *, header: str = "", footnote: str = "", title: str = "", sections: int = 1
) -> dict[str, bytes]:
    """The parts of a document with this XML in its body, header and footnote, and this core title."""
    section = _section(header)
    breaks = f"<w:p><w:pPr>{section}</w:pPr></w:p>" * (sections - 1)
    reference = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' if footnote else ""
    content = f"{body}{reference}{breaks}{section}"
    parts = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>",
    }
    if header:
        parts["word/header1.xml"] = f"<w:hdr {NAMESPACES}>{header}</w:hdr>"
    if footnote:
        note = f'<w:footnote w:id="1">{footnote}</w:footnote>'
        parts["word/footnotes.xml"] = f"<w:footnotes {NAMESPACES}>{NOTES}{note}</w:footnotes>"
    if title:
        parts["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>'
        )
    return {name: (DECLARATION + xml).encode() for name, xml in {**_contents(parts), **parts}.items()}


def docx(body: str, *, header: str = "", footnote: str = "", title: str = "", sections: int = 1) -> bytes:
    """The document itself."""
    return write_package(parts_of(body, header=header, footnote=footnote, title=title, sections=sections))


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The document with these parts instead of, or beside, its own."""
    return write_package({**read_parts(data), **parts})


def read_parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def text_of(data: bytes, part: str = "word/document.xml") -> str:
    """What a reader sees: a line for each paragraph, line breaks and tabs as such."""
    root = etree.fromstring(read_parts(data)[part], etree.XMLParser(huge_tree=True))
    signs = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    return "\n".join(
        "".join(signs.get(str(each.tag), each.text or "") for each in paragraph.iter(f"{{{W}}}t", *signs))
        for paragraph in root.iter(f"{{{W}}}p")
    )


def title_of(data: bytes) -> str:
    root = etree.fromstring(read_parts(data)["docProps/core.xml"])
    return root.findtext("{http://purl.org/dc/elements/1.1/}title") or ""


def canonical(xml: bytes) -> bytes:
    """The part as any XML reader understands it."""
    return etree.tostring(etree.fromstring(xml), method="c14n")


def _section(header: str) -> str:
    reference = '<w:headerReference w:type="default" r:id="rId2"/>' if header else ""
    return f'<w:sectPr>{reference}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def _contents(parts: Mapping[str, str]) -> dict[str, str]:
    """The list of contents and the relationships that these parts need."""
    kinds = {
        "word/document.xml": ("rId1", "document.main", f"{R}/officeDocument"),
        "word/styles.xml": ("rId1", "styles", f"{R}/styles"),
        "word/header1.xml": ("rId2", "header", f"{R}/header"),
        "word/footnotes.xml": ("rId3", "footnotes", f"{R}/footnotes"),
    }
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    types, document, package = "", "", ""
    for part in parts:
        if part == "docProps/core.xml":
            types += f'<Override PartName="/{part}" ContentType="{core}"/>'
            kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
            package += f'<Relationship Id="rId9" Type="{kind}" Target="{part}"/>'
            continue
        number, name, kind = kinds[part]
        types += f'<Override PartName="/{part}" ContentType="{WORD_TYPE}.{name}+xml"/>'
        if part == "word/document.xml":
            package += f'<Relationship Id="{number}" Type="{kind}" Target="{part}"/>'
        else:
            document += f'<Relationship Id="{number}" Type="{kind}" Target="{part.removeprefix("word/")}"/>'
    relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    content = "http://schemas.openxmlformats.org/package/2006/content-types"
    return {
        "[Content_Types].xml": f'<Types xmlns="{content}">{defaults}{types}</Types>',
        "_rels/.rels": f"<Relationships {relationships}>{package}</Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships {relationships}>{document}</Relationships>",
    }
