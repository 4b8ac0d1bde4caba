"""Numbers in English: bounds, ranges, shares, multiples, money, measures and ordinals."""

from __future__ import annotations

import re
from fractions import Fraction

from jiyao.languages.facts.english_names import ORDINAL, ORDINAL_STARTS, TENS
from jiyao.languages.facts.english_numerals import CARDINALS, SCALES, english_number, english_ordinal
from jiyao.languages.facts.english_words import AFTER, BEFORE, FOLDS, FRACTIONS, LABELS, SIGNS, UNITS
from jiyao.languages.facts.readers import NO_FACT, Reader, any_of, phrases, reader
from jiyao.languages.facts.values import Bound, Ordinal, Quantity, Unit, Value, exactly

SCALE = "hundred|thousand|million|billion|trillion"
SMALL = rf"(?:(?:{TENS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|{any_of(CARDINALS)})"
HUNDREDS = rf"(?:(?:{SMALL}|an?) hundred(?: and {SMALL}| {SMALL})?|{SMALL}|an?(?= (?:{SCALE}|dozen)\b))"
WORDS = rf"{HUNDREDS}(?: (?:thousand|million|billion|trillion|dozen)\b(?:(?: and|,)? {HUNDREDS}(?! of))?)*"
FIGURES = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d+)?(?:[ -](?:{SCALE})\b)*"
NUMBER = rf"(?:{FIGURES}|{WORDS}\b)(?: and a half)?"
UNIT = "|".join(
    re.escape(unit).replace(r"\ ", " ") + ("" if unit == "%" else r"\b")
    for unit in sorted(UNITS, key=len, reverse=True)
)
BOUND = any_of(BEFORE)
SIGN = any_of(SIGNS)
REST = any_of(AFTER)
BEHIND = (
    rf"(?P<plus>\+(?!\w)|-plus|-odd| odd| plus(?= ))?(?: (?P<early>{REST}))?"
    rf"(?:[ -]?(?P<unit>{UNIT}))?(?: (?P<late>{REST})\b)?"
)
GLOSS = (
    rf"(?: ?\((?:about |around |approximately |some )?"
    rf"(?:(?:{SIGN}) ?{FIGURES}|{FIGURES} (?:{UNIT}))\))?"
)
"""What stands in brackets behind an amount says it again in another currency or measure."""

FIRST_OF_BOUND = [words.split()[0] for words in BEFORE]
STARTS = ["0", "a", "an", *CARDINALS]
BOUNDED = [*STARTS, *FIRST_OF_BOUND, *"$€£¥", *phrases("rmb|cny|us|usd|hk|eur|gbp")]
BEFORE_IT = rf"(?:(?P<before>{BOUND}) )?"

