"""Writes two invented years of one office: `python samples/year/make_year.py FOLDER [YEAR]`.

The folder gets `office.yaml`, a record for each meeting of YEAR (2023 unless another is named) and of the year before,
and `follow-up.csv` with what became of the matters. The same YEAR gives the same bytes everywhere: all chance comes
from one seed, through `random()` alone, which no version of Python has changed.

The rules, by the names that they have below: SERIES says which meetings are held, when, how long and in which room;
`attendance` who is missing; `matters` what is resolved and until when; `progress` what becomes of it.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

from year_matters import DECISIONS, DOCUMENTS, REQUIREMENTS, Document, Matter
from year_series import CLERK, IN_YEAR_BEFORE, SERIES, YEAR, Meetings

T = TypeVar("T")

DEPUTIES = {"jiang-heng": "cao-yun", "meng-dahai": "tian-bo"}
"""Who comes for a head of section that cannot."""
AT_SCHOOL = ("gu-changqing", (3, 4, 5))
"""A deputy director is at the Party school, and on leave from every meeting, in these months."""

COLUMNS = ("record", "item", "status", "closed_on", "closed_by", "note", "updated")


HOLIDAYS = frozenset((1, 2, 8, 10))
"""Months in which more people are away."""


class Chance:
    """All chance of the two years."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 (no secret)

    def happens(self, share: float) -> bool:
        """True in so many of all cases."""
        return self._random.random() < share

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self._random.random() * (most - least + 1))

    def one_of(self, choices: Sequence[T]) -> T:
        """One of some."""
        return choices[self.between(0, len(choices) - 1)]


class Asked(NamedTuple):
    """A matter as a meeting gave it: its id within the record, and until when."""

    item: str
    matter: Matter
    due: date | None


def workday(year: int, month: int, day: int) -> date:
    """The day, or the Monday after a weekend."""
    found = date(year, month, day)
    return found + timedelta(days=(7 - found.weekday()) if found.weekday() > 4 else 0)  # noqa: PLR2004


