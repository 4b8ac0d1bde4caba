"""What the minutes print, 会议纪要: from a `Meeting` to every word of the document.

Layout by GB/T 9704-2012, 10.3; the wording of each part is in the module named after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.moments import chinese_date
from jiyao.languages.text import Language
from jiyao.records.derived import draft_remark, kind_of
from jiyao.views.appendices import Appendix, appendices
from jiyao.views.attendance import attendance
from jiyao.views.body import body
from jiyao.views.cells import filled
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.opening import full_title, opening
from jiyao.views.sentences import organisation_name, own, printed
from jiyao.views.signatures import SignatureRow, directors_sign
from jiyao.views.texts import missing_texts
from jiyao.views.titles import by_sense

if TYPE_CHECKING:
    from jiyao.problems import Problem
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.records.publication import Issue

HEAD_LINES = 3
"""Lines above the mark that 份号, 密级 and 紧急程度 take from the top (GB/T 9704-2012, 7.2.1 to 7.2.3)."""

COPIES_LINE = 25
"""字 of 4号 in a line of 抄送 without the mark at its end: the width of the page less one at each side, the label
(7.4.2), and that mark, which does not hang there."""


@dataclass(frozen=True, slots=True)
class MinutesView:
    """Every word of the minutes, in the order of the page; what is unknown is "" or empty."""

    head: tuple[str, ...]
    """份号, 密级和保密期限, 紧急程度 from the top: always three lines, "" where there is nothing."""
    stage: str
    """送审稿, to the right on the first line; "" where the record does not say that the minutes are still a draft."""
    mark: tuple[Run, ...]
    """纪要标志, in red at the top of the page."""
    number: str
    """The number of the issue, as it is set below the mark."""
    issuer: tuple[Run, ...]
    """发文机关: the office, to the left above the red rule."""
    issued_on: str
    """The day of issue, to the right above the red rule."""
    title: tuple[Run, ...]
    """The title below the red rule; empty where the mark says it all."""
    body: tuple[Paragraph, ...]
    """正文: every paragraph between the title and 附件说明."""
    attachments: tuple[Paragraph, ...]
    """附件说明: one line each, the label on the first."""
    attendance: tuple[Paragraph, ...]
    """出席, 请假, 列席: a label and the names, broken so that no name is split."""
    signatures: tuple[SignatureRow, ...]
    """Where the directors of a board sign who were there; empty for other kinds of meetings."""
    appendices: tuple[Appendix, ...]
    """附件: the attachments whose contents the record has, each on a page of its own."""
    copies: tuple[Paragraph, ...]
    """抄送, broken likewise; empty or one paragraph."""
    printed_by: tuple[Run, ...]
    """印发机关: who prints and sends the minutes."""
    printed_on: str
    """印发日期, with 印发 behind it."""
    properties: Properties
    """What Word shows under File, Info."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself."""

    title: str
    """The title, or the mark where there is none."""
    author: str
    """The name of the office."""
    language: str
    """The language of the document, such as zh-CN."""


def minutes_view(meeting: Meeting, office: Office) -> MinutesView | tuple[Problem, ...]:
    """The Chinese minutes of a meeting; instead, the texts that they need and the record has not in Chinese."""
    if missing := missing_texts(meeting, office, Language.ZH):
        return missing
    issue = meeting.issue
    mark = _mark(meeting, office)
    title = _title(meeting, office, mark)
    return MinutesView(
        head=_head(issue),
        stage=draft_remark(issue),
        mark=mark,
        number=_number(issue.number),
        issuer=_issuer(office),
        issued_on=chinese_date(issue.issued_on) if issue.issued_on else "",
        title=title,
        body=(*opening(meeting), *body(meeting)),
        attachments=_attachments(meeting),
        attendance=attendance(meeting, office),
        signatures=directors_sign(meeting),
        appendices=appendices(meeting, Language.ZH),
        copies=_copies(meeting, office),
        printed_by=_printed_by(issue, office),
        printed_on=f"{chinese_date(issue.issued_on)}印发" if issue.issued_on else "",
        properties=Properties(_plain(title or mark), office.name.zh, Language.ZH.tag),
    )


def _head(issue: Issue) -> tuple[str, ...]:
    """份号, 密级★期限, 紧急程度: each on the next free line from the top."""
    secrecy = issue.secrecy
    lines = [secrecy.copy_number or "" if secrecy else ""]
    lines.append(secrecy_line(issue))
    lines.append(issue.urgency.word if issue.urgency else "")
    said = [line for line in lines if line]
    return (*said, *[""] * (HEAD_LINES - len(said)))


def secrecy_line(issue: Issue) -> str:
    """机密★10年 (7.2.2)."""
    secrecy = issue.secrecy
    return secrecy.level.word + (f"★{secrecy.period}" if secrecy.period else "") if secrecy else ""


def _mark(meeting: Meeting, office: Office) -> tuple[Run, ...]:
    """×××××纪要 (10.3): the house's own mark, else office and kind of meeting."""
    if office.house.mark and office.house.mark.zh:
        return (own(office.house.mark.zh),)
    kind = kind_of(meeting)
    return (own(f"{office.name.zh}{kind.called or kind.name.zh}纪要"),)


def _number(number: str | None) -> str:
    """（第5期）; a number with 〔〕 stands as it is (7.2.5)."""
    if not number:
        return ""
    if "〔" in number or number.startswith("（"):
        return number
    return f"（第{number}期）" if number.isdecimal() else f"（{number}）"


def _issuer(office: Office) -> tuple[Run, ...]:
    issuer = office.house.issuer
    name = (issuer.name.zh if issuer else "") or office.name.zh
    return (own(name),) if name else ()


def _title(meeting: Meeting, office: Office, mark: tuple[Run, ...]) -> tuple[Run, ...]:
    """The title below the red line: the meeting's, unless the mark says it already."""
    title = meeting.title.zh
    full = full_title(meeting)
    # A mark says which sort of meeting; it does not say which one of its series.
    if title.removesuffix("纪要") in _plain(mark) and _plain(full) == title:
        return ()
    end = () if title.endswith("纪要") else (own("纪要"),)
    bodies = (office.name, *(host.organisation.name for host in meeting.hosts))
    return by_sense((*full, *end), (each.zh for each in bodies))


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs).replace("\n", "")


def _attachments(meeting: Meeting) -> tuple[Paragraph, ...]:
    """附件：1.名单 — one alone has no number, and no name ends with a mark (7.3.4)."""
    several = len(meeting.attachments) > 1
    return tuple(
        Paragraph(
            Role.ATTACHMENT if index == 1 else Role.NEXT_ATTACHMENT,
            (own(("附件：" if index == 1 else "") + (f"{index}." if several else "")), *printed(each.title)),
        )
        for index, each in enumerate(meeting.attachments, start=1)
    )


def _copies(meeting: Meeting, office: Office) -> tuple[Paragraph, ...]:
    """抄送：甲，乙。 hangs after the colon, ends with 。 (7.4.2)."""
    units = meeting.issue.copies_to or office.house.copies_to
    if not units:
        return ()
    names = [organisation_name(unit) for unit in units]
    pieces = [f"{name}，" for name in names[:-1]] + [f"{names[-1]}。"]
    return (Paragraph(Role.COPIES, (own("抄送："), own(filled(pieces, COPIES_LINE, COPIES_LINE)))),)


def _printed_by(issue: Issue, office: Office) -> tuple[Run, ...]:
    unit = issue.printed_by or office.house.printed_by
    return (own(unit.name.zh),) if unit else ()