AMOUNT = rf"{BEFORE_IT}(?P<sign>{SIGN})? ?(?P<number>{NUMBER}){BEHIND}{GLOSS}"
SPREAD = (
    rf"(?=.{{1,40}}?(?: to | or | and |[—–-])){BEFORE_IT}(?P<between>between |from )?(?P<sign>{SIGN})? ?"
    rf"(?P<low>{NUMBER})"
    rf"(?: ?(?P<low_unit>{UNIT}))?"
    rf"(?: to | or | and |(?<=[\d%])[—–-](?=[\d$€£¥]))(?:{SIGN})?(?P<number>{NUMBER}){BEHIND}"
)
MANY = phrases("tens|dozens|scores|hundreds|thousands|millions|billions")
SEVERAL = (
    rf"(?:(?:several|a few) (?P<few>{SCALE}|dozen)"
    rf"|(?P<many>(?:{any_of(MANY)})(?: of (?:thousands|millions|billions))*))"
    rf"(?: of)?(?: (?P<unit>{UNIT}))?"
)
FRACTION = (
    rf"{BEFORE_IT}(?P<above>an?|{any_of(CARDINALS)})[ -](?P<below>{any_of(FRACTIONS)})\b(?!-?(?:party|rate|year|class)"
    r"| (?:batch|phase|time|meeting|session|hour|year|of (?:the )?(?:year|20\d\d)))"
)
HALF_UNIT = rf"{BEFORE_IT}half (?:an? |a-|-)?(?P<unit>hour|day|month|year|million|dozen)\b"
ONE_UNIT = (
    rf"{BEFORE_IT}an? (?P<unit>hour|day|week|month|year)\b(?! (?:earlier|ago|before\b))(?: and a half)?"
    rf"(?: (?P<late>{REST})\b)?"
)
AGO = (
    r"(?:more|less|fewer|higher|lower|greater|over) (?:than )?an? (?:hour|day|week|month|quarter|year)"
    r" (?:earlier|ago)\b"
)
"""11 percent less than a year earlier: no length of time."""
OUT_OF = (
    rf"{BEFORE_IT}(?P<above>{any_of(CARDINALS)}|\d) (?:in|out of) (?P<below>{any_of(CARDINALS)}|10|100)\b"
    rf"(?! (?:minutes|hours|days|weeks|months|years|quarters|phases|stages|steps|categories|areas|batches|rounds))"
)
GROWN = rf"(?:increased?|rose|grew|up) by (?P<number>{NUMBER}) times"
LABEL = (
    rf"(?:nos?\. ?|(?:{any_of(LABELS)})s? (?:no\. ?)?)(?P<number>\d+)"
    r"(?![\d.,]\d)(?! (?:percent|million|billion|people\b(?![’'])))"
)
SMALL_NUMBERS = phrases("one|two|three|four|five|six|seven|eight|nine|ten")
WORD_LABEL = rf"(?:{any_of(LABELS)}) (?P<number>{any_of(SMALL_NUMBERS)})\b(?! (?:percent|hundred))"
FRACTION_WORDS = "|".join(FRACTIONS)


def readers() -> tuple[Reader, ...]:
    """Those of numbers. A range is tried before the number that it begins with."""
    return (
        reader(["several", "a", *MANY], SEVERAL, _several),
        reader(["a"], r"a dozen or so\b", lambda _: exactly(10, bound=Bound.OVER), "dozen or so"),
        reader([*STARTS, "half", *FIRST_OF_BOUND], FRACTION, _fraction, FRACTION_WORDS),
        reader([*STARTS, *FIRST_OF_BOUND], OUT_OF, _out_of, " in | out of "),
        reader(
            ["more", "less", "fewer", "higher", "lower", "greater", "over"], AGO, lambda _: NO_FACT, " earlier| ago"
        ),
        reader(["in"], r"in (?:his|her|their) (?P<number>sixt|sevent|eight|ninet)ies\b", _decade, "ies"),
        reader(["half", *FIRST_OF_BOUND], HALF_UNIT, _half_unit, "half"),
        reader(["half", "one", *FIRST_OF_BOUND], rf"{BEFORE_IT}(?:one )?half\b(?!-)", _half, "half"),
        reader(["a", "an", *FIRST_OF_BOUND], ONE_UNIT, _one, "hour|day|week|month|year"),
        reader(["increase", "increased", "rose", "grew", "up"], GROWN, _grown, " times"),
        reader(["twice", "once"], r"twice|once(?= (?:a|every|per) )", _occasions),
        reader(FOLDS, rf"(?:{any_of(FOLDS)})\b(?!-)", lambda found: exactly(FOLDS[found[0]], Unit.TIMES)),
        reader(LABELS, LABEL, _label),
        reader(LABELS, WORD_LABEL, _label),
        reader(ORDINAL_STARTS, rf"(?<!per )(?P<number>{ORDINAL})(?! half|-rate|-best|-guess)", _ordinal),
        reader([*BOUNDED, "between", "from"], SPREAD, _range, " to | or | and |-|–|—"),
        reader(BOUNDED, AMOUNT, _quantity),
    )


def _occasions(found: re.Match[str]) -> Value:
    return exactly(2 if found[0] == "twice" else 1, Unit.OCCASIONS)


def _quantity(found: re.Match[str]) -> Value | None:
    words = found["number"]
    number = english_number(words)
    if number is None or (words == "one" and not (found["unit"] or found["before"])):
        return None
    if words[0] == "0" and words[1:].isdigit():
        return None
    return _made(found, number, number)


