"""Chinese alone: each rule finds what is wrong, and nothing in what is right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from good_pairs import good_pairs
from jiyao.languages.text import Text
from jiyao.problems import Edit, Origin, Place
from jiyao.review.checks.chinese import check_chinese, check_text


def codes(zh: str) -> set[str]:
    return {problem.code for problem in check_chinese(zh, "a.txt")}


def codes_of_field(zh: str, where: str) -> set[str]:
    text = Text(zh=zh, zh_origin=Origin(Place("a.yaml", 1, 1, where=where), ((0, 1, 1),)))
    return {problem.code for problem in check_text(text)}


WRONG = [
    ("Z101", "《通知》（示检会[2023]5号）印发。"),
    ("Z101", "见示检会（2023）5号。"),
    ("Z101", "见示检会〔2023〕05号。"),
    ("Z101", "见示检会〔23〕5号。"),
    ("Z101", "见示检会〔2023〕第5号。"),
    ("Z102", "一.安全生产\n内容。"),
    ("Z102", "（一）、安全生产\n内容。"),
    ("Z102", "1、各单位要落实责任。"),
    ("Z102", "(1)、各单位要落实责任。"),
    ("Z102", "(1)各单位要落实责任。"),
    ("Z103", "一、甲\n三、乙"),
    ("Z103", "（一）甲。\n（二）乙。\n（二）丙。"),
    ("Z104", "（一）关于工作要点。\n内容如下，逐项落实。"),
    ("Z106", "2023年03月7日开会。"),
    ("Z106", "2023年3月07日开会。"),
    ("Z106", "23年3月7日开会。"),
    ("Z106", "二〇二三年三月开会。"),
    ("Z106", "2023.3.7开会。"),
    ("Z106", "于2023-03-07开会。"),
    ("Z106", "3月7号开会。"),
    ("Z107", "3月10日（星期5）开会。"),
    ("Z107", "2023年3月10日（星期四）开会。"),
    ("Z108", "会议纪要\n昨天，会议召开。"),
    ("Z109", "会议指出,形势向好。"),
    ("Z109", "时间:2023年3月6日。"),
    ("Z109", "会议结束."),
    ("Z109", "示例市(本级)共有3家。"),
    ("Z110", '开展"回头看"行动。'),
    ("Z110", "开展“回头看行动。"),
    ("Z110", "开展”回头看“行动。"),
    ("Z110", "坚持“两个“一以贯之””。"),
    ("Z111", "防火、防盗...等工作。"),
    ("Z111", "防火、防盗…都要抓。"),
    ("Z111", "安全--发展的前提。"),
    ("Z111", "会议结束。。。"),
    ("Z112", "会议结束。。"),
    ("Z112", "各单位，，要落实。"),
    ("Z112", "一是抓责任；。二是抓落实。"),
    ("Z113", "学习《甲》、《乙》。"),
    ("Z114", "甲、乙、等单位参加。"),
    ("Z115", "用三、四个月完成。"),
    ("Z116", "获一二等奖的单位。"),
    ("Z117", "2026-2030年规划。"),
    ("Z117", "增长10～15%。"),
    ("Z117", "投资3～5万元。"),
    ("Z118", "共５吨。"),
    ("Z118", "运来五吨沙袋。"),
    ("Z118", "增长.5个百分点。"),
    ("Z119", "1律不得恢复。"),
    ("Z119", "增强“4个意识”。"),
    ("Z120", "学习（国办发〔2019〕39号）《通知》。"),
    ("Z121", "附件：1.名单。"),
    ("Z122", "抄送：市委办公室，市政府办公室"),
    ("Z123", "示例市人民检察院（以下简称“市院”）与会。示例市人民检察院（以下简称“示检”）汇报。"),
    ("Z124", "出席：张 三、王小五"),
    ("Z124", "局长张　三主持会议。"),
    ("Z129", "中共示例市市委印发。"),
    ("Z130", "局长亲自主持会议。"),
    ("Z134", "由××单位负责。"),
    ("Z134", "日期：（待补充）"),
    ("Z134", "第{{ number }}期"),
]


@pytest.mark.parametrize(("code", "zh"), WRONG)
def test_what_is_wrong_is_told(code: str, zh: str) -> None:
    assert code in codes(f"{zh}\n")


RIGHT = [
    "示检会〔2023〕5号文件、示政办发〔2022〕120号文件。",
    "第5号台风于3月5日登陆，9月9号楼停水。",
    "一、安全生产\n（一）责任落实\n1.单位责任\n（1）主要负责人责任\n（2）其他负责人责任\n2.个人责任\n（二）检查\n二、防汛",
    "（一）同意建立台账。\n（二）同意开展检查。",
    "1.5万元、3.2亿元，1.2倍。",
    "3、4月份各检查一次。",
    "2023年3月7日（星期二）上午9:30，比例为1:2，服务电话12309。",
    "时间为9时30分，网址为https://www.example.com/a?b=1,2;c:d，邮箱为a.b@example.com。",
    "引进ERP、OA(Office Automation)系统。",
    "按照GB/T 9704-2012和ISO 9001:2015的要求办理。",
    "“两个‘一以贯之’”要求明确，学习了《甲》《乙》和《丙》（试行）、《丁》。",
    "坚持“安全第一”。\n“预防为主”要落实。",
    "他说：“要抓好落实。\n“还要抓好检查。”",
    "会议用了三四个月时间，三十四个单位参加，第一、二、三季度，一、二等奖。",
    "二、四个方面的工作要抓好。",
    "甲、乙等单位，甲、等级评定，一、二等品。",
    "2026—2030年，增长10%～15%，投资3万元～5万元，北京—上海。",
    "最后一公里，二三十公里，几十吨，数百万元，五四运动，一律，一致，一定。",
    "增强“四个意识”，21个意见，11个维护点。",
    "《通知》（国办发〔2019〕39号）印发。",
    "附件：1.名单\n2.台账",
    "抄送：市委办公室，市政府办公室。",
    "抄送：市委办公室，\n市政府办公室。",
    "示例市人民检察院（以下简称“市院”）与会。示例市公安局（以下简称“市局”）与会。",
    "出席：张　三、王小五、李　四",
    "局长张三主持会议。市市场监管局、市市政公用中心参加。",
    "各单位主要负责人要亲自部署、亲自检查。",
    "安全——发展的前提……都要抓。",
    "怎么办？！真好！",
    "O’Neill先生参加会议。",
    "自2023年3月10日（星期五）起施行，周五上报，第7周、周1号会议室。",
    "电话0512-65432100，2023-2024-1学期，型号2023-A。",
]


@pytest.mark.parametrize("zh", RIGHT)
def test_what_is_right_stays_silent(zh: str) -> None:
    assert codes(f"{zh}\n") == set()


def test_good_chinese_stays_silent() -> None:
    pairs = good_pairs()
    assert sum(not codes(f"{each.zh}\n") for each in pairs) / len(pairs) > 0.98


@pytest.mark.parametrize("where", ["title", "agenda[2].title"])
def test_a_title_of_a_record_ends_without_a_mark(where: str) -> None:
    assert codes_of_field("研究防汛工作。", where) == {"Z105"}
    assert codes_of_field("传达学习《通知》，研究防汛工作", where) == set()
    assert codes_of_field("研究防汛工作。", "decisions[0].text") == set()


def test_minutes_name_the_day_and_releases_need_not() -> None:
    assert codes_of_field("近日，会议召开。", "statements[0].text") == {"Z108"}
    assert codes_of_field("近日，会议召开。", "publication.headline") == set()
    assert codes_of_field("近日", "held.shown") == set()
    assert codes_of_field("3月17日前完成，近日来成效明显。", "statements[0].text") == set()


def test_a_problem_has_its_line_and_column() -> None:
    (problem,) = check_chinese("第一行没有错。\n第二行,有错。\n", "a.txt")
    assert (problem.place.line, problem.place.column) == (2, 4)


def mended(zh: str) -> str:
    """The text with every fix made that meets no other one, from the end on."""
    edits: list[Edit] = sorted(
        (edit for problem in check_chinese(zh, "a.txt") for edit in problem.fix), key=lambda edit: edit.place[1:3]
    )
    lines = zh.split("\n")
    reached = (len(lines) + 1, 0)
    for edit in reversed(edits):
        place = edit.place
        if (place.end_line, place.end_column) > reached:
            continue
        line = lines[place.line - 1]
        lines[place.line - 1] = line[: place.column - 1] + edit.text + line[place.end_column - 1 :]
        reached = (place.line, place.column)
    return "\n".join(lines)


def test_what_is_certain_is_mended() -> None:
    wrong = "会议指出,形势向好。。见示检会[2023]5号(试行)...共５吨--都要:落实."
    assert mended(wrong) == "会议指出，形势向好。见示检会〔2023〕5号（试行）……共5吨——都要：落实。"


@given(st.text("会议指出甲乙,;:!?.()[]2023号５“”、，。 -…\n", max_size=40))
def test_what_has_been_mended_needs_no_other_mending_after_a_few_rounds(zh: str) -> None:
    for _ in range(6):
        again = mended(zh)
        if again == zh:
            break
        zh = again
    assert mended(zh) == zh


@given(st.text(max_size=200))
def test_each_problem_of_any_text_has_a_place_within_it(zh: str) -> None:
    lines = zh.split("\n")
    for problem in check_chinese(zh, "a.txt"):
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
