"""The order of names."""

from __future__ import annotations

import pytest

from jiyao.languages.order import pinyin_key, stroke_key
from jiyao.languages.text import Name


def by_pinyin(*names: Name) -> list[str]:
    return [str(name) for name in sorted(names, key=pinyin_key)]


def by_strokes(*names: str) -> list[str]:
    return [str(name) for name in sorted((Name(zh=name) for name in names), key=stroke_key)]


def test_names_are_sorted_character_by_character() -> None:
    """陈一 stands before 程安, since chen ends before cheng does."""
    assert by_pinyin(Name("程安"), Name("陈一"), Name("安民"), Name("陈二")) == ["安民", "陈二", "陈一", "程安"]


def test_where_the_letters_are_the_same_the_tones_decide() -> None:
    assert by_pinyin(Name("李四"), Name("黎四"), Name("里四")) == ["黎四", "李四", "里四"]


@pytest.mark.parametrize(
    ("name", "after", "before"),
    [
        ("曾国", "袁国", "张国"),
        ("单雄", "任雄", "沈雄"),
        ("解缙", "谢安", "徐安"),
        ("仇英", "秦英", "曲英"),
        ("查良", "袁良", "张良"),
        ("区寄", "宁寄", "潘寄"),
    ],
)
def test_a_surname_is_read_as_a_surname(name: str, after: str, before: str) -> None:
    assert by_pinyin(Name(before), Name(name), Name(after)) == [after, name, before]


def test_a_reading_that_the_record_states_wins() -> None:
    assert by_pinyin(Name("乐平", pinyin="yuè píng"), Name("马平"), Name("杨平")) == ["马平", "杨平", "乐平"]
    assert by_pinyin(Name("乐平", pinyin="lè píng"), Name("马平"), Name("杨平")) == ["乐平", "马平", "杨平"]


def test_the_marks_of_tones_do_not_change_the_letters() -> None:
    """As letters ā stands after é, and both after z."""
    names = Name("冯安", pinyin="Féng ān"), Name("方安", pinyin="Fāng ān"), Name("吕安", pinyin="lǚ ān"), Name("卢安")
    assert by_pinyin(*names, Name("付安")) == ["方安", "冯安", "付安", "卢安", "吕安"]


def test_english_names_are_sorted_by_their_letters() -> None:
    assert by_pinyin(Name(en="Smith John"), Name("王五"), Name(en="adams anne")) == [
        "adams anne",
        "Smith John",
        "王五",
    ]


def test_names_are_sorted_by_the_strokes_of_the_surname() -> None:
    assert by_strokes("魏一", "丁一", "陈一", "王一", "范一") == ["丁一", "王一", "陈一", "范一", "魏一"]


def test_surnames_of_as_many_strokes_stay_as_they_stand() -> None:
    assert by_strokes("张三", "李四", "王五", "陈六") == ["王五", "张三", "李四", "陈六"]


def test_surnames_that_are_not_in_the_table_come_last_as_they_stand() -> None:
    assert by_strokes("㐆三", "丁一", "𠀀四") == ["丁一", "㐆三", "𠀀四"]
