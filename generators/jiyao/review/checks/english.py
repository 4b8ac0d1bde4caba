"""What is wrong in an English text by itself, without a Chinese one beside it: family E, from E201 on."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from jiyao.languages.text import Language
from jiyao.problems import Binding, Finding, Place, Problem, Severity, check, message
from jiyao.review.checks.marks import blanks_around_marks, full_width_marks, mark_twice, marks_pair_up, word_twice
from jiyao.review.checks.meaning import left_in_chinese
from jiyao.review.checks.whole import whole_text
from jiyao.review.terms.lexicon import calques

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text

WARN, NOTE, PRACTICE = Severity.WARNING, Severity.NOTE, Binding.PRACTICE
LONGEST_SENTENCE = 40
"""Words; longer ones are hard to read."""

ALIKE = 0.7
RESIDUE = re.compile(
    r"Current location|Font size|home ?page >>|>>|\[?Print this page|Click to (?:read|view)", re.IGNORECASE
)
LABELS = r"(?:Author|News source|Source|Editor|Reporter|Photo(?:grapher)?)"
LABEL = re.compile(rf"\b{LABELS}:[ \t]*(?=$|\[|{LABELS}:)", re.MULTILINE)
STRAY = re.compile(r"\|\s*(?:in|of|the|and|a)\s*(?=\|)")
LIST = re.compile(r"[A-Z][\w ]{2,30}: [^;\n]*;")
"""What begins a line of names or things behind a label, parted by semicolons, which is no sentence."""
CAPITAL = re.compile(
    r"(?<=[a-z] )(?<! of )(?<! and )(?<! the )(?!Party|State|Congress|Comrade)[A-Z][a-z]+(?= (?:an?|the|our|more)\b)"
)
TITLE_GOES_ON = re.compile(r"\b[A-Z][a-z]+ (?:to|of|on|for|in|and|the|a|with) $")
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
CONGRESS = re.compile(r"\b\d+(?:st|nd|rd|th) (?:CPC )?National Congress(?: of the (?:CPC|Communist Party of China))?")
BODY = re.compile(r"(?:[A-Z][a-z]+(?:['’]s)? )+(?:Procurator\w*|Bureau|Court|Commission)\b(?:['’]s)?")
COMPOUND = re.compile(
    r"\b([A-Za-z]{3,})[ -]?(roots|level|wide|quality|scale|term|line|going|free|site)\b", re.IGNORECASE
)
NOUN = re.compile(
    r" level\b(?=[^\w ]| (?:of|in|on|and|or|to|is|are|was|were|for|with|by|at|as|should|must|will)\b|$)", re.MULTILINE
)
"""A level that nothing hangs on: at the primary level, but primary-level units."""
TITLED = re.compile(r"\b[A-Z][a-z]+ Party [A-Z][a-z]+$")
SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*$")
YEAR = re.compile(r"\b[Yy]ear of (?:[A-Za-z-]+ ?)+")
QUOTED = re.compile(r"[\"“]([a-z][\w ,-]*)[\"”]")


def check_english(en: str, file: str) -> Iterator[Problem]:
    """What is wrong in an English text that a file holds from its first character on."""
    text = whole_text(en, file, Language.EN)
    for rule in CHECKS:
        yield from rule(text)


def _at(text: Text, found: re.Match[str]) -> Place:
    return text.en_origin.part(found.start(), found.end())


@check("E201", "non-conformance", severity=WARN, binding=PRACTICE)
def residue(text: Text) -> Iterator[Finding]:
    """What a web page says around its text ("Current location", "Font size", "| in |") is no part of a release."""
    for found in (*RESIDUE.finditer(text.en), *STRAY.finditer(text.en)):
        yield Finding(_at(text, found), message("left over from a web page: {words}", words=found[0]))


@check("E202", "duplication", severity=WARN)
def line_twice(text: Text) -> Iterator[Finding]:
    """A line does not repeat the end of the line before it."""
    for one, other in pairwise(re.finditer(r"[^\n]+", text.en)):
        if one[0].strip().endswith(other[0].strip()):
            yield Finding(_at(text, other), message("the line repeats the one before: {line}", line=other[0].strip()))


@check("E203", "omission", severity=WARN)
def empty_label(text: Text) -> Iterator[Finding]:
    """A label (Author:, Source:) stands only where something follows it."""
    for found in LABEL.finditer(text.en):
        yield Finding(_at(text, found), message("nothing follows the label {label}", label=found[0].strip()))


@check("E204", "inconsistency", severity=WARN)
def spelt_in_two_ways(text: Text) -> Iterator[Finding]:
    """A compound is spelt in one way: grassroots, or grass-roots, or grass roots."""
    forms = defaultdict[str, dict[str, re.Match[str]]](dict)
    for found in COMPOUND.finditer(text.en):
        if NOUN.match(text.en, found.end() - len(" level")):
            continue
        forms[re.sub("[ -]", "", found[0]).lower()].setdefault(found[0].lower(), found)
    yield from _rivals(text, forms)


@check("E205", "inconsistency", severity=WARN)
def capitals_in_two_ways(text: Text) -> Iterator[Finding]:
    """One term has its capitals in one way throughout: Party building, not party building too."""
    forms = defaultdict[str, dict[str, re.Match[str]]](dict)
    for found in re.finditer(r"(?<=[a-z,] )[Pp]arty [A-Za-z]+", text.en):
        # A headline has capitals of its own, and so has a title within a sentence.
        if TITLED.search(text.en, 0, found.end()):
            continue
        if SENTENCE_END.search(_line_around(text.en, found.start())):
            forms[found[0].lower()].setdefault(found[0], found)
    yield from _rivals(text, forms)


@check("E206", "inconsistent-entities", severity=WARN)
def body_in_many_ways(text: Text) -> Iterator[Finding]:
    """A body has one name; after the first full one, a short form of its own."""
    forms = defaultdict[str, dict[str, re.Match[str]]](dict)
    for found in BODY.finditer(text.en):
        forms[found[0].split()[-1][:10]].setdefault(re.sub("^The |['’]s$", "", found[0]), found)
    names = forms["Procurator"]
    for full, short in pairwise(names):
        # The second name in a text may be the short form of the first: some of its words.
        if len(names) == 2 and set(short.split()) < set(full.split()):  # noqa: PLR2004 (a pair)
            return
    yield from _rivals(text, {"": names})


@check("E207", "inconsistency", severity=WARN)
def one_congress_in_two_ways(text: Text) -> Iterator[Finding]:
    """A congress has one form of its name in a text."""
    forms = defaultdict[str, dict[str, re.Match[str]]](dict)
    for found in CONGRESS.finditer(text.en):
        forms[found[0].split()[0]].setdefault(found[0], found)
    yield from _rivals(text, forms)


@check("E208", "inconsistency", severity=WARN)
def title_in_two_ways(text: Text) -> Iterator[Finding]:
    """A campaign has one title: two that are nearly alike are mostly the same one."""
    found = list(YEAR.finditer(text.en))
    for one, other in pairwise(found):
        likeness = SequenceMatcher(None, one[0].lower(), other[0].lower()).ratio()
        if likeness >= ALIKE and one[0].strip() != other[0].strip():
            said = message("nearly the same title stands elsewhere: {title}", title=one[0].strip())
            yield Finding(_at(text, other), said)


@check("E209", "style", severity=WARN, binding=Binding.SUGGESTION)
def long_sentence(text: Text) -> Iterator[Finding]:
    """Sentences of more than 40 words are hard to follow."""
    for found in re.finditer(r"[^.!?\n]+[.!?]?", text.en):
        words = len(found[0].split())
        if words > LONGEST_SENTENCE and not LIST.match(text.en, text.en.rfind("\n", 0, found.start()) + 1):
            yield Finding(_at(text, found), message("the sentence has {words} words", words=words))


@check("E210", "grammar")
def capital_within(text: Text) -> Iterator[Finding]:
    """A capital within a sentence, at a word that is no name, mostly shows where words were lost."""
    for found in CAPITAL.finditer(text.en):
        # Behind a small word of a title (the Proposal to Buy a Stake) it is one of the title's.
        if TITLE_GOES_ON.search(text.en, 0, found.start()):
            continue
        yield Finding(_at(text, found), message("capital within a sentence: {word}", word=found[0]))


@check("E211", "register", severity=NOTE, binding=PRACTICE)
def first_person(text: Text) -> Iterator[Finding]:
    """A report tells what a meeting said in the third person: no we, no our."""
    said = list(WE.finditer(text.en))
    if said:
        yield Finding(_at(text, said[0]), message("first person in a report: {n} times", n=len(said)))


@check("E212", "typographical", severity=NOTE, binding=PRACTICE)
def straight_quotes(text: Text) -> Iterator[Finding]:
    """Printed English has “curly” quotes, not straight ones."""
    if found := re.search('"', text.en):
        yield Finding(_at(text, found), message("straight quotes: {n}", n=text.en.count('"')))


@check("E213", "style", severity=WARN, binding=PRACTICE)
def unexplained_slogan(text: Text) -> Iterator[Finding]:
    """A slogan in quotes that is rendered word for word says nothing to a foreign reader: explain it."""
    for found in QUOTED.finditer(text.en):
        yield Finding(_at(text, found), message("slogan without an explanation: {words}", words=found[1]))


@check("E214", "style", severity=NOTE, binding=Binding.SUGGESTION)
def same_opening(text: Text) -> Iterator[Finding]:
    """Three sentences that open with the same two words read like a list."""
    openings = defaultdict[str, list[re.Match[str]]](list)
    for found in re.finditer(r"(?:(?<=\. )|^)(?!The meeting)[A-Z]\w+ \w+", text.en, re.MULTILINE):
        # A heading is no sentence.
        if SENTENCE_END.search(_line_around(text.en, found.start())):
            openings[found[0]].append(found)
    for words, sentences in openings.items():
        if len(sentences) > 2:  # noqa: PLR2004 (three, as the rule says)
            said = message("{n} sentences open with “{words}”", n=len(sentences), words=words)
            yield Finding(_at(text, sentences[2]), said)


@check("E215", "terminology", severity=WARN, binding=PRACTICE)
def calque_alone(text: Text) -> Iterator[Finding]:
    """What was translated word for word from Chinese is often seen without the Chinese: "compact responsibilities"."""
    for each in calques():
        if found := each.english.search(text.en):
            said = message("“{words}” is word for word", words=found[0])
            yield Finding(_at(text, found), said, message("better: {better}", better=each.better))


def _line_around(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)].rstrip()


def _rivals(text: Text, forms: dict[str, dict[str, re.Match[str]]]) -> Iterator[Finding]:
    for each in forms.values():
        if len(each) > 1:
            said = message("written in {n} ways: {forms}", n=len(each), forms=tuple(each))
            yield Finding(_at(text, list(each.values())[1]), said)


CHECKS = (
    residue,
    line_twice,
    empty_label,
    spelt_in_two_ways,
    capitals_in_two_ways,
    body_in_many_ways,
    one_congress_in_two_ways,
    title_in_two_ways,
    long_sentence,
    capital_within,
    first_person,
    straight_quotes,
    unexplained_slogan,
    same_opening,
    calque_alone,
    left_in_chinese,
    full_width_marks,
    marks_pair_up,
    word_twice,
    blanks_around_marks,
    mark_twice,
)
