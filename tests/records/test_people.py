"""People and units: how a record names them, and who they are then."""

from __future__ import annotations

from datetime import date

import pytest

from jiyao.languages.text import Name, Text
from jiyao.records.derived import posts_on
from jiyao.records.people import Organisation, Person
from recording import meeting, problem, problems, record

OFFICE = """\
name: {zh: 示例市应急管理局, en: Shili Emergency Management Bureau}
short: {zh: 市应急局, en: the Bureau}
organisations:
  - {id: office, name: {zh: 办公室, en: General Office}}
  - {id: fagui, name: 政策法规科, short: {zh: 法规科, en: Regulations Section}}
people:
  - {id: zhang-san, name: {zh: 张三, en: Zhang San}, unit: office}
  - {id: chen-ling, name: 陈玲}
  - {id: wang-xiaowu, name: 王小五}
  - {id: li-na, name: 李娜, unit: office}
  - {id: li-na-2, name: 李娜, unit: fagui}
  - id: han-sumei
    name: 韩素梅
    posts:
      - {title: 法规科科长, from: 2019-06-03, to: 2023-02-28}
      - {title: 办公室主任, from: 2023-03-01}
      - 一级调研员
"""


def chair(written: str) -> Person:
    found = meeting(f"title: 会\nchair: {written}\n", OFFICE).chair
    assert found is not None
    return found


def unit(written: str) -> Organisation:
    (basis,) = meeting(f"title: 会\nbasis: {written}\n", OFFICE).basis
    return basis


@pytest.mark.parametrize("written", ["zhang-san", "张三", "张　三", "张 三", "Zhang San", "Zhang  San", "'张三'"])
def test_somebody_of_the_office_is_named_by_id_or_by_a_name_in_any_language(written: str) -> None:
    assert chair(written).id == "zhang-san"


def test_somebody_of_the_office_stands_where_the_record_names_him() -> None:
    found = chair("张三")
    assert (found.at.file, found.at.line, found.at.column, found.at.where) == ("meeting.yaml", 2, 8, "chair")


@pytest.mark.parametrize("written", ["赵六", "欧阳文博", "阿依努尔·沙比提"])
def test_a_guest_is_named_freely(written: str) -> None:
    assert chair(written) == Person(name=Name(zh=written))


def test_a_guest_with_a_latin_name_has_no_chinese_one() -> None:
    assert chair("John Smith") == Person(name=Name(en="John Smith"))


def test_a_guest_may_come_with_everything_that_is_known_of_him() -> None:
    guest = chair("{name: {zh: 赵六, en: Zhao Liu, pinyin: zhào liù}, posts: {zh: 主任, en: Director}, unit: 办公室}")
    assert guest.name == Name("赵六", "Zhao Liu", "zhào liù")
    assert guest.posts[0].title == Text("主任", "Director")
    assert guest.unit is not None
    assert guest.unit.id == "office"


@pytest.mark.parametrize(
    ("written", "close"), [("陈林", "陈玲"), ("王小武", "王小五"), ("章三", "张三"), ("Zhang Sam", "Zhang San")]
)
def test_a_name_that_looks_misspelt_asks_whether_a_colleague_is_meant(written: str, close: str) -> None:
    found = problem(f"title: 会\nchair: {written}\n", OFFICE)
    assert str(found.place) == "meeting.yaml:2:8"
    assert (found.code, found.fix) == ("R102", ())
    assert str(found.message) == f"unknown person {written} — did you mean {close}?"
    assert str(found.hint) == f"if it is somebody else, write `{{name: {written}}}`"


def test_a_guest_who_is_called_nearly_like_a_colleague_is_named_with_fields() -> None:
    assert chair("{name: 陈林}") == Person(name=Name(zh="陈林"))


def test_fields_that_only_name_a_colleague_mean_the_colleague() -> None:
    chair = meeting("title: 例会\nchair: {姓名: 张三}\n", OFFICE).chair
    assert chair
    assert chair.id == "zhang-san"


def test_fields_that_say_more_than_the_name_describe_somebody_else() -> None:
    chair = meeting("title: 例会\nchair: {姓名: 张三, 职务: 市水利局局长}\n", OFFICE).chair
    assert chair
    assert chair.id is None


def test_a_misspelt_name_is_also_found_in_a_list_in_one_text() -> None:
    assert problems("title: 会\nattendees: 张三、陈林、各科室负责人\n", OFFICE) == ["2:15 R102"]


