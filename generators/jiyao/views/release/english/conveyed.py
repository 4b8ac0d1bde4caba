"""What was conveyed and studied: up to three in prose, more as a list; only documents stand in quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.languages.english.articles import is_determined, names_paper
from jiyao.languages.english.dates import english_date
from jiyao.records.choices import ConveyAct, Form
from jiyao.views.release.english.sentences import (
    LONGEST,
    Runs,
    in_a_row,
    in_sentences,
    joined,
    printed,
    sentence,
    spaced,
    text_of,
    uncapitalised,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.records.items import Conveyed
    from jiyao.views.release.english.mentions import Mentions
    from jiyao.views.release.story import Reported, Story, Told

IN_PROSE = 3
ROOM = LONGEST - 6

BY_THE_MEETING = {
    ConveyAct.CONVEY_AND_STUDY: "was {also}briefed on and studied",
    ConveyAct.CONVEY: "was {also}briefed on",
    ConveyAct.STUDY: "{also}studied",
    ConveyAct.LEAD_STUDY: "{also}studied",
    ConveyAct.HEAR: "{also}heard",
    ConveyAct.BRIEF: "was {also}informed of",
    ConveyAct.CIRCULATE: "{also}circulated",
}
BY_PEOPLE = {
    ConveyAct.CONVEY_AND_STUDY: "{also}briefed the meeting on and led the study of",
    ConveyAct.CONVEY: "{also}briefed the meeting on",
    ConveyAct.STUDY: "{also}led the study of",
    ConveyAct.LEAD_STUDY: "{also}led the study of",
    ConveyAct.HEAR: "{also}reported on",
    ConveyAct.BRIEF: "{also}informed the meeting of",
    ConveyAct.CIRCULATE: "{also}circulated",
}

NUMBER = re.compile(r"[〔\[\(（](\d{4})[〕\]\)）]\s*第?(\d+)号?")
PLAIN_NUMBER = re.compile(r"第?(\d+)号")
OF_PEOPLE = re.compile(
    r"(?:guiding principles|spirit|important instructions|minutes|outcomes) (?:of|from)\b", re.IGNORECASE
)
SPOKEN = re.compile(r"(?:important )?(?:speech|report|address|letter|circular|briefing) ", re.IGNORECASE)
QUOTES = "“\"‘'"


def conveyed(part: Told, story: Story, mentions: Mentions) -> Iterator[Runs]:
    """The paragraphs of what one act by the same people conveyed."""
    who = mentions.people(part.by)
    act = (BY_PEOPLE if who else BY_THE_MEETING)[part.act]
    items = [named for each in part.items if (named := conveyed_item(each, story, mentions))]
    if len(items) > IN_PROSE:
        yield sentence(f"{who or 'the meeting'} {act.format(also='')} the following:")
        for number, item in enumerate(items, start=1):
            yield (*joined(f"{number}. "), *sentence(item))
        return
    told: list[Runs] = []
    for some in in_sentences(items, ROOM):
        subject = who or "the meeting"
        also = "also " if told else ""
        things = in_a_row(some, serial_comma=mentions.style.serial_comma)
        told.append(sentence(f"{subject} {act.format(also=also)} ", things))
        who = mentions.people(part.by)  # by their surnames from the second sentence on
    if told:
        yield spaced(*told)


def conveyed_item(item: Conveyed, story: Story, mentions: Mentions) -> Runs:
    """The “Notice on Work Safety” (No. 9 [2023]), issued by …; nothing where its English is missing.

    Its date stands where it has no number, as in Chinese.
    """
    title = printed(item.title)
    if not title:
        return ()
    named = joined("the “", title, "”") if _is_document(item) else _with_article(uncapitalised(title))
    number = document_number(item.number or "")
    issuer = _issuer(item, mentions)
    date = english_date(item.date, mentions.style, story.year) if item.date and not number else ""
    day = f" on {date}" if date and issuer else ""
    remark = number or ("" if issuer else date)
    return joined(named, f" ({remark})" if remark else "", f", issued by {issuer}{day}" if issuer else "")


def _is_document(item: Conveyed) -> bool:
    """Whether its title takes quotation marks: a document's, or what the Chinese has in 《》; never twice."""
    title = item.title.en.lstrip()
    in_marks = item.title.zh.startswith("《") and item.title.zh.endswith("》")
    written = title[:1] in QUOTES or is_determined(title)
    return (item.form is Form.DOCUMENT or in_marks) and not written


def _with_article(title: Runs) -> Runs:
    text = text_of(title)
    if OF_PEOPLE.match(text) or (names_paper(text) and not is_determined(text)):
        return joined("the ", title)
    return joined("a ", title) if SPOKEN.match(text) and text[:1].islower() else title


def document_number(number: str) -> str:
    """No. 9 [2023] for 省安委〔2023〕9号; a number in Latin letters as it is; "" where no figure can be read."""
    if found := NUMBER.search(number):
        return f"No. {found[2]} [{found[1]}]"
    if found := PLAIN_NUMBER.search(number):
        return f"No. {found[1]}"
    return number if number.isascii() else ""


def _issuer(item: Conveyed, mentions: Mentions) -> str:
    """Who issued it, unless its title says so."""
    if item.issuer is None:
        return ""
    names = filter(None, (item.issuer.name.en, item.issuer.short.en if item.issuer.short else ""))
    said = any(name.removeprefix("the ") in item.title.en for name in names)
    return "" if said else mentions.body(item.issuer)


def reported(part: Reported, mentions: Mentions) -> Runs:
    """Shao Mingzhe, …, reported on the agenda item “Review of …”."""
    who, title = mentions.people(part.item.reporter), printed(part.item.title)
    if not who:
        return ()
    if not title:
        return sentence(f"{who} reported to the meeting")
    if text_of(title)[:1] in QUOTES:
        return sentence(f"{who} reported on ", title)
    return sentence(f"{who} reported on the agenda item “", title, "”")
