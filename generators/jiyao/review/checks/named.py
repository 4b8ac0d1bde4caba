"""People, posts and bodies of the record: what one language names, the other names too, as the record writes it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jiyao.languages.english.posts import plural_post
from jiyao.languages.romanisation import english_name, family_name
from jiyao.problems import Binding, Finding, Problem, Severity, message, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text
    from jiyao.records.people import Person
    from jiyao.review.checks.known import Known

LESSER_ZH = ("副", "代", "常务", "助理", "原")
LESSER_EN = r"(?<!deputy )(?<!vice )(?<!vice-)(?<!acting )(?<!assistant )(?<!former )"
"""What makes another post of a post; 局长 is not said by 副局长."""


DEPUTY_ZH = re.compile(
    r"副(?:总(?!量)|秘书长|主[席任]|书记|委员长|检察长|董事长|理事长|教授|研究员|调研员|巡视员|主编"
    r"|[局院校部市省县区州处科庭组会所站队厅司镇乡行社台馆关]长)"
)
DEPUTIES_ZH = re.compile("副|代(?!表)|常务|助理")
DEPUTIES_EN = re.compile(r"\b(?:deputy|vice)[- ](?:Party )?(\w+)", re.IGNORECASE)
TITLES = (
    (re.compile(r"\bmayors?\b", re.IGNORECASE), "[市县区镇乡旗]长|[市县区]政府主要"),
    (re.compile(r"\bministers?\b", re.IGNORECASE), "部[长级]|大臣|外长|总理|财长|首相|部门"),
    (re.compile(r"\bprocurators?\b", re.IGNORECASE), "检察|[起公抗]诉|批捕"),
)
"""Who is called so in English, and the Chinese without which nobody is."""
DEPUTY_EN = re.compile(r"\b(?:deput(?:y|ies)|vice|associate|assistant|second-ranking|no\. 2)\b", re.IGNORECASE)


def named(text: Text, known: Known) -> Iterator[Problem]:
    """People, posts and bodies that one language names otherwise than the other."""
    for person in known.people:
        yield from _person(text, person)
    other_posts = [
        post
        for post in known.posts
        if post.zh and post.en and _has_post(post.zh, text.zh) and not _says_post(post.en, text.en)
    ]
    yield from (post_differs(text, post) for post in other_posts)
    if not other_posts:
        yield from _deputies(text)
        yield from _titles(text)
    for body in known.bodies:
        names = [each for each in (body.name, body.short) if each and each.zh and each.en]
        if any(_names(each.zh, text.zh, known) for each in names) and not any(
            _says_body(each.en, text.en) for each in names
        ):
            yield body_differs(text, body.name)


def _deputies(text: Text) -> Iterator[Problem]:
    """Whether one language makes a deputy of whom the other calls the head."""
    chinese, english = DEPUTY_ZH.search(text.zh), DEPUTY_EN.search(text.en)
    if chinese and not english:
        yield deputy_lost(text, chinese[0])
        return
    # By what they are deputies of: English may name the same one again. 人大代表 are deputies too.
    posts = {each[1].casefold(): each for each in DEPUTIES_EN.finditer(text.en)}
    if len(posts) > len(DEPUTIES_ZH.findall(text.zh)):
        added = list(posts.values())[-1]
        yield deputy_added(text, added.span(), added[0])


def _titles(text: Text) -> Iterator[Problem]:
    """Titles that stand for one office alone."""
    for english, chinese in TITLES:
        found = english.search(text.en)
        if found and not re.search(chinese, text.zh):
            yield title_added(text, found.span(), found[0])


def _names(zh: str, text: str, known: Known) -> bool:
    """Whether the name stands there as itself and not within a longer one."""
    longer = (each.name.zh for each in known.bodies if zh in each.name.zh and zh != each.name.zh)
    for each in longer:
        text = text.replace(each, "")
    return zh in text


def _says_body(en: str, text: str) -> bool:
    """The whole name, or "the Procuratorate" for it; "the Municipal Court" is another body."""
    head = re.split(r" of | for |, ", en)[0].split()[-1]
    whole = en.removeprefix("the ").casefold() in text.casefold()
    return whole or re.search(rf"\b(?:the|our|its|this) {re.escape(head)}\b", text, re.IGNORECASE) is not None


def _person(text: Text, person: Person) -> Iterator[Problem]:
    if not person.name.zh:
        return
    full = english_name(person.name)
    if not full:
        return
    in_english = full in text.en
    if person.name.zh in text.zh:
        if not in_english and not _surname_alone(full, family_name(person.name)).search(text.en):
            yield name_differs(text, person.name.zh, full)
    elif in_english and re.search(rf"\b{re.escape(full)}\b", text.en) and person.name.zh[0] not in text.zh:
        yield name_added(text, full)


@cache
def _surname_alone(full: str, surname: str) -> re.Pattern[str]:
    """The surname on its own: "Chen said", not "Chen Lin" and not "Ling Chen"."""
    given = re.escape(full.replace(surname, "").strip())
    return re.compile(rf"(?<!\b{given} )\b{re.escape(surname)}\b(?! [A-Z])")


def _has_post(zh: str, text: str) -> bool:
    before = "".join(rf"(?<!{each})" for each in LESSER_ZH)
    return re.search(before + re.escape(zh) + r"(?!助理|会|长|局|办公)", text) is not None


def _says_post(en: str, text: str) -> bool:
    titles = "|".join(re.escape(each) for each in (en, plural_post(en)))
    return re.search(rf"{LESSER_EN}\b(?:{titles})\b", text, re.IGNORECASE) is not None


@problem("B111", "inconsistent-entities", binding=Binding.CONSISTENCY)
def name_differs(text: Text, zh: str, en: str) -> Finding:
    """Who is named in Chinese is named in English, as the record or the office writes the name.

    The surname alone will do where it stands for the person ("Chen said"); another given name, or the given name
    first, will not.
    """
    return Finding(
        text.en_origin.place, message("{zh} is {en} in the record; the English says otherwise", zh=zh, en=en)
    )


@problem("B112", "inconsistent-entities", binding=Binding.CONSISTENCY)
def name_added(text: Text, en: str) -> Finding:
    """Who is named in English is named in Chinese."""
    at = text.en.index(en)
    return Finding(text.en_origin.part(at, at + len(en)), message("{en} is not in the Chinese", en=en))


@problem("B113", "terminology", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def post_differs(text: Text, post: Text) -> Finding:
    """A post has one English title: that of the record. A deputy is no director."""
    said = message("{zh} is {en} in the record; the English says otherwise", zh=post.zh, en=post.en)
    return Finding(text.en_origin.place, said)


@problem("B115", "mistranslation", binding=Binding.CONSISTENCY)
def deputy_lost(text: Text, zh: str) -> Finding:
    """Who is a deputy in Chinese (副局长) is one in English: deputy, vice, associate."""
    return Finding(text.en_origin.place, message("{zh} is not in the English: the deputy is lost", zh=zh))


@problem("B116", "mistranslation", binding=Binding.CONSISTENCY)
def deputy_added(text: Text, at: tuple[int, int], en: str) -> Finding:
    """Nobody is a deputy in English whom the Chinese text does not call one."""
    return Finding(text.en_origin.part(*at), message("{en} is not in the Chinese", en=en))


@problem("B118", "mistranslation", binding=Binding.CONSISTENCY)
def title_added(text: Text, at: tuple[int, int], en: str) -> Finding:
    """A mayor is a 市长 (县长, 区长, 镇长), a minister a 部长, a procurator an 检察官, and nobody else is."""
    return Finding(text.en_origin.part(*at), message("{en} is not in the Chinese", en=en))


@problem("B114", "inconsistent-entities", severity=Severity.WARNING, binding=Binding.CONSISTENCY)
def body_differs(text: Text, name: Text) -> Finding:
    """A body has one English name, or its short form: that of the record."""
    said = message("{zh} is {en} in the record; the English says otherwise", zh=name.zh, en=name.en)
    return Finding(text.en_origin.place, said)
