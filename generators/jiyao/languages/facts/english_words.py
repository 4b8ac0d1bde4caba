"""The English words round numbers: bounds, units, labels. A new word is a word in a list here."""

from __future__ import annotations

from fractions import Fraction

from jiyao.languages.facts.readers import phrases
from jiyao.languages.facts.values import Bound, DayPart, Part, Unit

BEFORE = {
    **dict.fromkeys(
        phrases("at least|no fewer than|no less than|not fewer than|not less than|a minimum of|as many as"), Bound.FROM
    ),
    **dict.fromkeys(
        phrases("more than|over|in excess of|upwards of|above|exceeding|exceed|exceeds|exceeded|surpassing|surpassed"
                 "|higher than|greater than|well over|well above|slightly more than|just over"
                 "|a little over|slightly over"),
        Bound.OVER,
    ),
    **dict.fromkeys(phrases("about|around|some|approximately|roughly|an estimated"), Bound.ABOUT),
    **dict.fromkeys(phrases("nearly|almost|close to|approaching|just under"), Bound.NEARLY),
    **dict.fromkeys(phrases("fewer than|less than|under|below|lower than"), Bound.UNDER),
    **dict.fromkeys(
        phrases("up to|at most|no more than|not more than|not exceeding|not exceed|a maximum of|within|no higher than"
                 "|no later than|no longer than"),
        Bound.UP_TO,
    ),
}  # fmt: skip
AFTER = {
    **dict.fromkeys(
        phrases("or more|or above|and above|or over|and over|or higher|and more|or longer"), Bound.FROM_OR_OVER
    ),
    **dict.fromkeys(phrases("or less|or fewer|or below|and below|or under|or lower|or shorter"), Bound.UP_TO_OR_UNDER),
    "or so": Bound.ABOUT,
}
"""They may stand behind the unit or before it: 30 or more people, 30 people or more."""

DAY, WEEK, YEAR = 24 * 60, 7 * 24 * 60, 12
UNITS: dict[str, tuple[Unit, Fraction]] = {
    word: (unit, Fraction(factor))
    for words, unit, factor in (
        ("%|percent|per cent|pct", Unit.SHARE, "1/100"),
        ("percentage point|percentage points|percent points|pp", Unit.POINTS, 1),
        ("basis point|basis points", Unit.POINTS, "1/100"),
        ("fold", Unit.TIMES, 1),
        ("time|times", Unit.OCCASIONS, 1),
        ("minute|minutes|min", Unit.MINUTES, 1),
        ("hour|hours", Unit.MINUTES, 60),
        ("working day|working days|workday|workdays|business day|business days", Unit.WORKING_DAYS, 1),
        ("day|days|calendar days", Unit.MINUTES, DAY),
        ("week|weeks", Unit.MINUTES, WEEK),
        ("month|months", Unit.MONTHS, 1),
        ("quarters", Unit.MONTHS, 3),
        ("year|years", Unit.MONTHS, YEAR),
        ("km|kilometer|kilometers|kilometre|kilometres", Unit.METRES, 1000),
        ("m|meter|meters|metre|metres", Unit.METRES, 1),
        ("cm|centimeters|centimetres", Unit.METRES, "1/100"),
        ("mm|millimeters|millimetres", Unit.METRES, "1/1000"),
        ("sq m|square meter|square meters|square metre|square metres", Unit.SQUARE_METRES, 1),
        ("sq km|square kilometer|square kilometers|square kilometre|square kilometres", Unit.SQUARE_METRES, 10**6),
        ("hectare|hectares", Unit.SQUARE_METRES, 10**4),
        ("cubic meters|cubic metres", Unit.CUBIC_METRES, 1),
        ("mu", Unit.MU, 1),
        ("jin", Unit.GRAMS, 500),
        ("tonne|tonnes|metric ton|metric tons|ton|tons", Unit.GRAMS, 10**6),
        ("kg|kilogram|kilograms|kilos", Unit.GRAMS, 1000),
        ("gram|grams", Unit.GRAMS, 1),
        ("kw|kilowatt|kilowatts", Unit.KILOWATTS, 1),
        ("mw|megawatt|megawatts", Unit.KILOWATTS, 1000),
        ("kwh|kilowatt-hour|kilowatt-hours", Unit.KILOWATT_HOURS, 1),
        ("yuan|rmb|cny|yuan rmb|renminbi", Unit.CNY, 1),
        ("us dollar|us dollars|u.s. dollars|u.s. dollar|dollar|dollars|usd", Unit.USD, 1),
        ("euro|euros", Unit.EUR, 1),
        ("hong kong dollars|hk dollars", Unit.HKD, 1),
        ("yen|japanese yen", Unit.JPY, 1),
        ("pounds|british pounds|pounds sterling", Unit.GBP, 1),
    )
    for word in phrases(words)
}
SIGNS = {
    **dict.fromkeys(phrases("rmb|cny|¥|￥"), Unit.CNY),
    **dict.fromkeys(phrases("us$|$|usd"), Unit.USD),
    "hk$": Unit.HKD,
    **dict.fromkeys(phrases("€|eur"), Unit.EUR),
    **dict.fromkeys(phrases("£|gbp"), Unit.GBP),
}
LABELS = phrases(
    "no|nos|number|issue|article|item|section|chapter|part|phase|batch|grade|level|building|line|group|team|appendix|annex|"
    "attachment|volume|class|step|table|figure|clause|paragraph|decree|order|room|block|gate|round|point|session|topic"
)
"""Before a figure, they make it a place in a row: Article 12, Building 3."""

