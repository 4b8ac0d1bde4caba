"""Names: which are people's, and how lists pad them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.languages.names import STROKES, is_person, padded

HANZI = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)

PEOPLE = [
    "张三",
    "李四",
    "王小五",
    "程立新",
    "欧阳文博",
    "欧阳雪",
    "司马光明",
    "诸葛亮",
    "范文",
    "单雄",
    "阿依努尔·沙比提",
    "买买提•艾力",
    "安德烈·伊万诺维奇·彼得罗夫",
    "John Smith",
    "Anne-Marie O'Neil",
    "Cheng Lixin",
    "高敏",
    "张登科",
    "罗琪",
    "何春晖",
    "王院长",
    "张局长",
    "欧阳副局长",
    "李书记",
    "江苏生",
]
GROUPS = [
    "各科室负责人",
    "全体党员",
    "机关干部",
    "办公室",
    "纪委",
    "安监局",
    "安委会",
    "金融办",
    "文旅局",
    "项目部",
    "管委会",
    "常委会",
    "高新区",
    "江北区",
    "党支部书记",
    "局领导班子成员",
    "群众代表30余人",
    "企业代表",
    "李家村村民代表",
    "王庄镇",
    "市水利局负责人",
    "张三等5人",
    "各县（区）应急管理局主要负责人",
    "Staff of all departments",
    "部分离退休老同志",
    "江苏",
    "安徽",
    "河北",
    "黑龙江",
    "石家庄",
    "温州",
    "安监",
    "纪检",
    "文旅",
    "司法",
    "副局长",
    "局长",
]


@pytest.mark.parametrize("name", PEOPLE)
def test_a_free_name_is_known_for_a_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_or_a_unit_is_no_person(name: str) -> None:
    assert not is_person(name)


@given(HANZI, HANZI)
def test_a_name_of_two_characters_is_set_as_wide_as_three(first: str, second: str) -> None:
    assert padded(first + second) == f"{first}\u3000{second}"


@pytest.mark.parametrize("name", ["王小五", "王院长", "欧阳文博", "阿依努尔·沙比提", "Li", "A9", "张", ""])
def test_other_names_are_printed_as_they_are(name: str) -> None:
    assert padded(name) == name


@pytest.mark.parametrize(
    ("surname", "strokes"),
    [
        ("丁", 2),
        ("万", 3),
        ("王", 4),
        ("冯", 5),
        ("孙", 6),
        ("陈", 7),
        ("范", 8),
        ("郑", 8),
        ("赵", 9),
        ("郭", 10),
        ("黄", 11),
        ("谢", 12),
        ("雷", 13),
        ("熊", 14),
        ("潘", 15),
        ("薛", 16),
        ("魏", 17),
        ("瞿", 18),
    ],
)
def test_surnames_have_the_strokes_of_the_simplified_character(surname: str, strokes: int) -> None:
    assert STROKES[surname] == strokes
