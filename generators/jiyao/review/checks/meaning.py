"""What was left in Chinese, left out, or turned into its contrary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jiyao.languages.facts import facts_of
from jiyao.languages.facts.values import SetTerm
from jiyao.languages.text import Language
from jiyao.problems import Binding, Finding, Severity, check, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.languages.text import Text

HAN = re.compile(r"[㐀-䶿一-鿿]+")
SHORT, LOW, TERSE, HIGH = 10, 1.2, 2.0, 7.5
LONG, SENTENCE = 16, 8
"""English letters for each Chinese character, measured on texts that are right: half of them have 3.2, one in a hundred
fewer than 1.2 or more than 5.5; official prose of some length never fewer than 2."""
JOINED_LENGTH = 3.0
"""Letters for each Chinese character in two sentences that became one and have all that they said."""
FREE, SHORT_FORM = 40, 80
"""So many letters more may be English grammar alone, or what a short form stands for (两会, “三公”)."""
PARTIES = re.compile("民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|工商联|侨联|台联|文联|科协|贸促会")
"""Bodies whose whole names are long, and which Chinese calls by two or three characters."""
QUOTED = re.compile(r"“[^”]{2,6}”")


FORBIDDEN_ZH = re.compile(
    r"(?<![见舍顾怪巴由])不得(?!不|已|少于|低于|超过|高于|多于|晚于|早于|迟于|大于|小于)|严禁|禁止|不准|不允许|不许|切勿|绝不|决不"
)
FORBIDDEN_EN = re.compile(
    r"\b(?:not|no(?!\. ?\d)|nor|never|none|nobody|nothing|neither|cannot|prohibit\w*|forbid\w*|banned|barred|ban"
    r"|avoid\w*|prevent\w*|refus\w*|refrain\w*|whatever|regardless|only|unless|instead of"
    r"|rather than|strictly forbidden)\b|n['’]t\b",
    re.IGNORECASE,
)
DENIED_ZH = re.compile(
    r"(?<!之)不(?!断|仅|但|光|同(?!意)|少|足|良|管|论|久|妨|如|可或缺|懈|忘|畏|移|惜|利|力|优|强|均|齐|稳|法|动产|锈|定期|凡|愧|屈"
    r"|遗余力|折不扣|平衡|充分|动摇|负|辱|知|见|正之|止|来|起诉案|变|公|实|改|清|明|当|佳|顺|畅|规|够|妥|慎|安|适|便|整|宁|幸|决|紧"
    r"|急|错|高|大|好|易|难|新|老|远|近|深|透|真|准确|严|雅|堪|振|济|测|二|一|三|分|朽|俗|菲|曾|禁|免"
    r"|得?[低高多大小晚迟早长]于|得?超过|到位|过(?!问)|满|到[\d半一二三四五六七八九十两])"
    r"(?:[增参作走影承][^，。；])?[^，。；]|未经|尚未|没有|无需|(?<![从并])未(?![来必成央达到])"
)
"""不断, 不少 and 不同 deny nothing, 不低于 and 不到20人 are bounds of numbers."""
COUNTED_ZH = re.compile(
    r"不(?:予|再|宜|作|增加|参加|回避|走过场|留|带|搞|收取?|承担|同意|影响|具备|存在|属于|含|包括|列入|合格|达标|应|是|等于|享受|准"
    r"|能(?!不)|可(?!或缺|分割|避免))|未经|尚未|没有|无需|(?<![从并])未(?![来必成央达到])"
)
"""Those that English words one by one, so that they can be counted."""
DENIED_EN = re.compile(
    FORBIDDEN_EN.pattern
    + r"|\b(?:without|lack\w*|reject\w*|fail\w*|stop\w*|ceas\w*|free (?:of|from)|exempt\w*|until|before|yet"
    r"|outstanding|fall(?:s|ing)? short|substandard|pending|missing|absen\w*|disallow\w*|out of|outside"
    r"|against|oppos\w*|object(?:s|ed|ions?)\b|declin\w*|withh\w+|spar(?:e|ed|ing)|miss(?:es|ed)?|overdue|suspend\w*|den(?:y|ied|ies)|waiv\w+"
    r"|dissent\w*|disagree\w*|better (?:\w+ ){1,12}than"
    r"|un(?!der|it|ion|ivers|ique|til)\w{3,}|in(?:complete|eligible|adequate|sufficient|valid|dispensable)\w*)\b",
    re.IGNORECASE,
)
JOINED = re.compile(r"\b(?:or|nor|still less|as (?:is|are))\b", re.IGNORECASE)
PLAIN_NOT = re.compile(
    r"\b(?:must|may|shall|should|can|will|do|does|did|is|are|was|were) not\b|\bcannot\b", re.IGNORECASE
)
EACH_NOT = re.compile(
    r"\b(?:not|no(?!\. ?\d)|never|nobody|nothing|none|neither|without|cannot|prevent|avoid|fails?|unchecked|refuse)\b",
    re.IGNORECASE,
)
ANY_NOT_ZH = re.compile(
    r"[不未无没否勿莫禁免拒缺杜零低擅失难]|(?<![并是])非(?!常)|(?<![预消国])防(?![汛暑火控范灾洪疫线护])"
)
MUST_NOT_EN = re.compile(r"\b(?:must|shall|may|should|can|will) (?:\w+ly )?(?:not|never)\b|\bcannot\b", re.IGNORECASE)
MUST_NOT_ZH = re.compile(
    r"不(?!低于|少(?:于|[，。、等问])|高于|[多大小晚迟早]于|足|仅|断|同|优|久|法|良|但|管|论|力|齐|利|均|稳|易"
    r"|平衡|充分|到位|具备|匹配|文明)|[禁勿莫免拒没]|杜绝|防止|避免|未|无(?!人机|障碍|线|锡)|别(?!人|的|墅)|否|谢绝"
    r"|只|才(?!能)|方可|(?<!不)[低少]于|零容忍"
)
"""What "must not" and "cannot" may stand for; 不少于 and 不断 are no prohibitions."""
PROHIBITED_EN = re.compile(r"\b(?:must|shall) (?:not|never)\b", re.IGNORECASE)
PROHIBITED_ZH = re.compile(
    r"不(?!予|足|到|明|全|合格|达标|低于|少于|高于|超过|符合|具备|断|同|良)|[勿禁莫防避杜免绝拒没别]|无(?!线|人机)|只|才|否"
)
""""Must not" asks for more than 未 or 不予, which deny."""
NOTS = ((ANY_NOT_ZH, EACH_NOT), (MUST_NOT_ZH, MUST_NOT_EN), (PROHIBITED_ZH, PROHIBITED_EN))

ALLOWED_EN = re.compile(
    r"^(?:(?!\b(?i:no|not|nor|neither|nobody|none|never|nothing|only|unless|still less)\b).)*?"
    r"\b(?:may|can) (?!not|never|(?:be )?no\b)",
    re.DOTALL,
)
"""A permission with no denial before it in its sentence."""
ALLOWED_ZH = re.compile(r"(?<!不)[可能或许准得让]|自愿|有权|免")

ENDS_ZH = re.compile(r"(?<=[。！？；])(?![”’』」）])")
ENDS_EN = re.compile(r"(?<=[.!?;])[”’\")]?\s+(?=[A-Z“‘\"(]|(?<=; ))")


@check("B121", "untranslated")
def left_in_chinese(text: Text) -> Iterator[Finding]:
    """The English text holds no Chinese characters, but for what stands in brackets: a name as it is written."""
    for found in HAN.finditer(text.en):
        before, after = text.en[: found.start()][-1:], text.en[found.end() :][:1]
        if before not in {"(", "（"} or after not in {")", "）"}:
            said = message("Chinese is left in the English: {words}", words=found[0])
            yield Finding(text.en_origin.part(found.start(), found.end()), said)
            return


@check("B122", "omission", severity=Severity.WARNING)
def much_shorter(text: Text) -> Iterator[Finding]:
    """Official English has about three letters for each Chinese character; with fewer than two, some is lacking."""
    han = sum(len(each) for each in HAN.findall(text.zh))
    if not han:
        return
    ratio = len(text.en) / han
    sentence = text.zh.rstrip().endswith(("。", "！", "？"))
    if (han >= (SENTENCE if sentence else LONG) and ratio < TERSE) or (han >= SHORT and ratio < LOW):
        yield Finding(
            text.en_origin.place, message("the English is much shorter than the Chinese: is something left out?")
        )


@check("B123", "length", severity=Severity.WARNING)
def much_longer(text: Text) -> Iterator[Finding]:
    """Many more than seven letters of English for each Chinese character say more than the Chinese does.

    What a set term or a short form in quotation marks stands for is not counted.
    """
    han = sum(len(each) for each in HAN.findall(text.zh))
    others = len(re.findall(r"[A-Za-z0-9]", text.zh))
    if han < SHORT or len(text.en) - others <= HIGH * han + FREE:
        return
    terms = sum(isinstance(each.value, SetTerm) for each in facts_of(text.zh, Language.ZH))
    forms = max(terms, len(QUOTED.findall(text.zh))) + len(PARTIES.findall(text.zh))
    if len(text.en) - others > HIGH * han + FREE + SHORT_FORM * forms:
        yield Finding(text.en_origin.place, message("the English is much longer than the Chinese: is something added?"))


@check("B124", "mistranslation", binding=Binding.CONSISTENCY)
def negation_lost(text: Text) -> Iterator[Finding]:
    """What is forbidden, denied or not yet done in Chinese (不得, 严禁, 未) is so in English, sentence by sentence."""
    for part in _sentences(text):
        for chinese, english in ((FORBIDDEN_ZH, FORBIDDEN_EN), (DENIED_ZH, DENIED_EN)):
            found = chinese.search(part.zh)
            if found and not english.search(part.en):
                yield Finding(text.en_origin.place, message("{words} is not in the English", words=f"“{found[0]}”"))
                return
        found = FORBIDDEN_ZH.search(part.zh)
        if found and ALLOWED_EN.search(part.en) and not ALLOWED_ZH.search(part.zh):
            said = message("{words} is not in the English", words=f"“{found[0]}”")
            yield Finding(text.en_origin.place, said)
            return
        # One "not" does for a word that is repeated, or joined by "or", not for two of them: 未经批准，不得.
        words = dict.fromkeys(each[0] for pattern in (FORBIDDEN_ZH, COUNTED_ZH) for each in pattern.finditer(part.zh))
        denied, forbidden = len(DENIED_EN.findall(part.en)), len(FORBIDDEN_ZH.findall(part.zh))
        if len(words) > denied or forbidden > denied + len(JOINED.findall(part.en)):
            listed = "、".join(f"“{each}”" for each in words)
            said = message("not all of these are in the English: {words}", words=listed)
            yield Finding(text.en_origin.place, said)
            return


@check("B125", "mistranslation", binding=Binding.CONSISTENCY)
def negation_added(text: Text) -> Iterator[Finding]:
    """What the Chinese affirms, the English does not deny."""
    for part in _sentences(text):
        found = PLAIN_NOT.search(part.en)
        if found and any(len(en.findall(part.en)) > len(zh.findall(part.zh)) for zh, en in NOTS):
            said = message("“{words}” has nothing in the Chinese that it could stand for", words=found[0])
            start = text.en.index(part.en) + found.start()
            yield Finding(text.en_origin.part(start, start + len(found[0])), said)
            return


class Part(NamedTuple):
    """Sentences of both languages that say the same."""

    zh: str
    en: str


def _sentences(text: Text) -> list[Part]:
    """One by one where both languages have as many, else all together."""
    chinese = [each for each in ENDS_ZH.split(text.zh) if each.strip()]
    english = [each for each in ENDS_EN.split(text.en) if each.strip()]
    return list(map(Part, chinese, english)) if len(chinese) == len(english) else [Part(text.zh, text.en)]


@check("B126", "omission", severity=Severity.WARNING)
def sentence_lost(text: Text) -> Iterator[Finding]:
    """Translators join sentences now and then; that they make fewer than half of them leaves something out."""
    chinese = len(re.findall(r"[。！？](?!$|[”’]\w{0,12}[。：，]?)", text.zh.rstrip()))
    english = len(re.findall(r"[.!?;:][”\"’)]?\s", text.en.rstrip()))
    # Two that become one are common, where nothing else is missing.
    is_short = chinese > 1 or len(text.en) < JOINED_LENGTH * sum(len(each) for each in HAN.findall(text.zh))
    if chinese and english * 2 < chinese and is_short:
        yield Finding(text.en_origin.place, message("the Chinese has more sentences than the English"))
