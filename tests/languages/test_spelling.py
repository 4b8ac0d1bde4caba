"""Names that look misspelt: two of them, and one among thousands."""

from __future__ import annotations

import tracemalloc
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jiyao.languages.spelling import KnownNames, is_misspelt

HANZI = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)

# Few letters, so that many of the names come near each other.
NAMES = st.one_of(
    st.text(st.sampled_from("张章三珊山李小晓"), max_size=5),
    st.text(st.sampled_from("第一二应急指挥中心新局"), max_size=9),
    st.text(st.sampled_from("aAbnNg i1ß"), max_size=9),
)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("陈林", "陈玲"),
        ("王小武", "王小五"),
        ("李思", "李四"),
        ("章三", "张三"),
        ("张珊", "张三"),
        ("刘宏", "刘洪"),
        ("程利新", "程立新"),
        ("办工室", "办公室"),
        ("应急指挥中新", "应急指挥中心"),
        ("Zhang Sam", "Zhang San"),
        ("zhang san", "Zhang San"),
        ("General Ofice", "General Office"),
    ],
)
def test_a_slip_of_the_hand_or_the_ear_looks_misspelt(name: str, known: str) -> None:
    assert is_misspelt(name, known)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("张三", "张三"),
        ("", "张三"),
        ("张三", ""),
        ("张三", "李四"),
        ("陈林", "陈刚"),
        ("王小五", "王五"),
        ("李小明", "王大明"),
        ("第一支部", "第二支部"),
        ("第一检察部", "第二检察部"),
        ("业务1科室", "业务2科室"),
        ("办公室", "局办公室"),
        ("办公厅", "办公室"),
        ("Li", "Lu"),
        ("Anna", "Hans"),
        ("各科室负责人", "办公室"),
    ],
)
def test_another_name_does_not_look_misspelt(name: str, known: str) -> None:
    assert not is_misspelt(name, known)


@given(st.text(HANZI, max_size=6), st.text(HANZI, max_size=6))
def test_looking_misspelt_goes_both_ways(name: str, known: str) -> None:
    assert is_misspelt(name, known) == is_misspelt(known, name)


@given(NAMES, st.lists(NAMES, max_size=12))
@example("陈林", ["陈林", "陈玲", "陈琳"])
@example("zhang san", ["Li Si", "Zhang San"])
@example("应急指挥中新", ["应急指挥", "应急指挥中心", "应急指挥忠心"])
def test_among_many_names_the_first_that_looks_alike_is_found(name: str, known: list[str]) -> None:
    assert KnownNames(known).misspelt(name) == next((each for each in known if is_misspelt(name, each)), "")


@pytest.mark.timeout(60)
def test_thousands_of_names_are_compared_with_thousands() -> None:
    signs = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春梅文建国庆志辉红玲"
    people = ["王" + "".join(pair) for pair in product(signs, repeat=2)]
    guests = ["赵" + "".join(pair) for pair in product(signs, repeat=2)]
    units = [f"{one}{other}综合管理中心" for one, other in product(signs, repeat=2)]
    latin = [f"{one}{other} Smith" for one, other in product(map(chr, range(0x100, 0x128)), repeat=2)]
    known = KnownNames([*people, *units, *latin])
    assert not any(known.misspelt(guest) for guest in guests)
    assert known.misspelt("王芳纳") == "王芳娜"


@pytest.mark.timeout(20)
def test_a_page_in_the_place_of_a_name_is_compared_with_nothing() -> None:
    assert not KnownNames(["办公室", "应急指挥中心"]).misspelt("应急指挥中心" * 100_000)


def test_answers_about_names_without_end_take_no_memory_without_end() -> None:
    names = KnownNames(["应急指挥中心"])
    tracemalloc.start()
    for number in range(40_000):
        names.misspelt(f"应急值守{number}")
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 2_000_000
