"""What a pair of texts is told, one fault at a time."""

from __future__ import annotations

import pytest

from good_pairs import KNOWN
from jiyao.languages.facts.values import Day, Fact, When
from jiyao.languages.text import Text
from jiyao.review.checks.known import Known
from jiyao.review.checks.pairs import check_pair


def said(zh: str, en: str, known: Known = KNOWN) -> list[str]:
    return [f"{each.code} {each.message}" for each in check_pair(Text(zh, en), known)]


@pytest.mark.parametrize(
    ("zh", "en", "problem"),
    [
        ("共有二十人参加。", "Twelve people took part.", "B101 the Chinese says 二十人, the English says Twelve"),
        (
            "请于3月7日前报送。",
            "Please report by July 3.",
            "B101 the Chinese says 3月7日前, the English says by July 3",
        ),
        ("投入两亿三千万元。", "2.3 billion yuan was invested.", "B101 the Chinese says 两亿三千万元"),
        ("2023年3月6日（星期二）", "Tuesday, March 6, 2023", "B104 March 6, 2023 is not a Tuesday"),
        ("陈立新汇报了情况。", "Lixin Chen reported.", "B111 陈立新 is Chen Lixin in the record"),
        ("局长讲话。", "The deputy director spoke.", "B113 局长 is Director in the record"),
        ("市水利局汇报。", "The Municipal Finance Bureau reported.", "B114 市水利局 is Municipal Water"),
        ("要压实主体责任。", "We must compact our main responsibilities.", "B142 “compact our main responsibilities”"),
        ("不得迟报。", "Reports may be late.", "B124 “不得” is not in the English"),
        ("会议结束。", "The 会议 ended.", "B121 Chinese is left in the English: 会议"),
        ("会议结束。", "会议结束。", "B151 the English is the Chinese text"),
        ("会议（扩大）结束。", "The (enlarged meeting ended.", "B132 `(` does not close"),
    ],
)
def test_a_fault_is_named(zh: str, en: str, problem: str) -> None:
    assert any(each.startswith(problem) for each in said(zh, en))


def test_the_record_says_which_side_is_wrong() -> None:
    held = Known(facts=(Fact(When(Day(2023, 3, 6)), 0, 0, ""),))
    (problem,) = check_pair(Text("会议于2023年3月6日召开。", "The meeting was held on March 7, 2023."), held)
    assert str(problem.hint) == "the record says what the Chinese says: the English is wrong"
    (problem,) = check_pair(Text("会议于2023年3月7日召开。", "The meeting was held on March 6, 2023."), held)
    assert str(problem.hint) == "the record says what the English says: the Chinese is wrong"


def test_a_text_in_one_language_is_not_looked_at() -> None:
    assert not said("共有二十人参加。", "")
    assert not said("", "Twelve people took part.")
