"""The shipped template of Chinese minutes: built from the standard's numbers, and printing to them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

import ink
import rendering
from auditing import audit
from jiyao.documents import gb9704 as page
from jiyao.documents.filling import Template, compile_template, fill
from jiyao.documents.fragments import RUN_STYLES
from jiyao.views.fragments import Emphasis, Paragraph, Role, Run
from jiyao.views.minutes import MinutesView

CHECKOUT = Path(__file__).resolve().parents[2]
TEMPLATE = CHECKOUT / "templates" / "minutes.zh.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OWN_NAMES = {"imprint_height", "mark_room"}
"""What the template needs to know beside the words of the view."""

OPENING = "2023年3月6日下午3时，局长张三在机关三楼会议室主持召开第一季度安全生产例会。现将会议议定事项纪要如下。"
HANZI = "安全" * 500
STOPS = "会议要求，各科室、各单位要落实责任，3月17日前完成自查，每周五报告进展；遇有重大隐患，随时报告。" * 12
NAMES = (
    "张　三、李　四、王小五、赵　六、钱　七、孙八一、\n"
    "各科室主要负责人（12人）、2名监督员、3名记录员、\n"
    "周　九、吴　十、郑大同、冯为民、陈　东、褚　明"
)
"""As the view gives it: each line has at most 23 characters' width, or 24 with a mark that may hang."""


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def roots(docx: bytes) -> dict[str, Element]:
    return {name: fromstring(part) for name, part in parts(docx).items() if name.endswith((".xml", ".rels"))}


def values_of(root: Element, *names: str) -> set[str]:
    """The `w:val` of every element of these names."""
    return {each.get(f"{W}val", "") for name in names for each in root.iter(f"{W}{name}")}


def compiled() -> Template:
    template = compile_template(TEMPLATE.read_bytes(), TEMPLATE.name)
    assert isinstance(template, Template), "\n".join(map(str, template))
    return template


def minutes(*paragraphs: str, mark: str = "示例市应急局会议纪要", full: bool = True, **others: object) -> bytes:
    """Minutes with these paragraphs; `full` ones have number, issuer, names, copies and imprint."""
    values: dict[str, object] = {
        "head": ("", "", ""),
        "stage": "",
        "mark": (Run(mark),),
        "mark_room": page.mark_room(len(mark)),
        "number": "（第5期）" if full else "",
        "issuer": (Run("示例市应急管理局办公室"),) if full else (),
        "issued_on": "2023年3月9日" if full else "",
        "title": (),
        "body": tuple(Paragraph(Role.BODY, (Run(text),)) for text in paragraphs),
        "attachments": (),
        "attendance": (Paragraph(Role.NAMES, (Run("出席：", Emphasis.HEADING), Run(NAMES))),) if full else (),
        "signatures": (),
        "appendices": (),
        "copies": (Paragraph(Role.COPIES, (Run("抄送：市委办公室，\n市政府办公室。"),)),) if full else (),
        "printed_by": (Run("示例市应急管理局办公室"),) if full else (),
        "printed_on": "2023年3月9日印发" if full else "",
        "properties": {"title": "会议纪要", "author": "示例市应急管理局", "language": "zh-CN"},
        "imprint_height": page.imprint_height(3 if full else 0).emu,
    }
    filled = fill(compiled(), values | others)
    assert isinstance(filled, bytes), "\n".join(map(str, filled))
    return filled


def test_the_committed_template_is_what_the_script_builds(tmp_path: Path) -> None:
    command = [sys.executable, str(CHECKOUT / "templates" / "build.py"), str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT / "generators")}
    subprocess.run(command, env=environment, check=True, timeout=60)
    built = {file.name: parts(file.read_bytes()) for file in tmp_path.iterdir()}
    committed = {file.name: parts(file.read_bytes()) for file in TEMPLATE.parent.glob("*.docx")}
    # Part by part, in their order: another zlib packs the same parts into other bytes.
    assert {name: list(each.items()) for name, each in built.items()} == {
        name: list(each.items()) for name, each in committed.items()
    }


def test_the_template_is_sound() -> None:
    assert audit(TEMPLATE.read_bytes()) == ()


def test_the_template_asks_for_what_the_view_gives_and_for_all_of_it() -> None:
    assert compiled().names == {each.name for each in fields(MinutesView)} | OWN_NAMES