def quoted(text: str) -> str:
    """A text as YAML reads it again, whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def both(zh: str, en: str) -> str:
    """A text in both languages."""
    return f"{{zh: {quoted(zh)}, en: {quoted(en)}}}"


def attendance(series: Meetings, day: date, chance: Chance) -> tuple[str, list[str]]:
    """Who is in the chair, and the lines of who is there. The first member who is there takes the chair.

    More leave in the weeks of holidays; heads of sections send their deputies. A meeting is not held if more than
    a third of its members are missing, so at most as many are.
    """
    lines: list[str] = []
    there: list[str] = []
    may_be_missing = len(series.members) // 3
    for person, observes in [*((each, False) for each in series.members), *((each, True) for each in series.observers)]:
        role = ", attend_as: observe" if observes else ""
        at_school = person == AT_SCHOOL[0] and day.month in AT_SCHOOL[1]
        if chance.happens(1 if at_school else _missing(day)) and (observes or may_be_missing):
            may_be_missing -= not observes
            deputy = DEPUTIES.get(person) if series.kind in {"office", "thematic", "party-group"} else None
            status = f"proxy, proxy: {deputy}" if deputy else "leave" if chance.happens(0.9) else "absent"
            lines.append(f"  - {{person: {person}{role}, status: {status}}}")
            if deputy:
                lines.append(f"  - {{person: {deputy}, attend_as: observe, on_behalf_of: {person}}}")
            continue
        there += [] if observes else [person]
        from_afar = ", status: online" if series.mode == "video" and observes else ""
        status = ", status: late" if chance.happens(0.04) else from_afar
        lines.append(f"  - {{person: {person}{role}{status}}}")
    if series.group:
        count = f"{{at_least: {series.group}}}" if chance.happens(0.5) else str(series.group)
        group = both("各建设、施工、监理单位负责人", "representatives of developers, builders and supervisors")
        lines.append(f"  - {{group: {group}, count: {count}, attend_as: join}}")
    return there[0], lines


def _missing(day: date) -> float:
    """The share of people who cannot come: more in the months of holidays."""
    return 0.14 if day.month in HOLIDAYS else 0.06


def matters(
    number: int, choices: Sequence[Matter], letter: str, day: date, chance: Chance
) -> tuple[list[str], list[Asked]]:
    """The lines of so many decisions (`d`) or requirements (`r`), and what they ask for, some without a day."""
    lines: list[str] = []
    asked: list[Asked] = []
    for place in range(1, number + 1):
        taken = {each.matter.zh for each in asked}
        matter = chance.one_of([each for each in choices if each.zh not in taken])
        due = day + timedelta(days=matter.days) if matter.days and chance.happens(0.94) else None
        lines += [f"  - text: {both(matter.zh, matter.en)}", f"    responsible: {matter.responsible}"]
        lines += [f"    supporting: {matter.supporting}"] if matter.supporting else []
        if letter == "d":
            in_principle = matter.zh.startswith("原则")
            lines.append(f"    result: {'approved-in-principle' if in_principle else 'adopted'}")
        if due:
            lines.append(f"    due: {due}")
        elif not matter.days:
            lines.append(f"    due: {{type: {'recurring' if matter.is_recurring else 'ongoing'}}}")
        asked.append(Asked(f"{letter}{place}", matter, due))
    return lines, asked


def conveyed(document: Document, day: date, chance: Chance) -> str:
    """One conveyed item; a number of its issuer where it is a document."""
    fields = [f"title: {both(document.zh, document.en)}", f"form: {document.form}"]
    fields += [f"issuer: {document.issuer}"] if document.issuer else []
    if document.number:
        fields.append(f"number: {quoted(document.number.format(year=day.year, n=chance.between(1, 60)))}")
    return f"  - {{{', '.join(fields)}}}"


def record(series: Meetings, day: date, number: int, chance: Chance) -> tuple[str, list[Asked]]:
    """The text of one record, and what its meeting asked for. One meeting in twelve does not say when it ended."""
    end = series.hour * 60 + chance.between(*series.minutes)
    begins = f"{day} {series.hour:02d}:00"
    held = begins if chance.happens(1 / 12) else f"{{start: {begins}, end: {end // 60:02d}:{end % 60:02d}}}"
    decided, to_do = matters(series.decisions, DECISIONS, "d", day, chance)
    required, more_to_do = matters(series.requirements, REQUIREMENTS, "r", day, chance)
    asked = [*to_do, *more_to_do]
    papers = list(dict.fromkeys(chance.one_of(DOCUMENTS) for _ in range(series.conveyed)))
    told = [conveyed(each, day, chance) for each in papers]
    chair, present = attendance(series, day, chance)
    lines = [
        "schema: meeting/1",
        f"id: {series.id}-{day.year}-{number:02d}",
        f"title: {both(series.zh, series.en)}",
        f"kind: {series.kind}",
        f"series: {{year: {day.year}, number: {number}}}",
        f"held: {held}",
        f"place: {both('局机关三楼会议室', 'Meeting Room 3')}",
        # Somebody forgets to say how it was held.
        *([] if chance.happens(0.05) else [f"mode: {series.mode}"]),
        f"chair: {chair}",
        "attendees:",
        *present,
    ]
    listed = (("conveyed:", told), ("decisions:", decided), ("requirements:", required))
    if series.first_topic and chance.happens(0.9):
        topic = both("传达学习有关精神", "Study of guiding principles")
        inside = [
            f"  {line}" for name, given in listed if given for line in (f"  {name}", *(f"  {each}" for each in given))
        ]
        lines += ["agenda:", f"  - title: {topic}", "    first_topic: true", *inside]
        asked = [each._replace(item=f"1.{each.item}") for each in asked]
    else:
        lines += [line for name, given in listed if given for line in (name, *given)]
    return "\n".join(lines) + "\n", asked


def progress(key: str, day: date, asked: Asked, chance: Chance) -> tuple[str, ...] | None:
    """What became of a matter: most are done in time, some late, some not at all; of a few nobody has reported."""
    fate = chance.between(1, 100)
    late_in_year = day.month >= 11  # noqa: PLR2004
    due = asked.due or day + timedelta(days=60)
    if fate <= 6:  # noqa: PLR2004
        return None
    if not asked.matter.days:
        return (key, asked.item, "in-hand", "", "", "", str(due))
    if fate <= 9:  # noqa: PLR2004
        return (key, asked.item, "cancelled", "", CLERK, "并入其他事项", str(due))
    if fate <= (45 if late_in_year else 20):
        return (key, asked.item, "in-hand", "", "", "正在办理", str(due))
    late = fate <= (55 if late_in_year else 33)
    closed = due + timedelta(days=chance.between(3, 25)) if late else due - timedelta(days=chance.between(0, 8))
    return (key, asked.item, "done", str(max(closed, day)), "bai-lu", "", str(max(closed, day)))


def meetings(year: int) -> list[tuple[date, Meetings, int]]:
    """The meetings of a year in their order, with their numbers in their series."""
    held = [
        (workday(year, month, day), series, number)
        for series in SERIES
        if year >= YEAR or series.id not in IN_YEAR_BEFORE
        for number, (month, day) in enumerate(((month, day) for month in series.months for day in series.days), start=1)
    ]
    return sorted(held, key=lambda each: (each[0], each[1].hour, each[1].id))


def files(year: int = YEAR) -> dict[str, str]:
    """Every file of the workspace by its name."""
    template = Path(__file__).with_name("office.yaml").read_text("utf-8")
    made = {"office.yaml": template}
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in (year - 1, year):
        chance = Chance(each)
        for day, series, number in meetings(each):
            text, asked = record(series, day, number, chance)
            key = f"{series.id}-{day.year}-{number:02d}"
            made[f"{each}/{day}-{key}.yaml"] = text
            rows = (progress(key, day, one, chance) for one in asked)
            writer.writerows(row for row in rows if row)
    made["follow-up.csv"] = table.getvalue()
    return made


def main(arguments: Sequence[str]) -> None:
    """Write the workspace."""
    folder, year = Path(arguments[0]), int(arguments[1]) if arguments[1:] else YEAR
    for name, text in files(year).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
