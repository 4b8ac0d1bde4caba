"""Where tags stand, and what stands beside them: all that can be told without knowing what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jiyao.documents.filling.faults import lost_tag, unclosed_tag
from jiyao.documents.inspection.alone import CELL_TAGS
from jiyao.documents.inspection.faults import (
    curly_quotes,
    full_width,
    lost_text,
    outside_of,
    sign_in_tag,
    spaced_prefix,
    stray_sign,
    torn,
)
from jiyao.documents.inspection.reading import Part, Stretch, Tag
from jiyao.documents.inspection.signs import CURLY, half_width, unquoted
from jiyao.documents.inspection.signs import spaced_prefix as prefix_after_space
from jiyao.ooxml.markup import Element
from jiyao.ooxml.names import w
from jiyao.problems import Message, Problem, message

_STRAY = re.compile(r"\}\}|%\}")
_LONGEST_TEXT = 40

_UNITS = {"tr": message("a table row"), "tc": message("a table cell"), "p": message("a paragraph")}
_SWALLOWED = {
    w("drawing"): message("a picture"),
    w("pict"): message("a picture"),
    w("object"): message("an embedded object"),
    w("footnoteReference"): message("the number of a footnote"),
    w("endnoteReference"): message("the number of an endnote"),
    w("fldChar"): message("a field"),
}
_EDGES = {
    w("hyperlink"): message("the edge of a link"),
    w("fldSimple"): message("the edge of a field"),
    w("sdtContent"): message("the edge of a content control"),
    w("ins"): message("the edge of a tracked change"),
}


def look_at_tags(part: Part) -> Iterator[Problem]:
    """What is wrong with how the tags of a part are written, and with where they stand."""
    for tag in part.tags:
        if not tag.closed:
            yield unclosed_tag(tag.spot)
            continue
        yield from _signs(tag)
        yield from _place(tag)
    tags = _by_element(part)
    for stretch in part.stretches:
        if _STRAY.search(stretch.text) and not stretch.in_fallback:
            yield from _stray_signs(stretch, [tag for tag in tags[stretch.element] if tag.stretch is stretch])
    yield from _neighbours(part, tags)


def _by_element(part: Part) -> Mapping[Element, Sequence[Tag]]:
    """The tags of each paragraph, or other element, that has any text of its own."""
    found: dict[Element, list[Tag]] = {stretch.element: [] for stretch in part.stretches}
    for tag in part.tags:
        found[tag.stretch.element].append(tag)
    return found


def _signs(tag: Tag) -> Iterator[Problem]:
    """Signs that Word or an input method has changed."""
    if prefix := prefix_after_space(tag.written):
        yield spaced_prefix(tag.spot, prefix)
    outside = tag.written[:2] + unquoted(tag.written[2:-2]) + tag.written[-2:]
    wide = "".join(dict.fromkeys(each for each in outside if half_width(each) != each))
    if wide:
        yield full_width(tag.spot, wide)
    curly = "".join(dict.fromkeys(each for each in tag.written if each in CURLY))
    if curly:
        yield curly_quotes(tag.spot, curly)


def _place(tag: Tag) -> Iterator[Problem]:
    if tag.prefix in _UNITS and tag.unit is None:
        yield outside_of(tag.spot, tag.prefix, _UNITS[tag.prefix])
    if tag.keyword in CELL_TAGS and tag.stretch.within(w("tc")) is None:
        yield outside_of(tag.spot, tag.keyword, _UNITS["tc"])
    sign = re.search("[%}]", tag.inside)
    if tag.prefix and sign:
        yield sign_in_tag(tag.spot, sign.group())
    what = _torn(tag)
    if what:
        yield torn(tag.spot, what)


def _torn(tag: Tag) -> Message | None:
    """What a tag that is split over elements reaches over, where that does harm."""
    elements = [piece.element for piece in tag.pieces]
    if len(elements) < 2:  # noqa: PLR2004  # what stands in one element is whole
        return None
    holders = [_holder(each) for each in elements]
    if any(each is not holders[0] for each in holders):
        edges = (_EDGES.get(str(each.tag)) for each in holders if each is not None)
        return next(filter(None, edges), message("the edge of something"))
    inside = False
    for each in tag.stretch.element.iter():
        inside = (inside or each is elements[0]) and each is not elements[-1]
        if inside and each.tag in _SWALLOWED:
            return _SWALLOWED[str(each.tag)]
    return None


def _holder(text: Element) -> Element | None:
    """What the run of a text stands in."""
    run = text.getparent()
    return run.getparent() if run is not None else None


def _stray_signs(stretch: Stretch, tags: Sequence[Tag]) -> Iterator[Problem]:
    if not all(tag.closed for tag in tags):
        return
    for found in _STRAY.finditer(_without(stretch.text, tags)):
        yield stray_sign(stretch.spot(stretch.text), found.group())


def _without(text: str, tags: Sequence[Tag]) -> str:
    """The text with a space for each tag."""
    for tag in sorted(tags, key=lambda each: -each.start):
        text = f"{text[: tag.start]} {text[tag.end :]}"
    return text


def _neighbours(part: Part, tags_of: Mapping[Element, Sequence[Tag]]) -> Iterator[Problem]:
    """What would vanish together with the paragraph, row or cell that a tag replaces."""
    seen: set[Element] = set()
    stretches = {stretch.element: stretch for stretch in part.stretches if stretch.is_paragraph}
    for tag in part.tags:
        unit = tag.unit if tag.closed else None
        if unit is None or unit in seen:
            continue
        seen.add(unit)
        tags = [each for element in unit.iter() for each in tags_of.get(element, ()) if each.kind != "#"]
        # The last of them is the one that stays.
        kept = [each for each in tags if each.unit is unit][-1:]
        yield from (lost_tag(each.spot) for each in tags if each not in kept)
        for stretch in (stretches[element] for element in unit.iter(w("p")) if element in stretches):
            own = [each for each in tags_of[stretch.element] if each.stretch is stretch]
            if text := _without(stretch.text, own).strip():
                yield lost_text(stretch.spot(tag.text), tag.text, text[:_LONGEST_TEXT])
