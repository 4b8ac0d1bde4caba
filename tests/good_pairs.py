"""Pairs of good Chinese and English, the people whom they name, and faults to plant in them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from jiyao.languages.text import Name, Text
from jiyao.records.people import Organisation, Person
from jiyao.review.checks.known import Known

PAIRS = Path(__file__).with_name("good_pairs.tsv")
FREE_PAIRS = PAIRS.with_name("free_pairs.tsv")
"""Pairs whose writers had not seen the checks, so that they show how free a translation may be."""
PEOPLE = {
    "赵明远": "zhào míng yuǎn",
    "林若兰": "lín ruò lán",
    "周正清": "zhōu zhèng qīng",
    "何晓舟": "hé xiǎo zhōu",
    "许知行": "xǔ zhī xíng",
    "陈立新": "chén lì xīn",
    "马小燕": "mǎ xiǎo yàn",
}
POSTS = {
    "局长": "Director",
    "副局长": "Deputy Director",
    "检察长": "Chief Procurator",
    "办公室主任": "Office Director",
    "总工程师": "Chief Engineer",
}
BODIES = {
    "市应急管理局": "Municipal Emergency Management Bureau",
    "市水利局": "Municipal Water Resources Bureau",
}
KNOWN = Known(
    people=tuple(Person(name=Name(zh, pinyin=pinyin)) for zh, pinyin in PEOPLE.items()),
    bodies=tuple(Organisation(name=Text(zh, en)) for zh, en in BODIES.items()),
    posts=tuple(Text(zh, en) for zh, en in POSTS.items()),
)
Plant = Callable[[str, random.Random], str | None]
"""From a good English text to the same with a fault; None where it has nothing to spoil."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
NAMES = ("Zhao Mingyuan", "Lin Ruolan", "Zhou Zhengqing", "He Xiaozhou", "Xu Zhixing", "Chen Lixin", "Ma Xiaoyan")
TERMS = {
    "work safety": "production security",
    "Party building": "construction of the club",
    "public interest litigation": "charity lawsuits",
    "procuratorial organs": "inspection machines",
    "procuratorial committee": "inspection commission",
    "legal supervision": "law watching",
    "plea leniency": "confession lightness",
    "sentencing recommendations": "punishment advice",
    "high-quality development": "developing with quality",
    "common prosperity": "getting rich together",
    "teleconference": "television and telephone meeting",
    "spokesperson": "news speaker",
    "press conference": "news issuing meeting",
    "democratic centralism": "focused democracy",
    "disciplinary inspection": "patrol viewing",
    "hazardous chemical": "perilous chemistry",
    "Party branches": "party limbs",
    "emergency drills": "urgent rehearsals",
    "flood control": "anti-water",
    "rural revitalization": "village boom",
    "meeting of criticism and self-criticism": "democratic life meeting",
    "leading Party members group": "Party team",
    "Chinese modernization": "modern style of China",
    "ecological conservation": "nature culture",
}


def good_pairs(file: Path = PAIRS) -> list[Text]:
    """The pairs, in the order of the file."""
    lines = file.read_text("utf-8").splitlines()[1:]
    return [Text(zh, en) for zh, en in (line.split("\t") for line in lines)]


def another(words: Sequence[str], word: str, dice: random.Random) -> str:
    return dice.choice([each for each in words if each != word])


def number(en: str, dice: random.Random) -> str | None:
    plain = re.sub(rf"(?:{'|'.join(MONTHS)}) \d+|\b20\d\d\b|https?://\S+", lambda found: "_" * len(found[0]), en)
    places = [*re.finditer(rf"\d+|\b(?:{'|'.join(WORDS)})\b", plain)]
    if not places:
        return None
    found = dice.choice(places)
    wrong = str(int(found[0]) + dice.randint(1, 8)) if found[0].isdigit() else another(WORDS, found[0], dice)
    return en[: found.start()] + wrong + en[found.end() :]


def date(en: str, dice: random.Random) -> str | None:
    places = [*re.finditer(rf"\b(?:{'|'.join(MONTHS)})(?= \d|\.)|\b(?:{'|'.join(DAYS)})\b", en)]
    if not places:
        return None
    found = dice.choice(places)
    wrong = another(MONTHS if found[0] in MONTHS else DAYS, found[0], dice)
    return en[: found.start()] + wrong + en[found.end() :]


def name(en: str, dice: random.Random) -> str | None:
    said = [each for each in NAMES if each in en]
    if not said:
        return None
    one = dice.choice(said)
    family, given = one.split()
    return en.replace(one, dice.choice([another(NAMES, one, dice), f"{given} {family}", f"{family} {given[:-1]}"]))


def post(en: str, dice: random.Random) -> str | None:
    wrong = {"Deputy Director": "Director", "Office Director": "Office Manager", "Chief": "Deputy Chief"}
    wrong |= {"Director": dice.choice(["Deputy Director", "Mayor"]), "director": "deputy director"}
    said = next((each for each in wrong if re.search(rf"\b{each}\b", en)), None)
    return re.sub(rf"\b{said}\b", wrong[said], en) if said else None


def term(en: str, dice: random.Random) -> str | None:
    said = [each for each in TERMS if each.casefold() in en.casefold()]
    if not said:
        return None
    one = dice.choice(said)
    return re.sub(re.escape(one), TERMS[one], en, flags=re.IGNORECASE)


def negation(en: str, dice: random.Random) -> str | None:
    del dice
    for pattern, wrong in (
        (r"\b(must|may|shall|will|did|do|does|should) not\b", r"\1"),
        (r"\bare strictly forbidden\b", "are encouraged"),
        (r"\bNo (\w+) may\b", r"Any \1 may"),
        (r"\bmust (?!not|be strictly)", "must not "),
    ):
        spoilt = re.sub(pattern, wrong, en)
        if spoilt != en:
            return spoilt
    return None


def omission(en: str, dice: random.Random) -> str | None:
    """Leave out all behind a clause's end, where that is at least half of the text."""
    del dice
    places = [found.start() for found in re.finditer(r",? (?:and|which|that|so that|but)\b|[,;]", en)]
    cut = next((each for each in places if each <= len(en) / 2), None)
    return f"{en[:cut]}." if cut else None


def untranslated(en: str, dice: random.Random) -> str | None:
    words = en.split(" ")
    words[dice.randrange(len(words))] = dice.choice(["落实", "安全生产", "会议", "责任"])
    return " ".join(words)


def punctuation(en: str, dice: random.Random) -> str | None:
    spoilt = [en.replace(".", "。"), f"{en[:-1]}..", f"({en}", en[:-1], en.replace(" ", "  ", 1), f"“{en}"]
    if ", " in en:
        spoilt += [en.replace(", ", "，", 1), en.replace(", ", " , ", 1), en.replace(", ", ",, ", 1)]
    return dice.choice(spoilt)


PLANTS: dict[str, Plant] = {
    each.__name__: each for each in (number, date, name, post, term, negation, omission, untranslated, punctuation)
}
"""All kinds of fault but inconsistency, which takes two pairs."""