def test_every_tag_stands_in_text_where_office_staff_can_edit_it() -> None:
    found = [
        (name, value)
        for name, root in roots(TEMPLATE.read_bytes()).items()
        for element in root.iter()
        for value in element.attrib.values()
        if "{{" in value or "{%" in value
    ]
    assert found == []


def test_every_style_that_is_used_exists() -> None:
    all_roots = roots(TEMPLATE.read_bytes())
    known = {style.get(f"{W}styleId", "") for style in all_roots["word/styles.xml"].iter(f"{W}style")}
    used = {
        style
        for root in all_roots.values()
        for style in values_of(root, "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    }
    assert used | set(RUN_STYLES.values()) <= known


def test_no_paragraph_has_a_look_of_its_own() -> None:
    all_roots = roots(TEMPLATE.read_bytes())
    properties = [
        each for name in ("document", "footer1", "footer2") for each in all_roots[f"word/{name}.xml"].iter(f"{W}pPr")
    ]
    assert {child.tag for each in properties for child in each} == {f"{W}pStyle"}


def test_a_style_names_one_face_for_every_script() -> None:
    faces = [each.attrib for each in roots(TEMPLATE.read_bytes())["word/styles.xml"].iter(f"{W}rFonts")]
    assert all(set(each) == {f"{W}{script}" for script in ("ascii", "hAnsi", "eastAsia", "cs")} for each in faces)
    assert all(len(set(each.values())) == 1 and each[f"{W}ascii"] in set(page.Face) for each in faces)


@pytest.mark.parametrize(
    "docx",
    [
        minutes(OPENING),
        minutes(OPENING, full=False),
        minutes(OPENING, issuer=(), issued_on=""),
        minutes(OPENING, number="", title=(Run("安全生产例会纪要"),)),
        minutes(OPENING, copies=()),
        minutes(OPENING, printed_by=(), printed_on=""),
        minutes(OPENING, mark="示例市应急管理局党组会议纪要"),
    ],
)
def test_what_is_filled_is_sound(docx: bytes) -> None:
    assert audit(docx) == ()


def test_what_is_unknown_takes_its_line_with_it() -> None:
    document = roots(minutes(OPENING, full=False))["word/document.xml"]
    styles = [style.get(f"{W}val", "") for style in document.iter(f"{W}pStyle")]
    spaces = ["HeadLine"] * 3 + ["MarkSpace", "Mark12", "Normal", "Normal", "RedRule", "Normal", "NormalIndent"]
    assert styles == spaces
    assert not list(document.iter(f"{W}drawing"))


def test_the_box_of_the_imprint_is_as_high_as_it_is_told() -> None:
    document = parts(minutes(OPENING, imprint_height=1_234_567))["word/document.xml"].decode()
    assert re.findall(r'\bcy="(\d+)"', document) == ["1234567", "1234567"]


DOCUMENTS: Mapping[str, bytes] = {
    "hanzi": minutes(HANZI),
    "stops": minutes(OPENING, STOPS),
    "bare": minutes(OPENING, full=False),
    **{
        f"mark{len(mark)}": minutes(OPENING, mark=mark)
        for mark in ("办公会议纪要", "中共示例市应急管理局党组会议纪要", "示例市" * 7)
    },
    **{f"lines{count}": minutes(*["会议要求抓好落实。"] * count) for count in (4, 6, 24, 26, 28, 30)},
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory, libreoffice_profile: Path) -> Mapping[str, Path]:
    return rendering.to_pdf(DOCUMENTS, tmp_path_factory.mktemp("pages"), libreoffice_profile)


def text_lines(pdf: Path, number: int) -> Iterator[rendering.Line]:
    """The lines of a page within the text area."""
    bottom = page.PAPER_HEIGHT - page.BOTTOM_MARGIN
    return (line for line in rendering.pages(pdf)[number - 1] if line.baseline < bottom.mm)


def spaceless(text: str) -> str:
    return "".join(text.split())


@pytest.mark.rendering
def test_a_full_page_has_22_lines_of_28_characters(pdfs: Mapping[str, Path]) -> None:
    assert [len(line.text) for line in text_lines(pdfs["hanzi"], 2)] == [28] * 22


@pytest.mark.rendering
@pytest.mark.parametrize("name", ["hanzi", "mark6", "mark16", "mark21"])
def test_the_ink_of_the_mark_begins_72_mm_from_the_top(name: str, pdfs: Mapping[str, Path]) -> None:
    assert ink.red_ink(pdfs[name], 1).top == pytest.approx(72, abs=1)


@pytest.mark.rendering
@pytest.mark.parametrize(("name", "length"), [("mark6", 6), ("mark16", 16), ("mark21", 21)])
def test_a_mark_takes_one_line_whatever_its_length(name: str, length: int, pdfs: Mapping[str, Path]) -> None:
    assert len(next(text_lines(pdfs[name], 1)).text) == length


@pytest.mark.rendering
def test_the_red_rule_is_4_mm_below_the_line_of_issuer_and_date(pdfs: Mapping[str, Path]) -> None:
    issuer = next(line for line in text_lines(pdfs["hanzi"], 1) if line.text.endswith("3月9日"))
    around = ink.Box(0, issuer.baseline - 5, 210, issuer.baseline + 3)
    (rule,) = ink.rules(pdfs["hanzi"], 1)
    assert rule.top - ink.ink(pdfs["hanzi"], 1, around).bottom == pytest.approx(4, abs=0.5)
    assert (rule.left, rule.right) == pytest.approx((28, 184), abs=0.2)


@pytest.mark.rendering
@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "bare"])
def test_the_last_rule_of_the_imprint_ends_the_text_area_of_the_last_page(name: str, pdfs: Mapping[str, Path]) -> None:
    last = len(rendering.pages(pdfs[name]))
    rules = [number for number in range(2, last + 1) for _ in ink.rules(pdfs[name], number)]
    assert rules == [last] * 3 or (last == 1 and not rules)
    assert ink.rules(pdfs[name], last)[-1].middle == pytest.approx(262, abs=1)


