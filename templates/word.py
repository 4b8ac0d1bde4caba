"""WordprocessingML as the templates need it: each function gives one element, in the order that the schema asks for."""

from __future__ import annotations

from collections.abc import Mapping

from jiyao.documents.gb9704 import FACE_ELSE, Face
from jiyao.views.lengths import Length

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


# Text


def run(text: str) -> str:
    """A run in the face of its paragraph; the hint keeps “” and — in the Chinese one."""
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tag(text: str) -> str:
    """A run that holds a tag of the template and nothing else."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


TAB = "<w:r><w:tab/></w:r>"


def field(code: str, shown: str) -> str:
    """A field that Word works out, with what it shows until then."""
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{shown}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{piece}</w:r>" for piece in pieces)


def paragraph(style: str, *runs: str) -> str:
    """A paragraph whose look is its style's alone."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def statement(text: str) -> str:
    """A paragraph that stands for a statement of the template, and is gone once that has been followed."""
    return paragraph("Statement", tag(f"{{%p {text} %}}"))


# What a style says


def fonts(face: Face) -> str:
    """One face for every script, so that digits and “” do not fall out of it."""
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'


_NATURAL = 100
_NONE = Length(0)


def type_of(face: Face, size: Length, *, tracking: Length = _NONE, color: str = "", width: int = _NATURAL) -> str:
    """The run properties of a style: face and size; space between characters, their colour, their width in per cent."""
    half_points = size.half_points
    return "".join(
        (
            fonts(face),
            f'<w:color w:val="{color}"/>' if color else "",
            # Always said: a style for large type would else be set as tightly as the one it stands on.
            f'<w:spacing w:val="{tracking.twips}"/>',
            f'<w:w w:val="{width}"/>' if width != _NATURAL else "",
            f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>',
        )
    )


def exact_line(pitch: Length, *, on_grid: bool = False) -> str:
    """A line pitch that no font changes; off the grid unless it is the grid's own."""
    snap = "" if on_grid else '<w:snapToGrid w:val="0"/>'
    return f'{snap}<w:spacing w:before="0" w:after="0" w:line="{pitch.twips}" w:lineRule="exact"/>'


def rule(edge: str, width: Length, color: str = "000000") -> str:
    """A line along one edge of a paragraph or a table."""
    return f'<w:{edge} w:val="single" w:sz="{width.eighths}" w:space="0" w:color="{color}"/>'


def right_tab(position: Length) -> str:
    """What follows a tab ends at this position."""
    return f'<w:tabs><w:tab w:val="right" w:pos="{position.twips}"/></w:tabs>'


# Parts that are the same for every template


def content_types(overrides: Mapping[str, str]) -> str:
    """The list of contents: the type of each part by its name."""
    parts = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def relationships(targets: Mapping[str, str]) -> str:
    """Where a part's relations lead: the target by the type's address; ids count from rId1 in that order."""
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def font_table() -> str:
    """The faces, each with what stands in for it where it is missing."""
    entries = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{FACE_ELSE[face]}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for face in Face
    )
    return f'{DECLARATION}<w:fonts xmlns:w="{MAIN}">{entries}</w:fonts>'


def settings() -> str:
    """Odd and even pages differ; marks keep their full width, or a line would not hold what the grid says."""
    return (
        f'{DECLARATION}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:autoHyphenation w:val="0"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        "<w:compat><w:doNotExpandShiftReturn/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def theme() -> str:
    """Word asks for a theme, though no style here takes anything from it: black on white, and the face of the text."""
    colors = {"dk": "000000", "lt": "FFFFFF"}
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{colors.get(name[:2], "000000")}"/></a:{name}>'
        for name in ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    )
    latin = f'<a:latin typeface="{Face.FANGSONG}"/><a:ea typeface="{Face.FANGSONG}"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="{DRAWING}/main" name="jiyao"><a:themeElements>'
        f'<a:clrScheme name="jiyao">{scheme}</a:clrScheme><a:fontScheme name="jiyao">'
        f"<a:majorFont>{latin}</a:majorFont><a:minorFont>{latin}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="jiyao"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def core_properties() -> str:
    """What the file says of itself, by tags; Word shows them under File, Info."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ properties.title }}</dc:title>'
        "<dc:creator>{{ properties.author }}</dc:creator><dc:language>{{ properties.language }}</dc:language>"
        "</cp:coreProperties>"
    )


def app_properties() -> str:
    """Which program a reader may take for the author of the file."""
    return (
        f'{DECLARATION}<Properties xmlns="{OFFICE}/extended-properties">'
        "<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>"
    )
