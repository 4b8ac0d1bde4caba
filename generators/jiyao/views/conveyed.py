"""What the meeting conveyed or studied, 传达学习: up to three in one sentence, more as a list."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jiyao.languages.moments import chinese_date
from jiyao.records.choices import ConveyAct, Form
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.numbers import number_run
from jiyao.views.sentences import address, ended, in_a_row, organisation_name, own, paragraphs, printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiyao.records.items import Conveyed
    from jiyao.records.people import Person

IN_ONE_SENTENCE = 3
"""More than these would make a sentence that nobody reads to its end."""


def conveyed(items: Sequence[Conveyed], *, comrade: bool, level: int) -> Iterator[Paragraph]:
    """The paragraphs of conveyed items: neighbours of the same act by the same people share a sentence."""
    for (act, people), group in groupby(items, key=_act_and_people):
        together = list(group)
        subject = own(_subject(act, people, comrade=comrade))
        if len(together) <= IN_ONE_SENTENCE:
            yield from paragraphs(Role.BODY, ended((subject, *_in_a_row(together))))
            continue
        yield Paragraph(Role.BODY, (own(subject.text + "以下内容："),))
        for index, item in enumerate(together, start=1):
            mark = "。" if index == len(together) else "；"
            yield from paragraphs(Role.BODY, ended((number_run(level, index), *title_runs(item)), mark))


def _act_and_people(item: Conveyed) -> tuple[ConveyAct, tuple[Person, ...]]:
    return item.act or ConveyAct.CONVEY_AND_STUDY, item.by


def _subject(act: ConveyAct, people: Sequence[Person], *, comrade: bool) -> str:
    who = in_a_row([address(each, comrade=comrade) for each in people]) or "会议"
    return f"{who}{act.word}了"


def _in_a_row(items: Sequence[Conveyed]) -> Iterator[Run]:
    """甲、乙和丙; between two titles in 《》 stands nothing (GB/T 15834-2011, 4.5.3.5)."""
    for index, item in enumerate(items):
        if index:
            touching = _ends_in_title(items[index - 1]) and title_runs(item)[0].text.startswith("《")
            yield from () if touching else (own("和" if index == len(items) - 1 else "、"),)
        yield from title_runs(item)


def _ends_in_title(item: Conveyed) -> bool:
    return title_runs(item)[-1].text.endswith("》")


def title_runs(item: Conveyed) -> tuple[Run, ...]:
    """《…方案》（淮检党〔2023〕3号）: only documents take 《》; behind it its number, or its date where it has none."""
    title = printed(item.title)
    is_document = item.form is Form.DOCUMENT and "《" not in item.title.zh
    runs = (own("《"), *title, own("》")) if is_document else title
    remark = item.number or (chinese_date(item.date) if item.date else "")
    issuer = _issuer(item)
    return (*([own(issuer)] if issuer else ()), *runs, *([own(f"（{remark}）")] if remark else ()))


def _issuer(item: Conveyed) -> str:
    """Who issued it, unless its title says so."""
    if item.issuer is None:
        return ""
    names = filter(None, (item.issuer.name.zh, item.issuer.short.zh if item.issuer.short else ""))
    return "" if any(name in item.title.zh for name in names) else organisation_name(item.issuer)
