"""Names in pinyin, by GB/T 28039-2011."""

from __future__ import annotations

import pytest

from jiyao.languages.names import STROKES
from jiyao.languages.romanisation import english_name, family_name, in_pinyin
from jiyao.languages.text import Name


@pytest.mark.parametrize(
    ("zh", "latin"),
    [
        ("杨为民", "Yang Weimin"),
        ("张三", "Zhang San"),
        ("欧阳文", "Ouyang Wen"),
        ("司马相南", "Sima Xiangnan"),
        ("吕建安", "Lü Jian'an"),
        ("李西安", "Li Xi'an"),
        ("单小平", "Shan Xiaoping"),
        ("解放", "Xie Fang"),
        ("仇英", "Qiu Ying"),
        ("曾庆", "Zeng Qing"),
        ("翟志刚", "Zhai Zhigang"),
        ("尉迟恭", "Yuchi Gong"),
        ("薄云", "Bo Yun"),
    ],
)
def test_a_han_name_is_surname_first_and_given_name_joined(zh: str, latin: str) -> None:
    assert in_pinyin(zh) == latin


@pytest.mark.parametrize("zh", ["阿依努尔·沙比提", "阿依努尔", "约翰·史密斯", "办公室主任", "", "张"])
def test_other_names_are_not_guessed(zh: str) -> None:
    assert in_pinyin(zh) == ""
    assert english_name(Name(zh)) == ""


def test_the_reading_and_the_english_of_the_record_go_before_ours() -> None:
    assert in_pinyin("覃小红", "tán xiǎo hóng") == "Tan Xiaohong"
    assert in_pinyin("吕布", "lǚ bù") == "Lü Bu"
    assert in_pinyin("逄红", "páng hóng") == "Pang Hong"
    assert english_name(Name("阿依努尔·沙比提", "Aynur Sabit")) == "Aynur Sabit"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        (Name("程立新", "Cheng Lixin"), "Cheng"),
        (Name("程立新"), "Cheng"),
        (Name("程立新", "Lixin Cheng"), "Cheng"),
        (Name("欧阳文博"), "Ouyang"),
        (Name("阿依努尔·沙比提", "Aynur Sabit"), "Sabit"),
        (Name(en="John Smith"), "Smith"),
        (Name(en="Li Ming"), "Li"),
        (Name(en="Wei Chen"), "Wei Chen"),
        (Name("程立新", "Leo"), "Leo"),
    ],
)
def test_a_person_is_called_by_the_family_name_where_it_is_plain_which_one_it_is(name: Name, called: str) -> None:
    assert family_name(name) == called


def test_every_surname_that_we_know_can_be_written_in_latin_letters() -> None:
    assert all(in_pinyin(f"{surname}平").endswith(" Ping") for surname in STROKES)