FOLDS = {
    **dict.fromkeys(phrases("doubled|doubling|twofold|double"), 2),
    **dict.fromkeys(phrases("tripled|tripling|triple|threefold"), 3),
    **dict.fromkeys(phrases("quadrupled|quadrupling|quadruple|fourfold"), 4),
    "fivefold": 5,
    "tenfold": 10,
}
FRACTIONS = {
    **dict.fromkeys(phrases("half|halves"), 2),
    **dict.fromkeys(phrases("third|thirds"), 3),
    **dict.fromkeys(phrases("quarter|quarters|fourth|fourths"), 4),
    **dict.fromkeys(phrases("fifth|fifths"), 5),
    **dict.fromkeys(phrases("sixth|sixths"), 6),
    **dict.fromkeys(phrases("eighth|eighths"), 8),
    **dict.fromkeys(phrases("tenth|tenths"), 10),
}
MONTHS = (
    phrases("january|february|march|april|may|june|july|august|september|october|november|december"),
    phrases("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"),
)
WEEKDAYS = phrases("monday|tuesday|wednesday|thursday|friday|saturday|sunday")
PARTS = {
    **dict.fromkeys(
        phrases("early|the beginning of|beginning of|the start of|start of|the first ten days of"), Part.EARLY
    ),
    **dict.fromkeys(phrases("mid|the middle of|middle of|the second ten days of"), Part.MIDDLE),
    **dict.fromkeys(phrases("late|the last ten days of"), Part.LATE),
    **dict.fromkeys(phrases("the end of|end of|end-"), Part.END),
    **{
        words: part
        for part, ways in (
            (Part.FIRST_HALF, "first half"),
            (Part.SECOND_HALF, "second half"),
            (Part.SECOND_HALF, "latter half"),
            (Part.QUARTER_1, "first quarter"),
            (Part.QUARTER_2, "second quarter"),
            (Part.QUARTER_3, "third quarter"),
            (Part.QUARTER_4, "fourth quarter"),
        )
        for words in (f"{ways} of", f"the {ways} of", ways, f"the {ways}", ways.replace(" ", "-"))
    },
    **dict(zip(phrases("q1|q2|q3|q4|h1|h2"), (
        Part.QUARTER_1, Part.QUARTER_2, Part.QUARTER_3, Part.QUARTER_4, Part.FIRST_HALF, Part.SECOND_HALF
    ), strict=True)),
}  # fmt: skip
PARTS_OF_DAY = {
    "early morning": DayPart.DAWN,
    "small hours": DayPart.DAWN,
    "early hours": DayPart.DAWN,
    "morning": DayPart.MORNING,
    "noon": DayPart.NOON,
    "midday": DayPart.NOON,
    "afternoon": DayPart.AFTERNOON,
    "evening": DayPart.EVENING,
}
RELATIVE = {
    f"{word} {unit}": (unit, offset)
    for unit in ("year", "quarter", "month", "week")
    for word, offset in (
        ("this", 0),
        ("the current", 0),
        ("last", -1),
        ("the previous", -1),
        ("next", 1),
        ("the coming", 1),
    )
} | {"today": ("day", 0), "yesterday": ("day", -1), "tomorrow": ("day", 1)}
