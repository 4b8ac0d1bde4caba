"""What a Chinese text already says of itself: who speaks, and what was resolved.

The program adds speaker, verb and result only where the text has not said them, and a text that says another thing
than the record's own field is a contradiction (R218, R219).
"""

from __future__ import annotations

import re

from jiyao.records.choices import Result, Verb

RESULT_WORDS = {
    Result.APPROVED_IN_PRINCIPLE: ("原则同意", "原则通过", "原则上同意"),
    Result.DEFERRED: ("暂缓", "缓议", "暂不"),
    Result.REJECTED: ("不同意", "不予", "否决", "未通过"),
    Result.SUBMITTED: ("提请", "报请", "同意提请", "同意报请"),
    Result.ADOPTED: ("同意", "通过", "批准"),
    Result.NOTED: ("听取了", "听取并", "通报了"),
}
"""The words by which a text says its result; the longer meaning stands before the shorter."""

NAMED = "会议"
MEETING = f"{NAMED}(?:经研究|经审议|经讨论)?，?"
BEFORE_RESULT = f"(?:{MEETING})?(?:研究|审议|讨论)?(?:并|后)?(?:一致)?(?:决定|议定)?[，：]?"
RESULTS = {word: result for result, words in RESULT_WORDS.items() for word in words}
SAID_RESULT = re.compile(f"{BEFORE_RESULT}({'|'.join(RESULTS)})")
VERBS = {verb.word: verb for verb in Verb}
# These two are not compiled before a text begins as they do, which few texts do.
SAID_VERB = f"{NAMED}(?:还|一致)?({'|'.join(VERBS)})[，：,:]"
TASKS = "要|由|对|制定|起草|修改|完善|印发|报送|落实|推进|开展|组织|抓"
PAPERS = "方案|办法|预案|计划|规划|样式|意见|制度|规定|细则|报告|总结|名单|标准|事项|议题|预算|决算|协议|合同"
MATTER = re.compile(f"(?![^，。；]*(?:{TASKS}))[^，。；]{{1,30}}(?:{PAPERS})(?:（[^）]*）)?(?=[，。；]|$)")
DELIBERATES = ("审议", "研究", "讨论", "听取")
RESOLVING = ("决定", "议定", "明确", *(word for words in RESULT_WORDS.values() for word in words))
SUBJECT = f"{MEETING}(?:还|一致)?(?:研究|审议|讨论)?(?:并|后)?(?:{'|'.join(RESOLVING)})"


def said_result(text: str) -> Result | None:
    """The result that a decision's text itself begins with; None where it leaves it to the field."""
    found = SAID_RESULT.match(text)
    return RESULTS[found[1]] if found else None


def is_matter(text: str) -> bool:
    """Whether a decision's text begins with the matter itself, 《…》 or a plan by its name, and not with a task."""
    return text.startswith("《") or MATTER.match(text) is not None


def only_deliberates(text: str) -> bool:
    """Whether a decision's text says what was dealt with and not what came of it: 审议《年度培训计划》."""
    return text.startswith(DELIBERATES) and said_result(text) is None


def said_verb(text: str) -> Verb | None:
    """The verb with which a statement's text itself lets the meeting speak (会议指出，…)."""
    found = re.match(SAID_VERB, text) if text.startswith(NAMED) else None
    return VERBS[found[1]] if found else None


def names_meeting(text: str) -> bool:
    """Whether a decision's text has the meeting as its subject and needs none before it: 会议决定, 会议同意."""
    return text.startswith(NAMED) and re.match(SUBJECT, text) is not None
