"""Names of people and units: how they are padded in lists, what looks like a person, what looks misspelt."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

HANZI = r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]"
SHORT_NAME = re.compile(rf"{HANZI}{{2}}")
CHINESE_NAME = re.compile(rf"{HANZI}{{2,4}}")
FOREIGN_NAME = re.compile(rf"{HANZI}+(?:[·•]{HANZI}+)+|[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)+")

SURNAMES_BY_STROKES = {
    2: "丁卜刁",
    3: "马于万卫",
    4: "王邓韦方尹毛孔文牛尤车卞",
    5: "冯田叶卢石付白丘龙史兰申左甘包司宁冉边古仝",
    6: "刘孙朱许吕任江闫向汤乔安伍毕邢齐庄祁牟关纪曲阳阮华吉米池邬仲巩匡",
    7: "李张陈杨吴何宋肖余杜苏沈陆汪邹邱邵严芦辛谷位闵来佟岑狄",
    8: "周林罗郑金范孟武易季岳庞苗欧屈单房苑畅苟冼尚宗卓",
    9: "赵胡姚钟姜侯贺段郝施洪俞柳祝费项查柏柯饶宫骆荣封",
    10: "徐郭高唐袁贾夏秦陶顾钱莫殷倪聂柴涂耿凌席翁桂晋晏栾敖奚桑",
    11: "黄梁曹萧崔阎龚常康章梅盛隋戚屠商鹿谌麻",
    12: "谢韩彭曾董蒋程傅覃温鲁葛焦舒童游植景强辜",
    13: "雷赖路詹靳甄鲍解褚蒙楚鄢",
    14: "蔡谭廖熊翟管裴臧蔺",
    15: "潘樊颜滕",
    16: "薛霍薄冀",
    17: "魏戴",
    18: "瞿",
}
"""The common surnames by the number of their strokes."""

STROKES = {surname: strokes for strokes, surnames in SURNAMES_BY_STROKES.items() for surname in surnames}
COMPOUND_SURNAMES = frozenset(
    ("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯", "长孙", "端木")
)
GROUP_WORDS = re.compile(
    "[各全等]|部门|科室|单位|负责|人员|成员|党员|干部|职工|员工|代表|委员|书记|主任|同志|群众|师生|班子|领导|人$|[员长委部组室]$"
    "|.{2}[局办处厅院所站队会市区县镇乡]$"
)

CONFUSED_SOUNDS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"), ("f", "h"))
"""Sounds that a typist's ear or dialect takes for one another."""

LONGEST_SINGLE = 3
"""Characters of a name with a surname of one character."""

NEARLY = 0.8
"""How alike two longer names must be, from 0 to 1, to be taken for one another."""

SHORTEST_LONG = 4
"""Shorter names that are not Chinese differ too easily to be guessed at."""

NUMERALS = frozenset("一二三四五六七八九十0123456789")


def is_person(name: str) -> bool:
    """Whether a free name reads as one person's, not as a group's (各科室负责人) or a unit's.

    A Chinese name is two to four characters that begin with a surname; a word for a group anywhere in it decides
    against it.
    """
    if FOREIGN_NAME.fullmatch(name):
        return True
    if not CHINESE_NAME.fullmatch(name) or GROUP_WORDS.search(name):
        return False
    return name[:2] in COMPOUND_SURNAMES or (name[0] in STROKES and len(name) <= LONGEST_SINGLE)


def padded(name: str) -> str:
    """A name as lists print it: two characters are set as wide as three, 张　三 (practice)."""
    return "\u3000".join(name) if SHORT_NAME.fullmatch(name) else name


@lru_cache(maxsize=65536)
def is_misspelt(name: str, known: str) -> bool:
    """Whether `name` looks like a misspelling of `known`, another name.

    Chinese names: of the same length, mostly the same characters, and the rest sounds alike (陈林, 陈玲).
    Names of units and Latin names: nearly the same letters, and no other numeral (第一检察部 is not 第二检察部).
    """
    if not name or not known or name in known or known in name:
        return False  # 办公室 of an office is another unit, not a slip of the pen
    if CHINESE_NAME.fullmatch(name) and CHINESE_NAME.fullmatch(known):
        return len(name) == len(known) and _shared(name, known) * 2 >= len(name) and _sound(name) == _sound(known)
    shorter, longer = sorted((len(name), len(known)))
    if shorter < SHORTEST_LONG or 2 * shorter < NEARLY * (shorter + longer):
        return False  # so different in length cannot be alike; a whole page in the place of a name costs nothing
    if NUMERALS & set(name) != NUMERALS & set(known):
        return False
    return SequenceMatcher(None, name.casefold(), known.casefold()).ratio() >= NEARLY


def _shared(name: str, known: str) -> int:
    return sum(a == b for a, b in zip(name, known, strict=True))


@lru_cache(maxsize=4096)
def _sound(name: str) -> str:
    from pypinyin import lazy_pinyin

    sound = " ".join(lazy_pinyin(name))
    for heard, written in CONFUSED_SOUNDS:
        sound = sound.replace(heard, written)
    return sound