def _range(found: re.Match[str]) -> Value | None:
    low, high = english_number(found["low"]), english_number(found["number"])
    if low is None or high is None:
        return None
    if " and " in found[0] and not found["between"] and "and a half" not in found[0]:
        return None
    if found["low_unit"] and UNITS[found["low_unit"]] != UNITS.get(found["unit"] or ""):
        return None
    scale = _scale(found["number"]) if not _scale_words(found["low"]) else Fraction(1)
    if scale > 1 and low < high / scale:
        low *= scale
    return _made(found, low, high) if low < high else None


def _scale_words(words: str) -> list[str]:
    return [word for word in re.split(r"[ -]", words) if word in SCALES]


def _scale(words: str) -> Fraction:
    factor = Fraction(1)
    for word in _scale_words(words):
        factor *= SCALES[word]
    return factor


def _made(found: re.Match[str], low: Fraction, high: Fraction) -> Quantity:
    unit, factor = UNITS.get((found["unit"] or ""), (Unit.COUNT, Fraction(1)))
    if found["sign"]:
        unit = SIGNS[found["sign"]]
    if factor != 1:
        low, high = low * factor, high * factor
    return Quantity(low, high, unit, _bound(found, unit))


def _bound(found: re.Match[str], unit: Unit) -> Bound:
    before = found["before"] or ""
    if before == "over" and unit in {Unit.MINUTES, Unit.MONTHS}:
        return Bound.DURING_OR_OVER
    plus = Bound.OVER if found["plus"] else None
    stated = (BEFORE.get(before), plus, AFTER.get(found["early"] or found["late"] or ""))
    return next((bound for bound in stated if bound), Bound.EXACT)


def _before(found: re.Match[str]) -> Bound:
    return BEFORE.get((found["before"] or ""), Bound.EXACT)


def _fraction(found: re.Match[str]) -> Value | None:
    above = english_number(found["above"]) or Fraction(1)
    below = FRACTIONS[found["below"]]
    if above > 1 and not found["below"].endswith("s"):
        return None
    if found["above"] in {"a", "an"} and not found.string[found.end() :].startswith(" of "):
        return None
    return exactly(above / below, Unit.SHARE, _before(found))


def _out_of(found: re.Match[str]) -> Value | None:
    """Three in ten: 30 percent."""
    above, below = english_number(found["above"]), english_number(found["below"])
    return exactly(above / below, Unit.SHARE, _before(found)) if above and below and above < below else None


def _decade(found: re.Match[str]) -> Value:
    """In her eighties: 八旬."""
    return exactly(english_number(found["number"] + "y") or 0)


def _half(found: re.Match[str]) -> Value:
    return exactly(Fraction(1, 2), Unit.SHARE, _before(found))


def _half_unit(found: re.Match[str]) -> Value:
    word = found["unit"]
    unit, factor = UNITS.get(word, (Unit.COUNT, Fraction(SCALES.get(word, 1))))
    return exactly(factor / 2, unit, _before(found))


def _one(found: re.Match[str]) -> Value:
    unit, factor = UNITS[found["unit"]]
    late = AFTER.get(found["late"] or "")
    return exactly(factor * (Fraction(3, 2) if "and a half" in found[0] else 1), unit, late or _before(found))


def _grown(found: re.Match[str]) -> Value | None:
    """Increased by two times: three times as much as before."""
    number = english_number(found["number"])
    return None if number is None else exactly(number + 1, Unit.TIMES)


def _label(found: re.Match[str]) -> Value | None:
    number = english_number(found["number"])
    return None if number is None else Ordinal(int(number))


def _ordinal(found: re.Match[str]) -> Value | None:
    number = english_ordinal(found["number"])
    return None if number is None else Ordinal(number)


def _several(found: re.Match[str]) -> Value:
    words = (found["few"] or found["many"]).split(" of ")
    number = Fraction(1)
    for word in words:
        number *= {"tens": 10, "dozens": 10, "dozen": 10, "scores": 10}.get(word, SCALES.get(word.rstrip("s"), 1))
    unit, factor = UNITS.get((found["unit"] or ""), (Unit.COUNT, Fraction(1)))
    return exactly(number * factor, unit, Bound.SEVERAL)
