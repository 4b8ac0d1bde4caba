"""Words of Chinese official texts: what stands in titles and lists, what an office does not write (usual)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.problems import Binding, Finding, Severity, check, message
from jiyao.review.checks.patterns import hits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text

WARN, NOTE, STANDARD, PRACTICE = Severity.WARNING, Severity.NOTE, Binding.STANDARD, Binding.PRACTICE

TITLE_END = re.compile("[。；！？，：、][”’）》]?$|[。；！](?=[^”’）》])")
RELATIVE = re.compile(r"(?<![到\d])(?:今天|昨天|明天|昨日|明日|近日|日前|上周|下周)(?!的|来)")
NUMBER_FIRST = re.compile(r"（[^（）\n]{2,20}〔\d{4}〕\d+号）(?=《)")
ATTACHMENT_END = re.compile(r"^[　 ]*附件(?:[：:]|\d{1,2}[：:])[^\n]{2,60}[。；，、]$", re.MULTILINE)
COPIES_END = re.compile(r"^[　 ]*抄送[：:](?:[^\n]*[，、]\n)*[^\n]*[^。，、\n]$", re.MULTILINE)
SHORT_FORM = re.compile("（以下(?:统一)?简称[：:]?“?([^”（）]{1,20})”?）")
FULL_NAME = re.compile(r"[\u4e00-\u9fff]{4,30}$")
IN_LISTS = re.compile(r"^[　 ]*(?:出席|请假|缺席|列席|参加|旁听)[：:]", re.MULTILINE)
HALF_PADDED = re.compile("(?<=[、：:])[\u4e00-\u9fff] [\u4e00-\u9fff](?=[、（，。]|$)")
PADDED = re.compile("[\u4e00-\u9fff]　[\u4e00-\u9fff](?=同志|主持|指出|强调|要求|表示|讲话|汇报|发言)")
LEVEL_TWICE = re.compile(
    "省省[委政]|市市委|市市政府|县县[委政]|区区[委政]|中共[\u4e00-\u9fff]{1,8}(?:省省|市市|县县|区区)委"
)
UNWANTED = re.compile("亲自(?:主持|出席|参加|到会|讲话|莅临|接见)|亲临|百忙之中|隆重召开|胜利召开")
LEFT_OVER = re.compile(
    r"\{\{|\}\}|\{%|×{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[（(【\[]\s*(?:盖章|待[补填定][充写]?|此处[^）)】\]]{0,20})\s*[）)】\]]"
)


@check("Z105", "format", severity=NOTE, binding=PRACTICE)
def mark_in_a_title(text: Text) -> Iterator[Finding]:
    """A title has no marks but 《》, “” and （）, and ends with none; headlines of releases are free."""
    if found := TITLE_END.search(text.zh):
        said = message("a title has no such mark: {mark}", mark=found[0])
        yield Finding(text.zh_origin.part(found.start(), found.end()), said)


@check("Z108", "style", severity=NOTE, binding=PRACTICE)
def relative_day(text: Text) -> Iterator[Finding]:
    """Minutes name the day: in the archive nobody knows which day 昨天 was. A release may say 近日."""
    for words, place in hits(text, RELATIVE):
        yield Finding(place, message("minutes name the day: {word}", word=words))


@check("Z120", "format", severity=NOTE, binding=PRACTICE)
def number_before_the_title(text: Text) -> Iterator[Finding]:
    """A document is named with its title first, then its number: 《…通知》（国办发〔2019〕39号）."""
    for words, place in hits(text, NUMBER_FIRST):
        yield Finding(place, message("the number stands behind the title: {number}", number=words))


@check("Z121", "format", severity=WARN, binding=STANDARD)
def mark_behind_an_attachment(text: Text) -> Iterator[Finding]:
    """The name of an attachment ends without a mark (GB/T 9704-2012, 7.3.4)."""
    for found in ATTACHMENT_END.finditer(text.zh):
        place = text.zh_origin.part(found.end() - 1, found.end())
        yield Finding(place, message("the name of an attachment ends without a mark"))


@check("Z122", "format", severity=WARN, binding=STANDARD)
def end_of_copies(text: Text) -> Iterator[Finding]:
    """The line of 抄送 ends with 。 (GB/T 9704-2012, 7.4.2)."""
    for found in COPIES_END.finditer(text.zh):
        yield Finding(text.zh_origin.part(found.end() - 1, found.end()), message("抄送 ends with 。"))


@check("Z123", "terminology", severity=WARN, binding=PRACTICE)
def one_short_form(text: Text) -> Iterator[Finding]:
    """A body has one short form, said at its first full name: 示例市人民检察院（以下简称“市院”）."""
    known: dict[str, str] = {}
    for found in SHORT_FORM.finditer(text.zh):
        name = FULL_NAME.search(text.zh, 0, found.start())
        if name is None:
            continue
        body, short = name[0], found[1]
        same = next((each for each in known if each.endswith(body) or body.endswith(each)), body)
        if known.setdefault(same, short) != short:
            said = message("{body} has two short forms: {one}, {other}", body=same, one=known[same], other=short)
            yield Finding(text.zh_origin.part(found.start(1), found.end(1)), said)


@check("Z124", "format", severity=NOTE, binding=PRACTICE)
def padded_names(text: Text) -> Iterator[Finding]:
    """Names of two characters get one full-width blank in lists (张　三), and none in sentences."""
    for line in IN_LISTS.finditer(text.zh):
        end = text.zh.find("\n", line.end())
        for found in HALF_PADDED.finditer(text.zh, line.start(), end if end >= 0 else len(text.zh)):
            said = message("a name is padded with a full-width blank: {name}", name=found[0])
            yield Finding(text.zh_origin.part(found.start(), found.end()), said)
    for words, place in hits(text, PADDED):
        yield Finding(place, message("a name in a sentence is not padded: {name}", name=words))


@check("Z129", "terminology", severity=WARN, binding=PRACTICE)
def level_twice(text: Text) -> Iterator[Finding]:
    """The name of a committee says its level once: 中共示例市委, not 中共示例市市委."""
    for words, place in hits(text, LEVEL_TWICE):
        yield Finding(place, message("the level is said twice: {words}", words=words))


@check("Z130", "style", severity=NOTE, binding=PRACTICE)
def unwanted_words(text: Text) -> Iterator[Finding]:
    """Official texts do without words that flatter: 亲自主持, 隆重召开 of a routine meeting."""
    for words, place in hits(text, UNWANTED):
        yield Finding(place, message("better without: {word}", word=words))


@check("Z134", "omission", severity=WARN, binding=PRACTICE)
def left_over(text: Text) -> Iterator[Finding]:
    """Nothing of a template or of a draft is left: no {{ }}, no ××, no （待补）, no （盖章）."""
    for words, place in hits(text, LEFT_OVER):
        yield Finding(place, message("left over from a draft: {words}", words=words))


CHECKS = (
    number_before_the_title,
    mark_behind_an_attachment,
    end_of_copies,
    one_short_form,
    padded_names,
    level_twice,
    unwanted_words,
    left_over,
)
"""What is asked of every text; of titles and of minutes more is asked."""