@pytest.mark.rendering
@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.startswith("lines")])
def test_the_imprint_never_stands_alone_or_upon_text(name: str, pdfs: Mapping[str, Path]) -> None:
    last = len(rendering.pages(pdfs[name]))
    above = ink.rules(pdfs[name], last)[-3].top
    texts = [line for line in text_lines(pdfs[name], last) if line.baseline < above]
    assert texts
    assert [line.text[:2] for line in text_lines(pdfs[name], last)][len(texts) :] == ["抄送", "市政", "示例"]


@pytest.mark.rendering
def test_page_numbers_stand_7_mm_below_the_text_at_the_outer_edge(pdfs: Mapping[str, Path]) -> None:
    odd, even = (rendering.pages(pdfs["hanzi"])[number][-1] for number in (0, 1))
    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    assert odd.right == pytest.approx(184 - page.SMALL_CELL.mm, abs=0.5)
    assert even.left == pytest.approx(28 + page.SMALL_CELL.mm, abs=0.5)
    dash = ink.ink(pdfs["hanzi"], 2, ink.Box(even.left, 263, even.left + 4, 275))
    assert dash.middle == pytest.approx(269, abs=1)


@pytest.mark.rendering
@pytest.mark.parametrize("name", ["hanzi", "stops"])
def test_names_stand_in_the_lines_that_the_view_gave(name: str, pdfs: Mapping[str, Path]) -> None:
    printed = [spaceless(line.text) for number in rendering.pages(pdfs[name]) for line in number]
    wanted = [spaceless(line) for line in f"出席：{NAMES}".split("\n")]
    assert [line for line in printed if line in wanted] == wanted


@pytest.mark.rendering
def test_no_mark_is_lost_at_the_end_of_a_line(pdfs: Mapping[str, Path]) -> None:
    printed = "".join(spaceless(line.text) for line in text_lines(pdfs["stops"], 1))
    printed += "".join(spaceless(line.text) for line in text_lines(pdfs["stops"], 2))
    assert OPENING + STOPS in printed


@pytest.mark.rendering
def test_bare_minutes_have_one_page_and_no_other_rule_than_the_red_one(pdfs: Mapping[str, Path]) -> None:
    assert len(rendering.pages(pdfs["bare"])) == 1
    assert len(ink.rules(pdfs["bare"], 1)) == 1
