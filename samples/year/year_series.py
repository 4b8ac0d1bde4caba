"""Which meetings the office of the sample year holds."""

from __future__ import annotations

from typing import NamedTuple

YEAR = 2023
LEADERS = ("qin-huai", "tan-yueming", "gu-changqing", "wei-ran")
HEADS = ("bai-lu", "jiang-heng", "shen-qiu", "meng-dahai", "ye-wenjing", "luo-tian")
CLERK = "ma-xiaoyu"


class Meetings(NamedTuple):
    """One series of meetings: when (`days` of `months`), from which hour, how many minutes, who, how many matters."""

    kind: str
    id: str
    zh: str
    en: str
    months: tuple[int, ...]
    days: tuple[int, ...]
    hour: int
    minutes: tuple[int, int]
    members: tuple[str, ...]
    observers: tuple[str, ...] = ()
    decisions: int = 0
    requirements: int = 0
    conveyed: int = 0
    first_topic: bool = False
    mode: str = "in-person"
    group: int = 0
    """How many people without a name are there."""


ALL_YEAR = tuple(range(1, 13))
SERIES = (
    Meetings(
        "party-group",
        "dangzu",
        "党组会议",
        "Meeting of the Party Leadership Group",
        ALL_YEAR,
        (7,),
        9,
        (70, 150),
        LEADERS,
        ("bai-lu",),
        decisions=2,
        requirements=1,
        conveyed=2,
        first_topic=True,
    ),
    Meetings(
        "party-group",
        "dangzu-kuoda",
        "党组（扩大）会议",
        "Enlarged Meeting of the Party Leadership Group",
        (6, 12),
        (22,),
        14,
        (90, 150),
        LEADERS,
        HEADS,
        decisions=1,
        requirements=2,
        conveyed=2,
        first_topic=True,
    ),
    Meetings(
        "office",
        "bangong",
        "局长办公会议",
        "Director's Office Meeting",
        ALL_YEAR,
        (15,),
        15,
        (60, 130),
        LEADERS,
        HEADS,
        decisions=2,
        requirements=1,
    ),
    Meetings(
        "thematic",
        "zhuanti",
        "专题会议",
        "Thematic Meeting",
        (2, 3, 5, 7, 8, 10, 11),
        (24,),
        10,
        (40, 90),
        ("gu-changqing", "wei-ran"),
        ("meng-dahai", "jiang-heng"),
        requirements=2,
    ),
    Meetings(
        "central-group-study",
        "zhongxinzu",
        "理论学习中心组学习会",
        "Study Session of the Theory Study Group",
        (3, 6, 9, 11),
        (17,),
        9,
        (120, 180),
        LEADERS,
        ("bai-lu",),
        conveyed=2,
    ),
    Meetings(
        "branch-assembly",
        "dangyuan-dahui",
        "支部党员大会",
        "General Meeting of the Party Branch",
        (3, 6, 9, 12),
        (28,),
        16,
        (50, 80),
        ("bai-lu", "jiang-heng", "shen-qiu", "meng-dahai", CLERK),
        conveyed=1,
    ),
    Meetings(
        "branch-committee",
        "zhiwei",
        "支部委员会会议",
        "Meeting of the Party Branch Committee",
        (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12),
        (20,),
        16,
        (30, 50),
        ("bai-lu", "shen-qiu", "meng-dahai"),
    ),
    Meetings(
        "party-lecture",
        "dangke",
        "专题党课",
        "Party Lecture",
        (4, 7, 10),
        (26,),
        15,
        (60, 90),
        ("bai-lu", "jiang-heng", "shen-qiu", "meng-dahai", CLERK),
        ("qin-huai",),
    ),
    Meetings(
        "mobilisation",
        "dongyuan",
        "安全生产月动员部署会",
        "Launch of the Safety Month",
        (5,),
        (30,),
        9,
        (60, 80),
        LEADERS,
        HEADS,
        requirements=1,
        group=45,
    ),
    Meetings(
        "video-conference",
        "shipin",
        "全县建筑工地防汛视频会议",
        "Teleconference on Flood Control at Sites",
        (4, 6, 7),
        (12,),
        15,
        (40, 60),
        ("wei-ran", "meng-dahai"),
        requirements=1,
        conveyed=1,
        mode="video",
        group=60,
    ),
)
IN_YEAR_BEFORE = frozenset(("dongyuan", "dangzu-kuoda"))
"""Series that began this year."""
