"""Word documents with tags in any part, made of the XML that the test shows."""

from __future__ import annotations

from collections.abc import Mapping
from struct import pack
from typing import NamedTuple
from zlib import compress, crc32

from jiyao.ooxml.package import write_package
from tiny_docx import (
    DECLARATION,
    NAMESPACES,
    NOTES,
    STYLES,
    WORD_TYPE,
    R,
    cell_of,
    paragraph,
    read_parts,
    row,
    table,
    with_parts,
)

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ENDNOTES = NOTES.replace("footnote", "endnote")
IN_DRAWINGS = (
    f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" xmlns:c="{DRAWING}/chart" '
    f'xmlns:pic="{DRAWING}/picture" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)

__all__ = [
    "IN_DRAWINGS",
    "PARTS",
    "cell_of",
    "paragraph",
    "picture",
    "png",
    "row",
    "runs",
    "table",
    "tagged",
    "text_box",
    "with_media",
]


class Part(NamedTuple):
    """Where a part lies, its content type, the last words of its relationship, and what stands around its contents."""

    name: str
    type: str
    relationship: str
    around: str


PARTS: Mapping[str, Part] = {
    "document": Part(
        "word/document.xml",
        f"{WORD_TYPE}.document.main+xml",
        f"{R}/officeDocument",
        f"<w:document {NAMESPACES} {IN_DRAWINGS}><w:body>%s<w:sectPr>%s"
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>',
    ),
    "header": Part("word/header1.xml", f"{WORD_TYPE}.header+xml", f"{R}/header", f"<w:hdr {NAMESPACES}>%s</w:hdr>"),
    "footer": Part("word/footer1.xml", f"{WORD_TYPE}.footer+xml", f"{R}/footer", f"<w:ftr {NAMESPACES}>%s</w:ftr>"),
    "footnotes": Part(
        "word/footnotes.xml",
        f"{WORD_TYPE}.footnotes+xml",
        f"{R}/footnotes",
        f'<w:footnotes {NAMESPACES}>{NOTES}<w:footnote w:id="1">%s</w:footnote></w:footnotes>',
    ),
    "endnotes": Part(
        "word/endnotes.xml",
        f"{WORD_TYPE}.endnotes+xml",
        f"{R}/endnotes",
        f'<w:endnotes {NAMESPACES}>{ENDNOTES}<w:endnote w:id="1">%s</w:endnote></w:endnotes>',
    ),
    "comments": Part(
        "word/comments.xml",
        f"{WORD_TYPE}.comments+xml",
        f"{R}/comments",
        f'<w:comments {NAMESPACES}><w:comment w:id="1" w:author="甲">%s</w:comment></w:comments>',
    ),
    "chart": Part(
        "word/charts/chart1.xml",
        CHART,
        f"{R}/chart",
        f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/>'
        "%s</c:rich></c:tx></c:title><c:plotArea/></c:chart></c:chartSpace>",
    ),
    "core": Part(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{PACKAGE}/relationships/metadata/core-properties",
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">%s</cp:coreProperties>',
    ),
    "app": Part(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        f"{R}/extended-properties",
        f'<Properties xmlns="{PROPERTIES}/extended-properties">%s</Properties>',
    ),
    "custom": Part(
        "docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f"{R}/custom-properties",
        f'<Properties xmlns="{PROPERTIES}/custom-properties" xmlns:vt="{PROPERTIES}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="号"><vt:lpwstr>%s</vt:lpwstr>'
        "</property></Properties>",
    ),
}
"""The parts that may hold tags, by a short name."""

_STYLES = Part("word/styles.xml", f"{WORD_TYPE}.styles+xml", f"{R}/styles", f"<w:styles {NAMESPACES}>%s</w:styles>")
_OF_PACKAGE = ("document", "core", "app", "custom")


def tagged(body: str = "", /, **parts: str) -> bytes:
    """The document with this XML in its body, and in these parts, which are named as in `PARTS`.

    The relationships of the body have the names of the parts.
    """
    chosen = {name: (PARTS[name], xml) for name, xml in {"document": body, **parts}.items()}
    references = "".join(
        f'<w:{name}Reference w:type="default" r:id="{name}"/>' for name in ("header", "footer") if name in parts
    )
    written = {
        part.name: part.around % ((xml, references) if name == "document" else xml)
        for name, (part, xml) in chosen.items()
    }
    chosen["styles"] = (_STYLES, STYLES)
    written[_STYLES.name] = _STYLES.around % STYLES
    written |= _contents({name: part for name, (part, _) in chosen.items()})
    return write_package({name: (DECLARATION + xml).encode() for name, xml in written.items()})


def _contents(parts: Mapping[str, Part]) -> dict[str, str]:
    types = "".join(f'<Override PartName="/{part.name}" ContentType="{part.type}"/>' for part in parts.values())
    package, document = "", ""
    for name, part in parts.items():
        if name in _OF_PACKAGE:
            package += f'<Relationship Id="{name}" Type="{part.relationship}" Target="{part.name}"/>'
        else:
            target = part.name.removeprefix("word/")
            document += f'<Relationship Id="{name}" Type="{part.relationship}" Target="{target}"/>'
    around = f'<Relationships xmlns="{PACKAGE}/relationships">%s</Relationships>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": around % package,
        "word/_rels/document.xml.rels": around % document,
    }


def runs(*texts: str, look: str = "") -> str:
    """A paragraph with a run for each text, as Word splits what somebody typed."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:p>{''.join(f'<w:r>{properties}<w:t>{text}</w:t></w:r>' for text in texts)}</w:p>"


def text_box(contents: str) -> str:
    """A paragraph on which a text box hangs, written twice as Word does: for itself, and for older programs."""
    box = f"<w:txbxContent>{contents}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="框"/><a:graphic><a:graphicData uri="'
        'http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
        f"{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def png(red: int = 255) -> bytes:
    """A picture of one point of this colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))

    head, point = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)), chunk(b"IDAT", compress(bytes([0, red, 0, 0])))
    return b"\x89PNG\r\n\x1a\n" + head + point + chunk(b"IEND", b"")


def with_media(data: bytes, of: str = "word/document.xml", *, media: bytes = b"", name: str = "logo.png") -> bytes:
    """The document with a picture that this part can show by the relationship `logo`."""
    rels = f"word/_rels/{of.rpartition('/')[2]}.rels"
    parts = read_parts(data)
    old = parts.get(rels, f'<Relationships xmlns="{PACKAGE}/relationships"></Relationships>'.encode())
    new = f'<Relationship Id="logo" Type="{R}/image" Target="media/{name}"/></Relationships>'
    types = parts["[Content_Types].xml"].decode()
    if 'Extension="png"' not in types:
        types = types.replace("<Default", '<Default Extension="png" ContentType="image/png"/><Default', 1)
    return with_parts(
        data,
        {
            rels: old.replace(b"</Relationships>", new.encode()),
            f"word/media/{name}": media or png(),
            "[Content_Types].xml": types.encode(),
        },
    )


def picture(relationship: str, name: str = "图", *, alt: str = "") -> str:
    """A picture of the template's own, in a run."""
    return (
        f'<w:r><w:drawing><wp:inline {IN_DRAWINGS}><wp:extent cx="360000" cy="360000"/>'
        f'<wp:docPr id="1" name="{name}" descr="{alt}"/><a:graphic><a:graphicData uri="{DRAWING}/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relationship}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
