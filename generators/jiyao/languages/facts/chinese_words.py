"""The Chinese words round numbers: bounds, units, measure words. A new word is a word in a list here."""

from __future__ import annotations

from fractions import Fraction

from jiyao.languages.facts.readers import phrases
from jiyao.languages.facts.values import Bound, DayPart, Unit

BEFORE = {
    **dict.fromkeys(phrases("不少于|不低于|不小于|不得少于|不得低于|至少|最少|最低|起码"), Bound.FROM),
    **dict.fromkeys(phrases("超过|超出|多于|高于|大于|突破|逾|超"), Bound.OVER),
    **dict.fromkeys(phrases("约|大约|大概|约为|大致"), Bound.ABOUT),
    **dict.fromkeys(phrases("近|将近|接近"), Bound.NEARLY),
    **dict.fromkeys(phrases("不足|不到|少于|低于|小于|不满"), Bound.UNDER),
    **dict.fromkeys(phrases("不超过|不多于|不高于|不大于|不得超过|不得多于|不得高于|最多|至多|最高"), Bound.UP_TO),
    "上": Bound.FROM,
}
AFTER = {
    **dict.fromkeys(phrases("以上|及以上|含以上|（含）以上|(含)以上"), Bound.FROM_OR_OVER),
    **dict.fromkeys(phrases("以下|及以下|含以下"), Bound.UP_TO_OR_UNDER),
    "强": Bound.OVER,
    "以内": Bound.UP_TO,
    "之内": Bound.UP_TO,
    "内": Bound.UP_TO,
    "左右": Bound.ABOUT,
    "上下": Bound.ABOUT,
}
PLUS = {"余": Bound.OVER, "多": Bound.OVER, "几": Bound.OVER, "来": Bound.ABOUT, "有余": Bound.OVER}

DAY, WEEK, YEAR = 24 * 60, 7 * 24 * 60, 12
UNITS: dict[str, tuple[Unit, Fraction]] = {
    words: (unit, Fraction(factor))
    for words, unit, factor in (
        ("%", Unit.SHARE, "1/100"),
        ("‰", Unit.SHARE, "1/1000"),
        ("成", Unit.SHARE, "1/10"),
        ("个百分点", Unit.POINTS, 1),
        ("百分点", Unit.POINTS, 1),
        ("个基点", Unit.POINTS, "1/100"),
        ("倍", Unit.TIMES, 1),
        ("分钟", Unit.MINUTES, 1),
        ("小时", Unit.MINUTES, 60),
        ("个小时", Unit.MINUTES, 60),
        ("学时", Unit.MINUTES, 60),
        ("个学时", Unit.MINUTES, 60),
        ("个工作日", Unit.WORKING_DAYS, 1),
        ("工作日", Unit.WORKING_DAYS, 1),
        ("天", Unit.MINUTES, DAY),
        ("日", Unit.MINUTES, DAY),
        ("周", Unit.MINUTES, WEEK),
        ("个星期", Unit.MINUTES, WEEK),
        ("星期", Unit.MINUTES, WEEK),
        ("个月", Unit.MONTHS, 1),
        ("月", Unit.MONTHS, 1),
        ("个季度", Unit.MONTHS, 3),
        ("年", Unit.MONTHS, YEAR),
        ("公里", Unit.METRES, 1000),
        ("千米", Unit.METRES, 1000),
        ("米", Unit.METRES, 1),
        ("厘米", Unit.METRES, "1/100"),
        ("毫米", Unit.METRES, "1/1000"),
        ("平方米", Unit.SQUARE_METRES, 1),
        ("平方公里", Unit.SQUARE_METRES, 10**6),
        ("公顷", Unit.SQUARE_METRES, 10**4),
        ("立方米", Unit.CUBIC_METRES, 1),
        ("亩", Unit.MU, 1),
        ("吨", Unit.GRAMS, 10**6),
        ("公斤", Unit.GRAMS, 1000),
        ("千克", Unit.GRAMS, 1000),
        ("斤", Unit.GRAMS, 500),
        ("克", Unit.GRAMS, 1),
        ("千瓦", Unit.KILOWATTS, 1),
        ("兆瓦", Unit.KILOWATTS, 1000),
        ("千瓦时", Unit.KILOWATT_HOURS, 1),
        ("元", Unit.CNY, 1),
        ("元人民币", Unit.CNY, 1),
        ("美元", Unit.USD, 1),
        ("欧元", Unit.EUR, 1),
        ("港元", Unit.HKD, 1),
        ("港币", Unit.HKD, 1),
        ("日元", Unit.JPY, 1),
        ("英镑", Unit.GBP, 1),
    )
}
SIGNS = {"人民币": Unit.CNY, "¥": Unit.CNY, "￥": Unit.CNY, "US$": Unit.USD, "$": Unit.USD, "€": Unit.EUR}

MEASURES = phrases(
    "方面|人次|周岁|岁|孔|个|名|人|位|家|项|次|件|起|条|份|场|期|台|辆|部|套|处|座|所|间|户|篇|幅|册|本|张|页|字|门|类|种|轮|"
    "届|支|队|组|层|栋|幢|宗|笔|款|章|节|段|大|只|头|棵|株|艘|架|枚|对|双|株|路|点|校|村|镇|县|市|省|国|地|区|例|桩|"
    "分|科室|部门|单位"
)
"""Behind one of these, a numeral of one character is a number: 三名, 三项."""

ONE_OF = frozenset(phrases("名|人|位|家|项|次|件|起|条|份|场|期|台|辆|户|篇|例"))
"""一 before another measure word is no more than an article: 一个, 一种."""

NOT_BEHIND_UNIT = {
    "成": "(?!员|果|立|为|就|本|绩|效|功|交|长|熟|分|因|群|都)",
    "倍": "(?!增|受|感)",
    "年": "(?!级|轻|代|均)",
    "周": "(?!年|到|边|密|岁)",
    "日": "(?!均|常|益|程|报)",
    "月": "(?!均|度)",
    "天": "(?!然|气|津|地)",
    "米": "(?!饭|粉)",
    "克": "(?!服|难)",
    "元": "(?!旦|素|首|化|件)",
    "人": "(?!民)",
}
"""What a unit must not be the beginning of: 三成员单位 has three members, no thirty percent."""

PARTS_OF_DAY = {
    "凌晨": DayPart.DAWN,
    **dict.fromkeys(phrases("清晨|早上|早晨|上午"), DayPart.MORNING),
    **dict.fromkeys(phrases("中午|午间"), DayPart.NOON),
    **dict.fromkeys(phrases("下午|午后"), DayPart.AFTERNOON),
    **dict.fromkeys(phrases("傍晚|晚上|晚间|当晚"), DayPart.EVENING),
}
RELATIVE = {
    "今年": ("year", 0),
    "本年": ("year", 0),
    "去年": ("year", -1),
    **dict.fromkeys(phrases("上年|上一年|上一年度|上年度"), ("year", -1)),
    **dict.fromkeys(phrases("上季度|上一季度|上个季度"), ("quarter", -1)),
    "明年": ("year", 1),
    "来年": ("year", 1),
    "本月": ("month", 0),
    "上月": ("month", -1),
    "上个月": ("month", -1),
    "下月": ("month", 1),
    "下个月": ("month", 1),
    "本周": ("week", 0),
    "上周": ("week", -1),
    "下周": ("week", 1),
    "今天": ("day", 0),
    "今日": ("day", 0),
    "昨天": ("day", -1),
    "昨日": ("day", -1),
    "明天": ("day", 1),
    "明日": ("day", 1),
}
RECENTLY = phrases("近日|日前|最近|前不久|不久前")
