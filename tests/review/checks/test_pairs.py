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


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("一名13岁的学生获得金奖。", "A 13-year-old student won the gold prize."),
        ("申请人年龄不得超过35周岁。", "Applicants must be no more than 35 years of age."),
        ("上半年共受理来信62件。", "A total of 62 letters were accepted in the six-month period."),
        ("1—6月共受理来信62件。", "A total of 62 letters were accepted in the first half of the year."),
        ("2024年前三季度经济运行情况通报", "Briefing on Economic Performance in the First Three Quarters of 2024"),
        ("采暖期比去年同期增加5天。", "The heating season had five more days than in the same period last year."),
        ("营业收入连续六个季度增长。", "Operating revenue has grown for six consecutive quarters."),
        ("对生育二孩、三孩的家庭给予补贴。", "Families having two or three children will receive subsidies."),
        ("项目今年底竣工。", "The project will be completed by the end of this year."),
        ("年初要定好计划。", "Plans must be settled as the year begins."),
        ("用电量首次突破百亿千瓦时大关。", "Consumption passed the 10 billion kilowatt-hour mark for the first time."),
        ("同意9票、不同意2票。", "There were nine votes in favor and two against."),
        ("每次会议不得超过90分钟。", "No meeting may run longer than 90 minutes."),
        ("费率最低不得低于5%。", "The rate may not be lower than 5 percent."),
        ("限速由每小时60公里降为50公里。", "The speed limit is lowered from 60 kilometers per hour to 50."),
        ("较去年同期下降11.4%。", "This was 11.4 percent less than a year earlier."),
        ("近三成毕业生到县里任教。", "Nearly three in ten graduates teach in the counties."),
        ("自2024—2025学年起执行。", "It takes effect from the 2024–25 academic year."),
        ("年内再建5座。", "Another five will be built before the end of the year."),
        ("市第二人民医院召开会议。", "The Municipal No. 2 People’s Hospital held a meeting."),
        ("费用由2至6层住户分摊。", "The cost is shared by households on the second to sixth floors."),
        ("师生比为1∶12.4。", "The teacher–student ratio is 1:12.4."),
        ("年过八旬的艺人到场。", "The artist, now over 80, was present."),
        ("已签约199户。", "Agreements have been signed with 199 households."),
        ("申报不实的，列入名单。", "Anyone who makes a false declaration is put on the list."),
        ("逾期未完工的，予以通报。", "Any project that misses the deadline will be named in a circular."),
        ("宁可慢一点，也不能带病运行。", "Better to be slower than to keep running with a fault."),
    ],
)
def test_a_free_translation_is_silent(zh: str, en: str) -> None:
    assert said(zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en", "code"),
    [
        ("整改限期3个月。", "Rectification must be finished within three weeks.", "B102"),
        ("工期为10天。", "The work takes 10 hours.", "B101"),
        ("第二季度完成投资三成。", "Some 30 percent was invested in the third quarter.", "B101"),
        ("任期由3年延长至5年。", "The term is extended from three years to four.", "B102"),
        ("噪声不得超过55分贝。", "Noise may exceed 55 decibels.", "B101"),
        ("楼道内不得堆放杂物。限期清理。", "Clutter may be left in corridors. It must not stay for long.", "B124"),
        (
            "各科要按期完成。未完成的，不予通过。",
            "Divisions must not finish in time. The others will not pass.",
            "B125",
        ),
        ("馆长费书宁主持。", "Mayor Fei Shuning presided.", "B118"),
        ("未经批准的，不得开工。", "Work may begin without approval.", "B124"),
        ("各县耕地保有量不低于62万亩。", "Each county must not retain less than at least 620,000 mu.", "B125"),
        ("副市长李明、处长赵卫东出席。", "Vice-Mayor Li Ming and Deputy Director Zhao Weidong attended.", "B116"),
    ],
)
def test_what_is_near_to_a_free_translation_and_wrong_is_found(zh: str, en: str, code: str) -> None:
    assert code in {each.split()[0] for each in said(zh, en)}


def test_the_record_says_which_side_is_wrong() -> None:
    held = Known(facts=(Fact(When(Day(2023, 3, 6)), 0, 0, ""),))
    (problem,) = check_pair(Text("会议于2023年3月6日召开。", "The meeting was held on March 7, 2023."), held)
    assert str(problem.hint) == "the record says what the Chinese says: the English is wrong"
    (problem,) = check_pair(Text("会议于2023年3月7日召开。", "The meeting was held on March 6, 2023."), held)
    assert str(problem.hint) == "the record says what the English says: the Chinese is wrong"


def test_a_text_in_one_language_is_not_looked_at() -> None:
    assert not said("共有二十人参加。", "")
    assert not said("", "Twelve people took part.")
