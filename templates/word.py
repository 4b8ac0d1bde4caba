"""WordprocessingML as the templates need it: each function gives one element, in the order that the schema asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jiyao.documents.gb9704 import FACE_ELSE, Face
from jiyao.documents.press import LATIN_ELSE, Latin
from jiyao.languages.text import Language
from jiyao.views.fragments import Role
from jiyao.views.lengths import Length

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


# Text


def run(text: str) -> str:
    """A run in the face of its paragraph; the hint keeps “” and — in the Chinese one."""
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def latin_run(text: str) -> str:
    """A run of English, or of signs that stand between English texts."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


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


def if_there(field: str, *paragraphs: str) -> Iterator[str]:
    """Paragraphs that stand only where the view has something in this field."""
    yield statement(f"if {field}")
    yield from paragraphs
    yield statement("endif")


RUNS = tag("{{r paragraph.runs }}")
"""What a paragraph of the view says, in a loop over paragraphs."""


def each_paragraph(field: str, otherwise: str, by_role: Mapping[Role, str] | None = None) -> Iterator[str]:
    """A paragraph of the template for each one in a field of the view: that of its role, else `otherwise`."""
    roles = by_role or {}
    yield statement(f"for paragraph in {field}")
    for role, written in roles.items():
        yield statement(f'{"if" if role == next(iter(roles)) else "elif"} paragraph.role == "{role}"')
        yield written
    yield from (statement("else"), otherwise, statement("endif")) if roles else (otherwise,)
    yield statement("endfor")


def in_brackets(language: Language, *runs: str) -> tuple[str, ...]:
    """Runs between the brackets of their language."""
    if language is Language.ZH:
        return run("（"), *runs, run("）")
    return latin_run("("), *runs, latin_run(")")


def labelled(field: str, between: str) -> str:
    """Labels with what they say, one behind the other in a paragraph; `between` is the run that parts them."""
    return "".join(
        (
            tag(f"{{%r for labelled in {field} %}}"),
            tag("{{ labelled.label }}"),
            tag("{{r labelled.runs }}"),
            tag("{%r if not loop.last %}"),
            between,
            tag("{%r endif %}"),
            tag("{%r endfor %}"),
        )
    )


# What a style says


def fonts(face: Face) -> str:
    """One face for every script, so that digits and “” do not fall out of it."""
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'


def latin_fonts(latin: Latin, chinese: Face) -> str:
    """A face for English, digits and “” included, and one for what is Chinese in it; Word would else choose one."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


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


def latin_type(size: Length, *, bold: bool = False, italic: bool = False) -> str:
    """The run properties of a style for English."""
    return "".join(
        (
            latin_fonts(Latin.SERIF, Face.SONGTI),
            "<w:b/><w:bCs/>" if bold else "",
            "<w:i/><w:iCs/>" if italic else "",
            f'<w:sz w:val="{size.half_points}"/><w:szCs w:val="{size.half_points}"/>',
        )
    )


def exact_line(pitch: Length, *, on_grid: bool = False) -> str:
    """A line pitch that no font changes; off the grid unless it is the grid's own."""
    snap = "" if on_grid else '<w:snapToGrid w:val="0"/>'
    return f'{snap}<w:spacing w:before="0" w:after="0" w:line="{pitch.twips}" w:lineRule="exact"/>'


_LINE = 240
"""What `w:line` says for one line of whatever height its fonts have."""


def open_line(least: Length, *, factor: float = 1, before: Length = _NONE, after: Length = _NONE) -> str:
    """Lines that grow with what stands in them: `least` high, or so many times as high as their font where it is 0."""
    line, kind = (least.twips, "atLeast") if least.emu else (round(_LINE * factor), "auto")
    space = f'w:before="{before.twips}" w:after="{after.twips}"'
    return f'<w:snapToGrid w:val="0"/><w:spacing {space} w:line="{line}" w:lineRule="{kind}"/>'


def rule(edge: str, width: Length, color: str = "000000", gap: Length = _NONE) -> str:
    """A line along one edge of a paragraph or a table, with some white between it and the text."""
    return f'<w:{edge} w:val="single" w:sz="{width.eighths}" w:space="{round(gap.points)}" w:color="{color}"/>'


def left_tab(position: Length) -> str:
    """What follows a tab begins at this position."""
    return f'<w:tabs><w:tab w:val="left" w:pos="{position.twips}"/></w:tabs>'


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
    entries = [_font(face, FACE_ELSE[face], "86", "auto") for face in Face]
    entries += [_font(face, LATIN_ELSE[face], "00", "roman") for face in Latin]
    return f'{DECLARATION}<w:fonts xmlns:w="{MAIN}">{"".join(entries)}</w:fonts>'


def _font(name: str, otherwise: str, charset: str, family: str) -> str:
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{otherwise}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )


def settings(*, two_sided: bool) -> str:
    """Odd and even pages may differ; marks keep their full width, or a line would not hold what the grid says."""
    sides = "<w:evenAndOddHeaders/>" if two_sided else ""
    return (
        f'{DECLARATION}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        f'<w:autoHyphenation w:val="0"/>{sides}<w:characterSpacingControl w:val="doNotCompress"/>'
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
