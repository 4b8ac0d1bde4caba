"""XLIFF 1.2 and 2.0 in the plain profile: one text a unit, no inline codes, checks as notes.

It is the profile that came back whole from every program it was tried with; no program's word on states is believed.
"""

from __future__ import annotations

from lxml import etree

from jiyao.languages.language import Language
from jiyao.languages.text import State
from jiyao.ooxml.markup import Element, parse
from jiyao.review.baseline import Baseline, baseline_of
from jiyao.review.handout import Handout
from jiyao.review.returned import Remark, Returned, Row
from jiyao.review.segments import Segment

XLIFF_1 = "urn:oasis:names:tc:xliff:document:1.2"
XLIFF_2 = "urn:oasis:names:tc:xliff:document:2.0"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OURS = "jiyao"
"""Who our notes are from; all others are a reviewer's."""
BASELINE = "jiyao-baseline"

_STATES_1 = {
    State.DRAFT: "needs-review-translation",
    State.NEEDS_REVIEW: "needs-review-translation",
    State.REVIEWED: "signed-off",
    State.FINAL: "final",
}
_STATES_2 = {
    State.DRAFT: "translated",
    State.NEEDS_REVIEW: "translated",
    State.REVIEWED: "reviewed",
    State.FINAL: "final",
}


def xliff_1(handout: Handout, *, target_is_source: bool = False) -> bytes:
    """The segments as XLIFF 1.2; `target_is_source` is for OmegaT 3, which translates what stands in the target."""
    base = handout.baseline
    root = etree.fromstring(f'<xliff xmlns="{XLIFF_1}" version="1.2"/>')
    languages = {"source-language": Language.ZH.tag, "target-language": Language.EN.tag}
    original = {"original": f"{base.record}#{base.key}", "datatype": "plaintext"}
    file = _sub(root, "file", {**original, **languages})
    header = _sub(file, "header")
    _sub(header, "note", {"from": BASELINE}, base.as_json())
    body = _sub(file, "body")
    for each in base.segments:
        locked = {"translate": "no"} if each.is_locked else {}
        unit = _sub(body, "trans-unit", {"id": each.id, "resname": each.path, SPACE: "preserve", **locked})
        _sub(unit, "source", {}, each.zh)
        if target_is_source:
            _sub(unit, "target", {}, each.zh)
        elif each.en or each.state:
            _sub(unit, "target", {"state": _STATES_1[each.state or State.NEEDS_REVIEW]}, each.en)
        for said in handout.checks.get(each.id, ()):
            _sub(unit, "note", {"from": OURS, "annotates": "target", "priority": "2"}, said)
    return _bytes(root)


def xliff_2(handout: Handout) -> bytes:
    """The segments as XLIFF 2.0, whose ids are NMTOKENs without a slash."""
    base = handout.baseline
    languages = f'srcLang="{Language.ZH.tag}" trgLang="{Language.EN.tag}"'
    root = etree.fromstring(f'<xliff xmlns="{XLIFF_2}" version="2.0" {languages}/>')
    file = _sub(root, "file", {"id": f"f{base.key}", "original": f"{base.record}#{base.key}"})
    _sub(_sub(file, "notes"), "note", {"category": BASELINE}, base.as_json())
    for each in base.segments:
        locked = {"translate": "no"} if each.is_locked else {}
        unit = _sub(file, "unit", {"id": _token(each.id), "name": each.id, **locked})
        if checks := handout.checks.get(each.id, ()):
            notes = _sub(unit, "notes")
            for said in checks:
                _sub(notes, "note", {"category": OURS, "appliesTo": "target", "priority": "2"}, said)
        segment = _sub(unit, "segment", {"state": _state_2(each)})
        _sub(segment, "source", {SPACE: "preserve"}, each.zh)
        if each.en:
            _sub(segment, "target", {SPACE: "preserve"}, each.en)
    return _bytes(root)


def read_xliff(data: bytes) -> Returned | None:
    """What an XLIFF file says, whoever saved it; None where it is none of either version."""
    root = parse(data)
    if root is None:
        return None
    if root.tag == f"{{{XLIFF_1}}}xliff":
        return _read_1(root)
    name = etree.QName(root)
    if name.localname == "xliff" and (name.namespace or "").startswith("urn:oasis:names:tc:xliff:document:2."):
        return _read_2(root, name.namespace or XLIFF_2)
    return None


def _read_1(root: Element) -> Returned:
    ns = f"{{{XLIFF_1}}}"
    kept = next((_text(each) for each in root.iter(f"{ns}note") if each.get("from") == BASELINE), "")
    rows = tuple(
        Row(
            unit.get("id", ""),
            _text(unit.find(f"{ns}source")),
            _text(unit.find(f"{ns}target")),
            tuple(
                Remark(note.get("from", ""), _text(note))
                for note in unit.findall(f"{ns}note")
                if note.get("from") != OURS and _text(note).strip()
            ),
        )
        for unit in root.iter(f"{ns}trans-unit")
    )
    return Returned("xlf", _proved(baseline_of(kept), root), rows)


def _read_2(root: Element, namespace: str) -> Returned:
    ns = f"{{{namespace}}}"
    notes = list(root.iter(f"{ns}note"))
    kept = next((_text(each) for each in notes if each.get("category") == BASELINE), "")
    base = _proved(baseline_of(kept), root)
    names = {_token(each.id): each.id for each in base.segments} if base else {}
    rows: list[Row] = []
    for unit in root.iter(f"{ns}unit"):
        segments = [each for each in unit if each.tag in {f"{ns}segment", f"{ns}ignorable"}]
        token = unit.get("id", "")
        rows.append(
            Row(
                names.get(token, unit.get("name", token)),
                "".join(_text(each.find(f"{ns}source")) for each in segments),
                "".join(_text(each.find(f"{ns}target")) for each in segments),
                tuple(
                    Remark("", _text(note))
                    for note in unit.iter(f"{ns}note")
                    if note.get("category") != OURS and _text(note).strip()
                ),
            )
        )
    return Returned("xlf2", base, tuple(rows))


def original_of(data: bytes) -> str:
    """The key of the export that a file comes from, for a program that has dropped the rest; "" where it names none."""
    root = parse(data)
    return "" if root is None else _original(root)


def _original(root: Element) -> str:
    return next((str(each.get("original", "")).rpartition("#")[2] for each in root.iter("{*}file")), "")


def _proved(base: Baseline | None, root: Element) -> Baseline | None:
    """The baseline, unless somebody has changed it together with the texts, as replacing all over a file does."""
    return base if base and base.key == _original(root) else None


def _state_2(segment: Segment) -> str:
    if not segment.en:
        return "initial"
    return _STATES_2[segment.state or State.NEEDS_REVIEW]


def _token(name: str) -> str:
    return name.replace("/", "_")


def _text(element: Element | None) -> str:
    """All that is written in an element: a program may have put marks of its own around parts of it."""
    return "" if element is None else "".join(str(each) for each in element.itertext())


def _sub(parent: Element, name: str, attributes: dict[str, str] | None = None, text: str | None = None) -> Element:
    namespace = etree.QName(parent).namespace
    element = etree.SubElement(parent, f"{{{namespace}}}{name}", attributes or {})
    element.text = text
    return element


def _bytes(root: Element) -> bytes:
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
