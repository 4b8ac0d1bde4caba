"""a, an and the: before words by their sound, before organisations by their kind."""

from __future__ import annotations

import re

VOWEL_SOUND = re.compile(r"[aeiou]|(?:hour|honest|honou?r|heir)|8|11(?!\d)|18(?!\d)", re.IGNORECASE)
CONSONANT_SOUND = re.compile(r"(?:uni(?![nm])|use|usual|util|eu|one|once|ubiq|u-)", re.IGNORECASE)
SPELT_OUT = re.compile(r"[A-Z]{2,}(?![a-z])")
SPELT_VOWELS = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an SPP notice, a CPC meeting."""

DETERMINED = re.compile(
    r"(?:the|a|an|all|each|every|both|some|any|no|this|these|that|those|its|their|our|his|her|other|others|relevant"
    r"|various|several|many|more|at least)\b",
    re.IGNORECASE,
)
"""The words that make another article before a noun impossible."""

COMPANY = re.compile(r"(?:\b(?:Co|Ltd|Inc|Corp|LLC|plc)\b\.?|\bGroup|\bTechnolog\w+|\bHoldings)$")
WITHOUT_ARTICLE = re.compile(r"(?:University|College|School|Kindergarten|Hospital)$")
PARTY_GROUPS = re.compile(r"(?:Leadership|Leading|Members|Members'|Party|Study|Working)\s+Group$")

PAPER = re.compile(
    r"\b(?:Plans?|Program|Notice|Opinions?|Measures|Regulations?|Rules?|Reports?|Law|Decision|Provisions|Circular"
    r"|Guidelines?|Outline|List|Code|Statute|Priorities|Minutes|Budget|Agreement|Contract|Proposal|Scheme|Standards?"
    r"|Procedures|Policy|Accounts|Resolution|Catalogue|Catalog|Amendments?)\b"
)
"""The words for a paper, as titles write them."""


def names_paper(words: str) -> bool:
    """Whether words are the title of a paper: the Work Plan, the Measures for Managing Shelters."""
    return words[:1].isupper() and PAPER.search(words) is not None


def a_or_an(words: str) -> str:
    """The indefinite article that the sound of the first word asks for: a university, an hour, an SPP notice, an 8."""
    if SPELT_OUT.match(words):
        return "an" if words[0] in SPELT_VOWELS else "a"
    return "an" if VOWEL_SOUND.match(words) and not CONSONANT_SOUND.match(words) else "a"


def is_determined(words: str) -> bool:
    """Whether words begin with an article, or with what stands in its place."""
    return DETERMINED.match(words) is not None


def takes_the(name: str) -> bool:
    """Whether an organisation is named with "the": bodies are, companies and most schools are not.

    What begins with a small letter is no name (departments concerned), and University of … takes one like a body.
    """
    if not name[:1].isupper() or is_determined(name):
        return False
    head = re.split(r" (?:of|for|under) ", name)[0].strip()
    if head != name:
        return True
    company = COMPANY.search(name) and not PARTY_GROUPS.search(name)
    return not company and not WITHOUT_ARTICLE.search(name)


def with_the(name: str) -> str:
    """An organisation as a sentence names it; an article that the record gives it is written small."""
    if name.startswith("The "):
        return f"the {name[4:]}"
    return f"the {name}" if takes_the(name) else name


def head_noun(name: str) -> str:
    """What kind of body a name is, in one small word: bureau, procuratorate, company; "" where it does not say."""
    if COMPANY.search(name) and not PARTY_GROUPS.search(name):
        return "company"
    head = re.split(r" (?:of|for|under) |,", name)[0].split()
    last = head[-1] if head else ""
    return last.lower() if last.isalpha() and last[:1].isupper() and not last.isupper() else ""
