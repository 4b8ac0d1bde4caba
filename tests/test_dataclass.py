"""Our `dataclass` is the standard library's to everybody who uses it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field, fields, replace

import pytest

from jiyao.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is."""

    x: int
    y: int = 0
    seen: list[str] = field(default_factory=list[str])
    note: str = field(default="", compare=False, repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same, by the standard library."""

    x: int
    y: int = 0
    seen: list[str] = field(default_factory=list[str])
    note: str = field(default="", compare=False, repr=False)


@dataclass(kw_only=True)
class Tally:
    """A count that changes."""

    count: int
    double: int = field(init=False)

    def __post_init__(self) -> None:
        self.double = 2 * self.count


@pytest.mark.parametrize("number", range(4))
def test_the_first_values_of_a_type_are_made_as_the_later_ones(number: int) -> None:
    @dataclass(frozen=True, slots=True)
    class Fresh:
        x: int
        y: int = 5
        seen: list[int] = field(default_factory=list[int])
        note: str = field(default="", kw_only=True)
        double: list[int] = field(init=False, default_factory=list[int])

        def __post_init__(self) -> None:
            self.double.append(2 * self.x)

    for each in range(number):
        assert Fresh(each).double == [2 * each]
    made = Fresh(1, seen=[3], note="here")
    assert (made.x, made.y, made.seen, made.note, made.double) == (1, 5, [3], "here", [2])
    wrong: list[tuple[tuple[object, ...], dict[str, object]]] = [
        ((), {}),
        ((1,), {"x": 2}),
        ((1, 2, [], "", 9), {}),
        ((1,), {"other": 3}),
        ((1,), {"double": []}),
    ]
    for args, named in wrong:
        with pytest.raises(TypeError):
            Fresh(*args, **named)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_values_are_equal_by_the_fields_that_count() -> None:
    assert Spot(1, 2, note="here") == Spot(1, y=2)
    assert Spot(1, 2) != Spot(2, 1)
    other: object = Standard(1)
    assert Spot(1) != other


def test_each_value_has_a_default_of_its_own() -> None:
    first, second = Spot(1), Spot(1)
    first.seen.append("x")
    assert second.seen == []


def test_it_is_shown_as_the_standard_one_is() -> None:
    assert repr(Spot(1, note="here")) == repr(Standard(1)).replace("Standard", "Spot")


def test_a_frozen_value_never_changes() -> None:
    spot = Spot(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        spot.x = 2  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del spot.x  # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), ((1, 2, ["a"], "", 5), {}), ((1,), {"x": 1}), ((1,), {"z": 1})]
)
def test_values_that_do_not_fit_are_refused(values: tuple[object, ...], named: dict[str, object]) -> None:
    for of in (Spot, Standard):
        with pytest.raises(TypeError):
            of(*values, **named)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_fields_and_replace_work() -> None:
    assert [each.name for each in fields(Spot)] == [each.name for each in fields(Standard)]
    assert replace(Spot(1, note="here"), x=3) == Spot(3)


def test_values_can_be_copied_and_sent_to_another_process() -> None:
    spot = Spot(1, 2, ["a"])
    assert copy.copy(spot) == copy.deepcopy(spot) == pickle.loads(pickle.dumps(spot)) == spot  # noqa: S301


def test_a_frozen_value_is_a_key_if_its_fields_are() -> None:
    @dataclass(frozen=True, slots=True)
    class Key:
        name: str

    assert {Key("a"): 1}[Key("a")] == 1
    with pytest.raises(TypeError):
        hash(Tally(count=1))


def test_what_changes_can_work_something_out_when_it_is_made() -> None:
    tally = Tally(count=2)
    tally.count = 5
    assert (tally.count, tally.double) == (5, 4)
    with pytest.raises(TypeError):
        Tally(2)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
