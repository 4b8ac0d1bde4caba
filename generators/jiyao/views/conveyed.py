"""What the meeting conveyed or studied, 传达学习: up to three in one sentence, more as a list."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jiyao.languages.moments import chinese_date
from jiyao.records.choices import ConveyAct, Form
from jiyao.views.fragments import Paragraph, Role, Run
from jiyao.views.numbers import number_run
from jiyao.views.sentences import address, ended, own, paragraphs, printed

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
    who = "、".join(address(each, comrade=comrade) for each in people) or "会议"
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
    """《…方案》（淮检党〔2023〕3号): only documents take 《》, and the number stands in brackets behind it."""
    title = printed(item.title)
    is_document = item.form is Form.DOCUMENT and "《" not in item.title.zh
    runs = (own("《"), *title, own("》")) if is_document else title
    remarks = list(filter(None, (item.number, chinese_date(item.date) if item.date else None)))
    issuer = item.issuer.name.zh if item.issuer and item.issuer.name.zh not in item.title.zh else ""
    before = (own(f"{issuer}"),) if issuer else ()
    after = (own(f"（{'，'.join(remarks)}）"),) if remarks else ()
    return (*before, *runs, *after)
