"""Numerals in names, English: documents, congresses, sessions, set terms, and words that are no numbers."""

from __future__ import annotations

import re
from importlib.resources import files

from jiyao.languages.facts.english_numerals import CARDINALS, ORDINALS, SCALES, english_ordinal
from jiyao.languages.facts.readers import NO_FACT, NoFact, Reader, any_of, reader
from jiyao.languages.facts.values import Congress, DocumentNumber, Session, SetTerm, Value

CARDINAL = any_of(CARDINALS)
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|(?:one hundred and )?(?:(?:{TENS})-)?(?:{any_of(ORDINALS)}|hundredth))\b"
ORDINAL_STARTS = ["0", *ORDINALS, *TENS.split("|"), "hundredth"]
SITTING = r"(?:plenary|plenary session|plenary meeting|session|meeting|plenum)"
SITTINGS = "plenary|session|meeting|plenum"
QUOTED_WORDS = 7


def readers() -> tuple[Reader, ...]:
    """Those of names; they come first, for many names hold what else would be a number or a year."""
    lines = files("jiyao.languages.facts").joinpath("idioms.en.txt").read_text("utf-8").splitlines()
    idioms = [words for line in lines if (words := line.partition("#")[0].strip())]
    number = r"(?:document |issue |announcement |notice )?(?:no\. ?|issue )(?:no\. ?)?"
    return (
        reader(
            ["(", "no", "document", "issue", "announcement", "notice"],
            rf"\(?{number}(?P<number>\d+)(?: of |,? ?\[|,? ?\(|, )(?P<year>(?:19|20)\d\d)(?!\d|-\d)[\])]*",
            _document,
            "no.|no |issue",
        ),
        reader("[(", r"[\[(](?P<year>(?:19|20)\d\d)[\])],? ?no\. ?(?P<number>\d+)", _document, "no."),
        reader(
            ORDINAL_STARTS,
            rf"(?P<number>{ORDINAL})[ -](?:enlarged )?{SITTING}\b(?:[ -](?:session|meeting))?[^.,;]{{0,40}}?"
            rf"\b(?:of|held by) (?:the )?(?:(?!\b(?:to|year|first)\b)[^.,;\d]){{0,60}}?"
            rf"(?P<term>{ORDINAL})(?= )(?! (?:two|three|half|quarter|year|phase|time)\b)",
            _session,
            SITTINGS,
        ),
        reader(
            ORDINAL_STARTS,
            rf"(?P<term>{ORDINAL}) [^.,;\d]{{3,70}}? (?:(?:held|convened|opened|closed) )?(?:its|their) "
            rf"(?P<number>{ORDINAL}) (?:enlarged )?{SITTING}\b(?: session| meeting)?",
            _session,
            SITTINGS,
        ),
        reader(
            ORDINAL_STARTS,
            rf"(?P<number>{ORDINAL}) (?:cpc national congress|national congress of the (?:communist party of china|cpc)"
            r"(?: \(cpc\))?|national party congress|party congress|national congress of the party)",
            _congress,
            "congress",
        ),
        reader(_starts(idioms), rf"(?:{any_of(idioms)})\b", lambda _: NO_FACT),
        reader(["first", "second", "third", "fourth", "fifth"], r"(?:first|second|third|fourth|fifth),", _enumeration),
        reader("“\"'", rf"[“\"'](?=(?:the )?(?:{CARDINAL})\b)[\w' -]{{3,60}}[”\"',]", _quoted),
        reader(map(str.capitalize, CARDINALS), r"[A-Z][a-z]+[ -][a-z]+", _capitals),
        reader(CARDINALS, rf"(?:{CARDINAL})-(?:point|sphere|pronged|way|dimensional|tier|level|in-one)\b", _set_term),
    )


def _starts(idioms: list[str]) -> frozenset[str]:
    return frozenset(re.split(r"[ -]", words)[0].lower() for words in idioms)


def _document(found: re.Match[str]) -> Value:
    return DocumentNumber(int(found["year"]), int(found["number"]))


def _session(found: re.Match[str]) -> Value | None:
    term, number = english_ordinal(found["term"]), english_ordinal(found["number"])
    return Session(term, number) if term and number else None


def _congress(found: re.Match[str]) -> Value | None:
    number = english_ordinal(found["number"])
    return Congress(number) if number else None


def _enumeration(found: re.Match[str]) -> NoFact | None:
    """What "First, ..." counts at the head of a clause are arguments."""
    before = found.string[: found.start()].rstrip()
    return NO_FACT if not before or before[-1] in ".;:,!?" or before.endswith((" and", "”", '"')) else None


def _quoted(found: re.Match[str]) -> Value | None:
    return _set_term(found) if len(found[0].split()) <= QUOTED_WORDS and not _scaled(found[0]) else None


def _capitals(found: re.Match[str]) -> Value | NoFact:
    """Two Upholds, Four-Pronged Comprehensive Strategy: a numeral that is part of a name."""
    return NO_FACT if found[0].endswith("-year") else _set_term(found)


def _scaled(words: str) -> bool:
    return any(word in SCALES for word in re.split(r"\W+", words))


def _set_term(found: re.Match[str]) -> Value:
    words = re.findall(r"[a-z]+", found[0].lower())
    return SetTerm(tuple(CARDINALS[word] for word in words if word in CARDINALS))
