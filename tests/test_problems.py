"""Problems as every layer reports them, and messages that are not yet in a language."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.problems import (
    Binding,
    Edit,
    Finding,
    Origin,
    Place,
    Severity,
    check,
    message,
    problem,
    rules_of,
)

HERE = Place("meeting.yaml", 3, 5, 3, 9)
CHINESE = {
    "unknown person {name} — did you mean {close}?": "没有叫{name}的人——是不是{close}？",
    "expected {form}": "应为{form}",
    "a list": "列表",
    ", ": "、",
    "write {{name: {name}}}": "写成 {{name: {name}}}",
}


@problem("X100", "field", severity=Severity.WARNING, binding=Binding.SUGGESTION)
def odd(place: Place, word: str) -> Finding:
    """A word is odd.

    Right: `even`.
    """
    return Finding(place, message("`{word}` is odd", word=word), message("write `even`"), (Edit(place, "even"),))


@check("X200", "field")
def negative(numbers: list[int]) -> Iterator[Finding]:
    """A number is below zero."""
    for number in numbers:
        if number < 0:
            yield Finding(HERE, message("{number} is below zero", number=number))


@pytest.mark.parametrize(
    ("text", "values", "english", "chinese"),
    [
        ("a list", {}, "a list", "列表"),
        ("no {braces} without values", {}, "no {braces} without values", "no {braces} without values"),
        (
            "unknown person {name} — did you mean {close}?",
            {"name": "陈林", "close": "陈玲"},
            "unknown person 陈林 — did you mean 陈玲?",
            "没有叫陈林的人——是不是陈玲？",
        ),
        ("expected {form}", {"form": message("a list")}, "expected a list", "应为列表"),
        ("expected {form}", {"form": ("a", message("a list"), 3)}, "expected a, a list, 3", "应为a、列表、3"),
        ("write {{name: {name}}}", {"name": "{陈林}"}, "write {name: {陈林}}", "写成 {name: {陈林}}"),
    ],
)
def test_a_message_is_said_late_and_with_all_that_is_in_it(
    text: str, values: dict[str, object], english: str, chinese: str
) -> None:
    said = message(text, **values)
    assert str(said) == said.say(str) == english
    assert said.say(lambda each: CHINESE.get(each, each)) == chinese


def test_messages_that_say_the_same_are_equal() -> None:
    assert message("{a} {b}", a=1, b="x") == message("{a} {b}", a=1, b="x")
    assert message("{a}", a=1) != message("{a}", a=2)


@given(st.text())
def test_whatever_stands_in_a_value_is_said_as_it_is(value: str) -> None:
    assert str(message("<{value}>", value=value)) == f"<{value}>"


@pytest.mark.parametrize(
    ("place", "text"),
    [(Place("a.yaml", 3, 5), "a.yaml:3:5"), (Place("a.yaml"), "a.yaml"), (Place("a.yaml", where="x"), "a.yaml")],
)
def test_a_place_is_written_so_that_editors_can_jump_to_it(place: Place, text: str) -> None:
    assert str(place) == text


def test_places_stand_in_the_order_of_the_file() -> None:
    places = [Place("a", 10, 1), Place("a", 9, 2), Place("a"), Place("a", 9, 1), Place("A", 99, 1)]
    assert sorted(places) == [Place("A", 99, 1), Place("a"), Place("a", 9, 1), Place("a", 9, 2), Place("a", 10, 1)]


def test_a_problem_has_everything_that_its_rule_and_its_finding_say() -> None:
    found = odd(HERE, "uneven")
    assert (found.place, found.code, found.category, found.severity) == (HERE, "X100", "field", Severity.WARNING)
    assert found.fix == (Edit(HERE, "even"),)
    assert str(found) == "meeting.yaml:3:5: warning X100: `uneven` is odd\n  hint: write `even`"


def test_a_check_reports_each_of_its_findings() -> None:
    assert [str(each) for each in negative([1, -2, 3, -4])] == [
        "meeting.yaml:3:5: error X200: -2 is below zero",
        "meeting.yaml:3:5: error X200: -4 is below zero",
    ]
    assert list(negative([])) == []


def test_the_docstring_of_a_rule_is_its_explanation() -> None:
    assert (odd.rule.text, odd.rule.binding) == ("A word is odd.\n\nRight: `even`.", Binding.SUGGESTION)
    assert odd.__doc__ is not None
    assert odd.__doc__.startswith("A word is odd.")


def test_the_rules_of_a_module_are_found_by_code() -> None:
    assert {code: rule.text for code, rule in rules_of(sys.modules[__name__]).items()} == {
        "X100": "A word is odd.\n\nRight: `even`.",
        "X200": "A number is below zero.",
    }
    assert rules_of(ModuleType("empty")) == {}


# Three lines of a file that hold one text: `会议` behind a key, an escape, and a line of its own.
ORIGIN = Origin(Place("a.yaml", 1, 1, 4, 9, "title"), ((0, 1, 8), (3, 2, 5), (5, 4, 3)))


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 1, (1, 8, 1, 9)),
        (0, 3, (1, 8, 1, 11)),
        (2, 4, (1, 10, 2, 6)),
        (3, 5, (2, 5, 2, 7)),
        (5, 8, (4, 3, 4, 6)),
        (0, 8, (1, 8, 4, 6)),
        (4, 4, (2, 6, 2, 7)),
    ],
)
def test_a_part_of_a_text_has_a_place_of_its_own(start: int, end: int, place: tuple[int, int, int, int]) -> None:
    part = ORIGIN.part(start, end)
    assert (part.line, part.column, part.end_line, part.end_column) == place
    assert (part.file, part.where) == ("a.yaml", "title")


def test_where_the_file_says_nothing_finer_a_part_has_the_place_of_the_whole() -> None:
    assert Origin(HERE).part(1, 2) == HERE
    assert Origin(HERE).cut(1, 2) == Origin(HERE)


@given(st.data())
def test_a_part_of_a_piece_is_where_it_was_in_the_whole(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, 8))
    end = data.draw(st.integers(start + 1, 9))
    first = data.draw(st.integers(start, end - 1))
    last = data.draw(st.integers(first + 1, end))
    assert ORIGIN.cut(start, end).part(first - start, last - start) == ORIGIN.part(first, last)
