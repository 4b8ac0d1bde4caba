"""Names of people and units: how they are padded in lists, and what looks like a person."""

from __future__ import annotations

import re
from functools import lru_cache

LATIN_NAME = re.compile(r"[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)+")
SHORTEST_CHINESE, LONGEST_CHINESE = 2, 4
"""Characters of a Chinese name."""

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

LONGEST_SINGLE = 3
"""Characters of a name with a surname of one character."""

PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 "
    "广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
)
PLACES = (
    "华北 华东 华南 华中 华西 江南 江北 江东 石家庄 马鞍山 包头 郑州 徐州 常州 温州 柳州 梅州 兰州 池州 贺州 "
    "万州 宁波 金华 桂林 安庆 安阳 安顺 邢台 曲靖 曲阜 龙岩 阳泉 阳江 江门 常德 晋城 晋中 余杭 萧山"
)
BODIES = (
    "安监 安办 安质 安保 纪检 文旅 文广 文体 文明 文联 文化 史志 方志 司法 卫健 卫生 卫计 房管 房产 车管 路政 "
    "武警 武装 解放军 高检 高法 高院 高新 金融 商务 商会 石化 石油 景区 项目 施工"
)
NOBODY = frozenset(f"{PROVINCES} {PLACES} {BODIES}".split())
"""Places, bodies and kinds of work of which many begin with a surname: a closed list, since names have no end."""

TITLE = re.compile("副?(?:书记|主任|主席|秘书长|检察长|[部省市县区镇乡厅局处科院所站队校会]长)")
"""What follows a surname where one calls somebody by surname and post: 王院长, 欧阳副局长."""


def is_hanzi(character: str) -> bool:
    """Whether it is a Chinese character.

    Compared, not looked for by a pattern: one with these ranges takes milliseconds to compile, at each start.
    """
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def is_chinese_name(name: str) -> bool:
    """Whether it may be a Chinese name by its form: two to four Chinese characters."""
    return SHORTEST_CHINESE <= len(name) <= LONGEST_CHINESE and all(map(is_hanzi, name))


def _is_foreign(name: str) -> bool:
    """Whether it is a name of several parts, in Chinese or in Latin letters."""
    parts = name.replace("•", "·").split("·")
    if len(parts) > 1:
        return all(part and all(map(is_hanzi, part)) for part in parts)
    return LATIN_NAME.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def is_person(name: str) -> bool:
    """Whether a free name reads as one person's, not as a group's (各科室负责人) or a unit's.

    A Chinese name is two to four characters that begin with a surname; a word for a group anywhere in it decides
    against it, and so does being the name of a province, or a word that everybody knows (江苏, 安监). A surname with
    a post (王院长) is one person.
    """
    if _is_foreign(name) or _is_titled(name):
        return True
    if not is_chinese_name(name) or GROUP_WORDS.search(name) or name in NOBODY:
        return False
    return name[:2] in COMPOUND_SURNAMES or (name[0] in STROKES and len(name) <= LONGEST_SINGLE)


def _is_titled(name: str) -> bool:
    """Whether a surname and a post make up the whole name."""
    surnames = (name[:1] in STROKES, name[:2] in COMPOUND_SURNAMES)
    return any(known and TITLE.fullmatch(name, length) for length, known in enumerate(surnames, start=1))


def padded(name: str) -> str:
    """A name as lists print it: two characters are set as wide as three, 张　三 (practice)."""
    return "\u3000".join(name) if is_chinese_name(name) and len(name) == SHORTEST_CHINESE else name
