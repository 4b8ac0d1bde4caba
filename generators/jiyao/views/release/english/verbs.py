"""The English verb of each way of saying something, for each frame, in two registers.

Published English never writes "The meeting required" (0 of 26 texts, facts of 2022 to 2026): 要求 is "urged" somebody,
or "called for" something.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from jiyao.languages.english.style import Register
from jiyao.records.choices import Verb


@dataclass(frozen=True, slots=True)
class Wordings:
    """One verb before each form of text; the text follows as it stands."""

    that: str
    """before "that" and a clause"""
    said: str
    """behind a whole sentence and a comma"""
    to: str
    """before "to" and an infinitive"""
    whom: str
    """before whom, and what they are to do"""
    gerund: str
    """before an -ing form"""
    passive: str = ""
    """instead of "The meeting …", as the agency has it: It was noted at the meeting"""
    source: str = ""
    """instead of "the meeting said" behind a whole sentence: according to the meeting"""


def _need(verb: str) -> Wordings:
    importance, need = f"{verb} the importance of", f"{verb} the need"
    return Wordings(f"{verb} that", verb, f"{need} to", f"{need} for", importance)


LITERAL = {
    Verb.CONSIDER: Wordings(
        "held that", "concluded", "considered it necessary to", "considered it necessary for", "saw the importance of"
    ),
    Verb.POINT_OUT: _need("pointed out"),
    Verb.EMPHASISE: _need("stressed"),
    Verb.REQUIRE: Wordings("made it clear that", "urged", "called for efforts to", "urged", "called for"),
    Verb.CLARIFY: replace(_need("made clear"), that="specified that", said="specified", gerund="provided for"),
    Verb.NOTE: _need("mentioned"),
    Verb.PROPOSE: Wordings("proposed that", "proposed", "proposed efforts to", "put forward the need for", "proposed"),
    Verb.CALL_ON: Wordings("made it clear that", "urged", "called for efforts to", "called on", "called for"),
    Verb.HOPE: Wordings("hoped that", "hoped", "expressed the hope to", "encouraged", "expressed the hope of"),
    Verb.EXPRESS: Wordings("said that", "said", "pledged to", "expressed the wish for", "expressed commitment to"),
    Verb.SUGGEST: Wordings("suggested that", "suggested", "suggested efforts to", "advised", "suggested"),
}

_NOTED = replace(_need("noted"), passive="noted", source="according to the meeting")

XINHUA = LITERAL | {
    Verb.CONSIDER: replace(
        LITERAL[Verb.CONSIDER], that="acknowledged that", said="acknowledged", passive="acknowledged"
    ),
    Verb.POINT_OUT: _NOTED,
    Verb.NOTE: _NOTED,
    Verb.REQUIRE: replace(LITERAL[Verb.REQUIRE], passive="made clear", to="urged efforts to"),
}

VERBS = {Register.LITERAL: LITERAL, Register.XINHUA: XINHUA}
"""The wordings of each register."""
