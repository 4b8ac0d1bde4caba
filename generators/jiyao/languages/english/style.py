"""The house styles of English texts: what differs between them, as values."""

from __future__ import annotations

from enum import StrEnum

from jiyao.dataclass import dataclass


class Register(StrEnum):
    """How close the English stays to the Chinese that it renders."""

    LITERAL = "literal"
    """指出 is "pointed out", 提到 is "mentioned"; the meeting itself speaks."""
    XINHUA = "xinhua"
    """As the news agency words it: "noted", "It was noted at the meeting that", "according to the meeting"."""


@dataclass(frozen=True, slots=True)
class Style:
    """What one house style prescribes. All three put headlines in sentence case, in the present tense."""

    register: Register
    month_point: bool
    """Whether a shortened month has a full stop: Jan. 8, or Jan 8."""
    serial_comma: bool
    """Whether a comma stands before the last of three or more: a, b, and c."""
    post_capitals: bool
    """Whether a post after a name keeps its capitals: "…, Director of the Political Department"."""
    dateline: bool
    """Whether a story may begin with 电头, its place and agency."""


STYLES = {
    "spp": Style(Register.LITERAL, month_point=False, serial_comma=True, post_capitals=True, dateline=False),
    "xinhua": Style(Register.XINHUA, month_point=True, serial_comma=False, post_capitals=False, dateline=True),
    "chinadaily": Style(Register.XINHUA, month_point=False, serial_comma=False, post_capitals=False, dateline=True),
}
"""The styles by their names in `office.yaml`.

spp follows the English news of the Supreme People's Procuratorate (2024 to 2026: "Jan 19", posts with capitals, no
dateline, a comma before the last of a long list); xinhua the agency's stories (`BEIJING, Jan. 8 (Xinhua) -- `, posts in
small letters); chinadaily the paper's ("Oct 16", posts in small letters).
"""
