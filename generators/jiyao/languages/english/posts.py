"""Posts as they stand behind a name: their capitals by house style, their plural where several hold them."""

from __future__ import annotations

import re

POST_WORDS = frozenset(
    word
    for line in (
        "academician accountant acting adviser advisor assistant associate auditor board captain chair chairman",
        "chairperson chairwoman chief clerk commander commissar commissioner consultant controller coordinator county",
        "counsel counselor dean delegate department deputy director division economist editor engineer executive",
        "expert financial first full full-time general governor grade head in independent inspector investigator",
        "judge leader level librarian manager mayor member minister non nonexecutive office officer operating",
        "people's physician political president principal procurator professor prosecutor provost rector",
        "representative researcher resident scientist second secretary section senior specialist spokesperson",
        "staff statistician supervisor team technical third time treasurer vice",
    )
    for word in line.split()
)
"""The common words of posts; any other word with a capital is part of a name and keeps it: Party secretary."""

IRREGULAR = {"chairman": "chairmen", "chairwoman": "chairwomen", "staff": "staff"}
LINK = re.compile(r"(?= of | for | in |-in-|,)")
"""Where the noun of a post ends."""

SIBILANT = ("s", "x", "ch", "sh")


def post_after_name(title: str, *, capitals: bool) -> str:
    """A post as it stands behind a name: "general secretary of the CPC Central Committee", with capitals or without.

    What follows "of" is the name of a body, so its capitals stay; behind "and" another post may begin.
    """
    if capitals:
        return title
    words = title.split(" ")
    lowering = True
    for index, word in enumerate(words):
        if word in {"of", "for", "at", "to", "in"}:
            lowering = False
        elif word == "and" or (index and words[index - 1].endswith((",", ";"))):
            following = words[index + 1] if word == "and" and index + 1 < len(words) else word
            lowering = lowering or _is_common(following)
        if lowering and _is_common(word):
            words[index] = word.lower()
    return " ".join(words)


def _is_common(word: str) -> bool:
    bare = word.lower().strip(",;()")
    return bare in POST_WORDS or (bool(bare) and all(part in POST_WORDS for part in bare.split("-")))


def plural_post(title: str) -> str:
    """A post that several people hold: Deputy Directors, Members of the Party Leadership Group, Editors-in-Chief."""
    head = LINK.split(title, maxsplit=1)[0]
    before, _, noun = head.rpartition(" ")
    return f"{before} {_plural(noun)}".lstrip() + title[len(head) :]


def _plural(noun: str) -> str:
    lower = noun.lower()
    if lower in IRREGULAR:
        return noun[0] + IRREGULAR[lower][1:]
    if lower.endswith("y") and lower[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if lower.endswith(SIBILANT) else f"{noun}s"
