"""The program's own templates as an office wants them: its preset and its faces, and nothing else changed."""

from __future__ import annotations

import re

import pytest

from auditing import audit
from jiyao.documents.dressing import dressed
from jiyao.documents.filling import Template, compile_template
from jiyao.documents.presets import LAYOUTS
from jiyao.documents.shipped import Edition, template_name, templates_dir
from jiyao.ooxml.package import open_package
from jiyao.ooxml.parts import Package
from jiyao.records.choices import DocumentName
from jiyao.records.office import Preset
from outline import part
from sampled import minutes_docx
from wording import office_of

RECORD = "title: 例会\nattendees: [张三, 李四]\nissue: {issued_on: 2023-05-19, copies_to: 市委办公室}\n"


def shipped(document: DocumentName = DocumentName.MINUTES) -> bytes:
    return (templates_dir() / template_name(document, Edition.ZH)).read_bytes()


def template_for(house: str, document: DocumentName = DocumentName.MINUTES) -> bytes:
    """The shipped template for an office with that house style."""
    return dressed(shipped(document), document, office_of(f"name: 示例市应急管理局\nhouse: {house}\n").house)


def faces(docx: bytes) -> set[str]:
    """The faces that the styles name."""
    return set(re.findall(r'w:eastAsia="([^"]*)" w:cs', part(docx, "word/styles.xml").decode()))


@pytest.mark.parametrize("house", ["{english: xinhua}", "{preset: gb9704}", "{fonts: {body: 仿宋_GB2312}}"])
def test_a_house_that_wants_the_standard_gets_the_shipped_bytes(house: str) -> None:
    assert template_for(house) == shipped()


def test_the_faces_of_the_house_take_the_place_of_the_standards() -> None:
    assert faces(shipped()) >= {"仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"}
    own = "{fonts: {body: 仿宋, heading: 思源黑体, subheading: 楷体, title: 华文中宋, number: Times New Roman}}"
    assert faces(template_for(own)) == {"仿宋", "思源黑体", "楷体", "华文中宋", "Times New Roman"}


def test_two_faces_may_change_places() -> None:
    swapped = part(template_for("{fonts: {body: 楷体_GB2312, subheading: 仿宋_GB2312}}"), "word/styles.xml").decode()
    plain = part(shipped(), "word/styles.xml").decode()
    assert swapped.count('"仿宋_GB2312"') == plain.count('"楷体_GB2312"')
    assert swapped.count('"楷体_GB2312"') == plain.count('"仿宋_GB2312"')


def test_a_face_with_a_sign_of_xml_in_its_name_breaks_nothing() -> None:
    assert "A&amp;B &quot;Song&quot;" in faces(template_for("{fonts: {body: 'A&B \"Song\"'}}"))


def test_releases_have_the_houses_faces_and_no_preset() -> None:
    release = DocumentName.RELEASE
    assert template_for("{preset: gb33476}", release) == shipped(release)
    assert "仿宋" in faces(template_for("{fonts: {body: 仿宋}}", release))


def test_only_styles_and_text_are_touched() -> None:
    old, new = (open_package(data, "a.docx") for data in (shipped(), template_for("{preset: gb33476}")))
    assert isinstance(old, Package)
    assert isinstance(new, Package)
    assert list(old) == list(new)
    assert {name for name in old if old.read(name) != new.read(name)} == {"word/document.xml", "word/styles.xml"}


def test_gb33476_has_its_margins_and_no_line_of_the_other_preset_is_left() -> None:
    docx = template_for("{preset: gb33476}")
    text, styles = (part(docx, f"word/{name}.xml").decode() for name in ("document", "styles"))
    layout = LAYOUTS[Preset.GB33476]
    assert f'w:top="{layout.top.twips}"' in text
    assert f'w:bottom="{layout.bottom.twips}"' in text
    assert 'w:linePitch="589"' in text
    assert "579" not in re.findall(r'w:line="(\d+)"', styles)


@pytest.mark.parametrize("house", ["{preset: gb33476}", "{fonts: {body: 仿宋, title: 华文中宋}}"])
def test_word_would_open_minutes_of_such_a_house_without_a_complaint(house: str) -> None:
    template = compile_template(template_for(house), "minutes.zh.docx")
    assert isinstance(template, Template)
    assert audit(minutes_docx(RECORD, f"name: 示例市应急管理局\nhouse: {house}\n", template)) == ()
