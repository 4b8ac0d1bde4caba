"""At a joint meeting the members come from several bodies, so their units stand before their names."""

from __future__ import annotations

from wording import view_of

OFFICE = """
name: 甲市水利局
people:
  - {name: 张三, unit: {name: 甲市水利局}}
  - {name: 李四, unit: {name: 乙市水利局}}
  - {name: 王小五}
kinds: [{key: river, name: 流域会议, names_units: true}]
"""
ATTENDEES = "attendees: [张三, 李四, 王小五]\n"


def there(kind: str) -> str:
    (paragraph,) = view_of(f"title: 例会\nkind: {kind}\n{ATTENDEES}", OFFICE).attendance
    return paragraph.text


def test_units_stand_before_the_names_of_members_from_several_bodies() -> None:
    assert there("joint").replace("\n", "") == "出席：甲市水利局张　三、乙市水利局李　四、王小五"


def test_an_office_may_want_it_for_a_kind_of_its_own() -> None:
    assert there("river") == there("joint")


def test_members_of_an_office_need_none() -> None:
    assert there("office") == "出席：张　三、李　四、王小五"
