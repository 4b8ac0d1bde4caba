"""Who signs what was written down of a meeting: chair and recorder, and of a board the directors who were there.

The directors present sign the record of their meeting (公司法, on the meetings of a board).
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.romanisation import english_name
from jiyao.languages.text import Language
from jiyao.records.choices import Voters
from jiyao.records.derived import kind_of, present
from jiyao.views.sentences import in_a_row, person_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jiyao.records.attendance import Attendee
    from jiyao.records.meeting import Meeting

DIRECTOR = {Language.ZH: "董事", Language.EN: "Director"}
COLON = {Language.ZH: "：", Language.EN: ": "}


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Two people who sign beside each other."""

    first: str
    """Who signs on the left: 董事：张三."""
    second: str
    """Who signs on the right; "" where their number is odd."""


def directors_sign(meeting: Meeting, language: Language = Language.ZH) -> tuple[SignatureRow, ...]:
    """A place for each director who took part in the meeting of a board; none for other kinds of meetings."""
    return in_pairs(directors(meeting, language))


def directors(meeting: Meeting, language: Language = Language.ZH, *, but_the_chair: bool = False) -> tuple[str, ...]:
    """董事：张三, for each who took part; one who was asked to vote for others says so: 董事：张三（代李四）."""
    if kind_of(meeting).voters is not Voters.DIRECTORS:
        return ()
    label = DIRECTOR[language] + COLON[language]
    return tuple(
        label + _signer(each, language)
        for each in present(meeting)
        if each.person and not (but_the_chair and meeting.chair and each.person.same_as(meeting.chair))
    )


def in_pairs(signers: Sequence[str]) -> tuple[SignatureRow, ...]:
    """Two beside each other, in their order."""
    return tuple(SignatureRow(*pair) for pair in zip_longest(signers[::2], signers[1::2], fillvalue=""))


def _signer(attendee: Attendee, language: Language) -> str:
    person = attendee.person
    if person is None:
        return ""
    if language is Language.EN:
        stood_for = " and ".join(english_name(each.name) for each in attendee.on_behalf_of)
        return english_name(person.name) + (f" (also for {stood_for})" if stood_for else "")
    others = in_a_row([person_name(each) for each in attendee.on_behalf_of])
    return person_name(person) + (f"（代{others}）" if others else "")
