"""How English minutes were issued: secrecy, urgency, number and day, which stand in one line below the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.languages.english.dates import english_date
from jiyao.languages.english.numbers import count
from jiyao.problems import Finding, message, problem
from jiyao.views.release.english.conveyed import document_number
from jiyao.views.release.english.sentences import own
from jiyao.views.release.view import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.english.style import Style
    from jiyao.problems import Place, Problem
    from jiyao.records.publication import Issue

PERIOD = re.compile(r"(\d+) ?(年|个月|月|天|日)")
UNITS = {"年": "year", "个月": "month", "月": "month", "天": "day", "日": "day"}
LONG_TERM = "长期"
SERIAL = re.compile(r"\D*?(\d+)\D*")
"""第5期, 总第108期: one number with words around it."""


@problem("D107", "translation")
def not_in_english(place: Place, words: str) -> Finding:
    """The period of secrecy or the number of the issue cannot be said in English, so the document is not made.

    They are read where they are written with Arabic numerals: 5年, 6个月, 长期; 第5期, 5号, 〔2023〕5号. Neither
    may be lost, nor stand in Chinese on an English page.
    """
    hint = message("write it with Arabic numerals: 5年, 第5期, 〔2023〕5号")
    return Finding(place, message("`{words}` cannot be said in English", words=words), hint)


def unsaid(issue: Issue) -> Iterator[Problem]:
    """What of an issue English minutes would need and cannot say."""
    secrecy = issue.secrecy
    if secrecy and secrecy.period and not period(secrecy.period):
        yield not_in_english(secrecy.at, secrecy.period)
    if issue.number and not number(issue.number):
        yield not_in_english(issue.at, issue.number)


def issue_line(issue: Issue, style: Style) -> tuple[Labelled, ...]:
    """What is known of the issue, in the order of the Chinese page."""
    secrecy = issue.secrecy
    level = secrecy.level.value.replace("-", " ").capitalize() if secrecy else ""
    known = (
        ("Copy no. ", secrecy.copy_number if secrecy else ""),
        ("Classification: ", f"{level} ({period(secrecy.period)})" if secrecy and secrecy.period else level),
        ("Urgency: ", issue.urgency.value.replace("-", " ") if issue.urgency else ""),
        ("Issue: ", number(issue.number or "")),
        ("Issued: ", english_date(issue.issued_on, style) if issue.issued_on else ""),
    )
    return tuple(Labelled(label, (own(said),)) for label, said in known if said)


def period(written: str) -> str:
    """Five years for 5年, long term for 长期; "" for what cannot be read."""
    if written == LONG_TERM:
        return "long term"
    if found := PERIOD.fullmatch(written):
        return f"{count(int(found[1]))} {UNITS[found[2]]}{'' if int(found[1]) == 1 else 's'}"
    return written if written.isascii() else ""


def number(written: str) -> str:
    """No. 5 [2023] for 〔2023〕5号, No. 5 for 第5期; "" for what cannot be read."""
    if written.isdecimal():
        return f"No. {written}"
    serial = SERIAL.fullmatch(written)
    return document_number(written) or (f"No. {serial[1]}" if serial else "")
