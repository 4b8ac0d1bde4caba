"""Records of which nothing is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.problems import Binding, Finding, Problem, message, problem
from jiyao.records.choices import Access

if TYPE_CHECKING:
    from jiyao.records.meeting import Meeting
    from jiyao.records.publication import AccessRule, Secrecy


@problem("D103", "secrecy", binding=Binding.SAFETY)
def secret(secrecy: Secrecy) -> Finding:
    """A record with a secrecy level (密级) has no public document: no release, no web page, no public minutes.

    Where the level no longer holds, take `issue.secrecy` out of the record; what is secret in it has to go as well.
    """
    said = message("no public document of a record that is marked {level}", level=secrecy.level.word)
    return Finding(secrecy.at, said)


@problem("D104", "secrecy", binding=Binding.SAFETY)
def restricted(access: AccessRule) -> Finding:
    """A record whose `access` is `restricted` has no public document.

    Write `access: internal` where the record itself is for the office alone and a release of it may be published.
    """
    return Finding(access.at, message("no public document of a record that is restricted"))


def refusals(meeting: Meeting) -> tuple[Problem, ...]:
    """Why nothing of a meeting may be published; empty where it may."""
    found: list[Problem] = []
    if meeting.issue.secrecy:
        found.append(secret(meeting.issue.secrecy))
    if meeting.access and meeting.access.level is Access.RESTRICTED:
        found.append(restricted(meeting.access))
    return tuple(found)
