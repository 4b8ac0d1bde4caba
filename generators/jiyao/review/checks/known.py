"""What is known about a meeting when its texts are checked: who, which bodies, and which numbers and days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.review.checks.meeting_counts import Counts

if TYPE_CHECKING:
    from jiyao.languages.facts.values import Fact
    from jiyao.languages.text import Text
    from jiyao.records.people import Organisation, Person
    from jiyao.review.terms.table import Entry


@dataclass(frozen=True, slots=True)
class Known:
    """What texts are checked against. `facts` are those that the record says in fields of their own, not in texts.

    `terms` are those of the office's own table; `counts` what the record counts of its meeting.
    """

    people: tuple[Person, ...] = ()
    bodies: tuple[Organisation, ...] = ()
    posts: tuple[Text, ...] = ()
    facts: tuple[Fact, ...] = ()
    terms: tuple[Entry, ...] = ()
    counts: Counts = Counts()


NOTHING_KNOWN = Known()
