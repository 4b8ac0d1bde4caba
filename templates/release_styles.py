"""The styles of news releases: for each language, one for each role, in the size of the layout that they are for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jiyao.documents import gb9704, press
from jiyao.documents.gb9704 import Face
from jiyao.documents.press import Latin
from jiyao.languages.text import Language
from jiyao.views.fragments import Role
from jiyao.views.lengths import Length, points
from styles import CENTRE, first_line, indent, level, run_style, style
from word import RUNS, exact_line, latin_fonts, latin_type, open_line, paragraph, rule, type_of

HEAD = (Role.KICKER, Role.HEADLINE, Role.SUBHEADLINE, Role.BYLINE)
SMALL = (Role.BYLINE, Role.CREDITS)

_NAMES: Mapping[Role, tuple[str, str, str]] = {
    Role.KICKER: ("Kicker", "引题", "Kicker"),
    Role.HEADLINE: ("Headline", "标题", "Headline"),
    Role.SUBHEADLINE: ("Subheadline", "副题", "Subheadline"),
    Role.BYLINE: ("Byline", "日期和来源", "Byline"),
    Role.BODY: ("Story", "正文段落", "Story"),
    Role.CREDITS: ("Credits", "采编人员", "Credits"),
}
"""The id of each style, and its name in Chinese and in English."""
_BUILT_IN: Mapping[Role, tuple[str, str]] = {
    Role.HEADLINE: ("Title", "Title"),
    Role.SUBHEADLINE: ("Subtitle", "Subtitle"),
    Role.BODY: ("BodyText", "Body Text"),
}
"""Word's own styles, by which other programs know what is what; they serve one language, so no file of two."""
_FACES: Mapping[Role, Face] = {
    Role.KICKER: Face.KAITI,
    Role.HEADLINE: Face.XIAOBIAOSONG,
    Role.SUBHEADLINE: Face.KAITI,
    Role.CREDITS: Face.KAITI,
}
"""The faces of Chinese; all else stands in that of the text."""
_BOLD, _ITALIC = {Role.KICKER, Role.HEADLINE}, {Role.SUBHEADLINE, Role.CREDITS}
"""What sets English apart from its text."""
PICTURES: Mapping[Role, str] = {Role.PHOTO: paragraph("Photo", RUNS), Role.CAPTION: paragraph("Caption", RUNS)}
"""The paragraphs of a picture and of what stands below it, in a loop over paragraphs."""
_NOTHING = Length(0)
_BAR = rule("left", press.BAR, "8FA8BF", press.BAR_GAP)
_CHINESE_LINE, _HEADLINE_LINE = 1.5, 1.4
"""From line to line of Chinese, as part of its size: of text, and of headlines."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type in one layout."""

    headline: Length
    deck: Length
    """Kicker and subheadline."""
    body: Length
    small: Length
    """Byline and credits."""

    def of(self, role: Role) -> Length:
        """The size of what has this role."""
        if role in SMALL:
            return self.small
        return {Role.HEADLINE: self.headline, Role.BODY: self.body}.get(role, self.deck)


@dataclass(frozen=True, slots=True)
class Family:
    """The styles of one language in a template."""

    language: Language
    sizes: Sizes
    mark: str = ""
    """What their ids end in, where a template has more families; Word's own styles are used where it has one."""
    label: str = ""
    """What their names end in."""
    centred: bool = True
    """Whether the head is centred; it begins at the left else."""
    indented: bool = False
    """Whether the text has an indent of two characters."""
    keep: bool = False
    """Whether a paragraph stays on the page of the next one."""
    set_in: bool = False
    """Whether the text is set in, with a bar beside it."""
    gap: Length = _NOTHING
    """Above each paragraph."""
    below: Mapping[Role, Length] = field(default_factory=dict[Role, Length])
    """Below the paragraphs of a role."""

    @property
    def ids(self) -> Mapping[Role, str]:
        """The id of the style of each role."""
        own = {role: f"{name}{self.mark}" for role, (name, _zh, _en) in _NAMES.items()}
        return own if self.mark else own | {role: name for role, (name, _name) in _BUILT_IN.items()}

    def name(self, role: Role) -> str:
        """What Word calls the style of a role."""
        if not self.mark and role in _BUILT_IN:
            return _BUILT_IN[role][1]
        _id, zh, en = _NAMES[role]
        return (zh if self.language is Language.ZH else en) + self.label


def family_styles(family: Family) -> Iterator[str]:
    """The styles of a family."""
    for role in _NAMES:
        follow = "" if role is Role.CREDITS else family.ids[Role.BODY]
        yield style(family.ids[role], family.name(role), _paragraph(family, role), _text(family, role), follow)


def _paragraph(family: Family, role: Role) -> str:
    """In the order of the schema (CT_PPr)."""
    in_text = role not in HEAD
    return "".join(
        (
            "<w:keepNext/>" if family.keep or not in_text else "",
            "<w:keepLines/>" if not in_text else "",
            "<w:widowControl/>",
            f"<w:pBdr>{_BAR}</w:pBdr>" if family.set_in and in_text else "",
            _line(family, role),
            _indent(family, role),
            CENTRE if family.centred and not in_text else "",
            level(0) if role is Role.HEADLINE else "",
        )
    )


def _line(family: Family, role: Role) -> str:
    size = family.sizes.of(role)
    after = family.below.get(role, _NOTHING)
    if family.language is Language.EN:
        return open_line(_NOTHING, factor=press.ENGLISH_LINE, before=family.gap, after=after)
    factor = _HEADLINE_LINE if role is Role.HEADLINE else _CHINESE_LINE
    return open_line(size * factor, before=family.gap, after=after)


def _indent(family: Family, role: Role) -> str:
    if role in HEAD:
        return ""
    left = press.SECOND_INDENT if family.set_in else None
    if family.indented:
        return first_line(family.sizes.of(role) * 2, left)
    return indent(left=left) if left else ""


def _text(family: Family, role: Role) -> str:
    size = family.sizes.of(role)
    if family.language is Language.ZH:
        return type_of(_FACES.get(role, Face.FANGSONG), size)
    return latin_type(size, bold=role in _BOLD, italic=role in _ITALIC)


def picture_styles(caption: str) -> Iterator[str]:
    """Those of a picture, which stays on the page of its caption, and of the caption, whose type is given."""
    white = open_line(_NOTHING, before=press.PICTURE_GAP, after=press.PICTURE_GAP)
    yield style("Photo", "照片", "<w:keepNext/>" + white + CENTRE)
    yield style("Caption", "caption", open_line(_NOTHING, after=press.CAPTION_GAP) + CENTRE, caption)


def page_number(text: str) -> str:
    """The style of the page number, in the middle of the foot of each page."""
    return style("PageNumber", "页码段落", exact_line(gb9704.PAGE_NUMBER_LINE) + CENTRE, text)


def end_line() -> str:
    """The style of the paragraph that Word demands behind a table and nobody is to see."""
    return style("Hairline", "表后段落", exact_line(gb9704.HAIRLINE), latin_type(points(1)))


def mixed_faces() -> str:
    """For a part of a paragraph that stands in another face, in either language."""
    heiti, kaiti = (latin_fonts(Latin.SERIF, face) for face in (Face.HEITI, Face.KAITI))
    bold = "<w:b/><w:bCs/>"
    return (
        run_style("Heading", "黑体字", heiti + bold)
        + run_style("Label", "楷体字", kaiti)
        + run_style("Strong", "着重", bold)
    )