def test_a_name_of_two_people_asks_for_an_id() -> None:
    found = problem("title: 会\nchair: 李娜\n", OFFICE)
    assert (found.code, str(found.hint)) == ("R109", "write the id: li-na, li-na-2")
    assert chair("li-na-2").unit == unit("fagui")


def test_an_id_must_exist() -> None:
    found = problem("title: 会\nchair: zhang-sam\n", OFFICE)
    assert (str(found.place), found.code, found.fix) == ("meeting.yaml:2:8", "R103", ())
    assert str(found.hint) == "did you mean `zhang-san`?"


def test_without_an_office_there_are_no_ids() -> None:
    assert problems("title: 会\nchair: zhang-san\nbasis: office\n") == ["2:8 R103", "3:8 R103"]


def test_without_an_office_nobody_is_misspelt() -> None:
    assert problems("title: 会\nchair: 陈林\nrecorder: 陈玲\n") == []


@pytest.mark.parametrize("written", ["fagui", "政策法规科", "法规科", "Regulations Section"])
def test_a_unit_is_named_by_id_name_or_short_name(written: str) -> None:
    assert unit(written).id == "fagui"


@pytest.mark.parametrize("written", ["示例市应急管理局", "市应急局", "the Bureau", "Shili Emergency Management Bureau"])
def test_the_office_is_one_of_its_own_bodies(written: str) -> None:
    assert unit(written).name.en == "Shili Emergency Management Bureau"


def test_a_unit_outside_the_office_is_named_freely() -> None:
    assert unit("市水利局") == Organisation(name=Text("市水利局"))
    assert unit("{zh: 市水利局, en: Water Bureau}") == Organisation(name=Text("市水利局", "Water Bureau"))
    assert unit("{name: 市水利局, short: 水利局}").short == Text("水利局")


def test_a_unit_that_looks_misspelt_is_only_warned_of() -> None:
    found = problem("title: 会\nbasis: 办工室\n", OFFICE)
    assert (found.severity.value, found.code, found.fix) == ("warning", "R114", ())
    assert str(found.message) == "unknown unit 办工室 — did you mean 办公室?"


def test_a_unit_of_another_unit_is_not_misspelt() -> None:
    assert unit("市水利局办公室") == Organisation(name=Text("市水利局办公室"))


@pytest.mark.parametrize(
    ("day", "posts"),
    [
        (date(2019, 6, 2), ["一级调研员"]),
        (date(2019, 6, 3), ["法规科科长", "一级调研员"]),
        (date(2023, 2, 28), ["法规科科长", "一级调研员"]),
        (date(2023, 3, 1), ["办公室主任", "一级调研员"]),
        (None, ["办公室主任", "一级调研员"]),
    ],
)
def test_the_posts_of_a_person_are_those_of_the_day(day: date | None, posts: list[str]) -> None:
    assert [post.title.zh for post in posts_on(chair("韩素梅"), day)] == posts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("张三", "zhang-san", True),
        ("li-na", "li-na-2", False),
        ("赵六", "{name: 赵六, posts: 主任}", True),
        ("{name: 李娜}", "li-na", True),
        ("赵六", "钱七", False),
    ],
)
def test_two_mentions_are_one_person_by_id_or_else_by_name(one: str, other: str, same: bool) -> None:
    assert chair(one).same_as(chair(other)) == same


def test_a_name_is_unknown_where_it_is_empty() -> None:
    assert problems('title: 会\nchair: {name: ""}\nrecorder: {name: {pinyin: a}}\n') == ["2:15 R116", "3:18 R116"]


@pytest.mark.timeout(60)
def test_thousands_of_guests_are_told_from_thousands_of_colleagues() -> None:
    signs = [chr(0x4E00 + 7 * number) for number in range(45)]
    given = [one + other for one in signs for other in signs]
    office = "name: 局\npeople:\n" + "".join(f"  - 王{name}\n" for name in given)
    assert problems(f"title: 会\nattendees: [陈{', 陈'.join(given)}]\n", office) == []


@pytest.mark.timeout(60)
def test_thousands_of_unknown_ids_are_not_all_guessed_at() -> None:
    office = "name: 局\npeople:\n" + "".join(f"  - {{id: person-{n}, name: 王{n}}}\n" for n in range(2_000))
    guests = ", ".join(f"persons-{n}-x" for n in range(2_000))
    found = record(f"title: 会\nattendees: [{guests}]\n", office).problems
    assert "did you mean" in str(found[0].hint)
    assert found[-1].code == "R027"
