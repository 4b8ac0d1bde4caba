"""Titles break where the sense allows it, into lines that differ a little in length; nothing is lost or added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.views.cells import width
from jiyao.views.fragments import Run
from jiyao.views.titles import LINE, by_sense
from wording import view_of


def broken(title: str, *words: str) -> list[str]:
    return "".join(run.text for run in by_sense((Run(title),), words)).split("\n")


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("安全生产例会纪要", ["安全生产例会纪要"]),
        (
            "示例市应急管理局关于防汛抗旱和森林草原防灭火工作专题会议纪要",
            ["示例市应急管理局关于防汛抗旱和", "森林草原防灭火工作专题会议纪要"],
        ),
        (
            "第三届董事会第七次会议暨2023年度股东大会筹备工作会议纪要",
            ["第三届董事会第七次会议暨", "2023年度股东大会筹备工作会议纪要"],
        ),
        ("关于召开2023年第一季度安全生产例会的通知", ["关于召开2023年第一季度", "安全生产例会的通知"]),
        ("关于召开一届第61次党组（扩大）会议的通知", ["关于召开一届第61次", "党组（扩大）会议的通知"]),
        (
            "“基层党组织标准化规范化提升年”专项行动动员部署会纪要",
            ["“基层党组织标准化规范化提升年”", "专项行动动员部署会纪要"],
        ),
        (
            "示例省人民检察院与示例省生态环境厅关于生态环境公益诉讼协作配合机制建设工作的联席会议纪要",
            ["示例省人民检察院与示例省生态环境厅", "关于生态环境公益诉讼协作配合机制", "建设工作的联席会议纪要"],
        ),
    ],
)
def test_a_title_breaks_by_sense(title: str, lines: list[str]) -> None:
    assert broken(title) == lines


def test_a_title_that_its_record_breaks_stays_as_it_is() -> None:
    title = "示例市应急管理局\n关于防汛抗旱工作情况和下一步打算的专题会议纪要"
    assert broken(title) == title.split("\n")


def test_the_name_of_a_body_is_not_parted() -> None:
    title = "关于学习长河镇人民代表大会主席团工作经验有关问题的会议纪要"
    assert any("长河镇人民代表大会主席团" in line for line in broken(title, "长河镇人民代表大会主席团"))


def test_the_minutes_break_their_title_and_the_properties_of_the_file_do_not() -> None:
    view = view_of("title: 防汛抗旱和森林草原防灭火工作视频调度会议\n", "name: 某局\n")
    assert "\n" in "".join(run.text for run in view.title)
    assert view.properties.title == "防汛抗旱和森林草原防灭火工作视频调度会议纪要"


TITLES = st.lists(
    st.text("安全生产工作会议的和、《》（）“”关于第3次2023A 纪要", min_size=1, max_size=30), min_size=1, max_size=3
)


@given(TITLES)
def test_no_character_is_lost_or_added_whatever_the_runs(texts: list[str]) -> None:
    runs = by_sense([Run(text) for text in texts])
    assert "".join(run.text for run in runs).replace("\n", "") == "".join(texts)
    assert len(runs) == len(texts)


@given(TITLES)
def test_each_line_fits_or_none_is_broken(texts: list[str]) -> None:
    lines = "".join(run.text for run in by_sense([Run(text) for text in texts])).split("\n")
    assert len(lines) == 1 or all(0 < width(line) <= LINE for line in lines)


def test_a_title_of_hundreds_of_characters_is_left_to_word() -> None:
    assert broken("安" * 300) == ["安" * 300]
