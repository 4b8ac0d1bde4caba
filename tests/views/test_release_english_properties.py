"""What holds for every English release, whatever a record says and leaves unsaid."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from english import part_of, story_of
from jiyao.records.choices import Act, AttendAs, Choice, ConveyAct, Form, Frame, Mode, Result, Verb
from jiyao.records.kinds import built_in_kinds
from jiyao.views.fragments import Paragraph
from jiyao.views.release.english import ENGLISH
from strategies import Fields, Value, texts_of, yaml_of

OFFICE = """
name: {zh: 市局, en: Shili Municipal Bureau}
organisations:
  - {id: aw, name: {zh: 安委会, en: Safety Committee of Shili Province}, short: {zh: 安委, en: the Safety Committee}}
people:
  - {id: lu, name: {zh: 陆远}, posts: {zh: 主任, en: Director of the Office}}
"""
CLAUSES = (
    "duties must be clear",
    "the draft is workable",
    "All departments report",
    "to check the sites",
    "all departments to check the sites",
    "check the sites",
    "making checks",
    "Work is safe. It stays so",
    "“Safety first.” That is all",
    "Measures for Shelters (Draft)",
    "Why? It rained",
    "No. 9 was read",
    "The meeting noted that all is well",
    "sites, rooms and halls",
    "a plan",
)
NOUNS = (
    "Work Plan",
    "the spring campaign",
    "guiding principles of the conference",
    "2023 Annual Meeting",
    "an exchange",
)
NAMES = ("陆远", "陆志远", "欧阳文博", "李建安", "阿依努尔·沙比提")

CLAUSE = st.builds(str.__add__, st.sampled_from(CLAUSES), st.sampled_from(["", ".", ":", "!", "…", " ", ".”"]))
ENGLISH_ONLY = st.sampled_from(NOUNS).map(lambda en: {"en": en})
TEXT: st.SearchStrategy[Value] = st.one_of(
    CLAUSE.map(lambda en: {"zh": "要抓落实。", "en": en}), CLAUSE.map(lambda en: {"en": en}), st.just("要抓落实。")
)
NOUN: st.SearchStrategy[Value] = st.one_of(
    ENGLISH_ONLY, st.sampled_from(NOUNS).map(lambda en: {"zh": "《甲》", "en": en}), st.just("甲")
)
BODY: st.SearchStrategy[Value] = st.one_of(st.just("aw"), st.just({"zh": "乙", "en": "Water Bureau"}), st.just("丙"))
POST: st.SearchStrategy[Value] = st.sampled_from(
    ["局长", {"zh": "局长", "en": "Director"}, {"en": "Member of the Party Group"}]
)


def fields(
    given: dict[str, st.SearchStrategy[Value]], **optional: st.SearchStrategy[Value]
) -> st.SearchStrategy[Fields]:
    return st.fixed_dictionaries(given, optional=optional)


def some(values: st.SearchStrategy[Value], most: int = 5) -> st.SearchStrategy[Value]:
    return st.lists(values, max_size=most)


def choice(values: type[Choice]) -> st.SearchStrategy[Value]:
    return st.sampled_from([each.value for each in values])


PERSON: st.SearchStrategy[Value] = st.one_of(
    st.just("lu"),
    fields({"name": st.sampled_from(NAMES).map(lambda zh: {"zh": zh})}, posts=some(POST, 2)),
    fields({"name": st.sampled_from(["John Smith", "Aynur", "Li Ming"]).map(lambda en: {"en": en})}),
)
STATEMENT = fields({"text": TEXT}, verb=choice(Verb), by=PERSON, frame=choice(Frame), items=some(TEXT, 3))
DECISION = fields({"text": TEXT}, result=choice(Result), conditions=TEXT)
CONVEYED = fields(
    {"title": NOUN},
    form=choice(Form),
    act=choice(ConveyAct),
    issuer=BODY,
    number=st.sampled_from(["省安委〔2023〕9号", "Doc 7", "市政府令第12号", "无号"]),
    date=st.just("2023-06-02"),
    by=some(PERSON, 2),
)
SHARED = {"attend_as": choice(AttendAs), "acts": some(choice(Act), 2)}
ATTENDEE: st.SearchStrategy[Value] = st.one_of(
    fields({"person": PERSON}, on_behalf_of=PERSON, **SHARED),
    fields({"group": NOUN}, count=st.sampled_from(["12", "30余人", "5", "1"]), **SHARED),
)
MATTERS = {
    "conveyed": some(CONVEYED),
    "statements": some(STATEMENT, 3),
    "requirements": some(STATEMENT),
    "decisions": some(DECISION, 3),
}
RECORD = fields(
    {"title": NOUN},
    kind=st.sampled_from([each.key for each in built_in_kinds()]),
    series=fields(
        {},
        term=st.sampled_from(["一届", {"en": "First"}, {"en": "the second term"}]),
        number=st.sampled_from(["5", "61"]),
        year=st.just("2023"),
        enlarged=st.sampled_from(["true", "false"]),
        together_with=NOUN,
    ),
    hosts=some(st.one_of(BODY, fields({"organisation": BODY}, part=st.sampled_from(["organiser", "co-organiser"]))), 3),
    held=st.one_of(
        st.sampled_from(["2023-03-06", "2023-03-06 15:00", "2023年3月6日上午", "2023-03-06 至 2023-04-02"]),
        st.sampled_from([{"shown": "近日"}, {"shown": {"en": "in early March"}}]),
    ),
    place=some(NOUN, 2),
    venues=some(fields({"name": NOUN}, type=st.sampled_from(["main", "branch"])), 2),
    mode=choice(Mode),
    purpose=TEXT,
    basis=some(BODY, 2),
    chair=PERSON,
    attendees=some(ATTENDEE),
    agenda=some(fields({}, title=NOUN, reporter=some(PERSON, 2), **MATTERS), 2),
    publication=fields(
        {}, date=st.just("2023-03-07"), dateline=st.just({"place": {"en": "Beijing"}, "agency": {"en": "Xinhua"}})
    ),
    **MATTERS,
)
STYLE = st.sampled_from(["spp", "xinhua", "chinadaily"])

OPENS = re.compile(r"[A-Z“\d]")
CLOSES = re.compile(r"[.!?:…][”\")]*$")
CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
BAD = (
    "None",
    "  ",
    " ,",
    " .",
    ",,",
    "..",
    ",.",
    ";.",
    ";,",
    ",;",
    "..",
    "()",
    "“”",
    ", ,",
    ":,",
    "the the ",
    "the a ",
    "a the ",
)


def told(record: Fields, style: str) -> tuple[Paragraph, ...]:
    return ENGLISH.body(story_of(yaml_of(record), OFFICE, style))


@given(RECORD, STYLE)
def test_every_paragraph_is_whole_and_clean(record: Fields, style: str) -> None:
    for paragraph in told(record, style):
        text = paragraph.text
        assert OPENS.match(text), text
        assert CLOSES.search(text), text
        assert not CHINESE.search(text), text
        assert [bad for bad in BAD if bad in text] == [], text


@given(RECORD, STYLE)
def test_the_lead_comes_first_and_the_parts_keep_the_order_of_the_story(record: Fields, style: str) -> None:
    told_story = story_of(yaml_of(record), OFFICE, style)
    order = {part.name: number for number, part in enumerate(told_story.parts)}
    numbers = [order[paragraph.part] for paragraph in ENGLISH.body(told_story)]
    assert numbers[:1] == [0]
    assert numbers == sorted(numbers)


@given(RECORD, STYLE)
def test_every_english_text_of_what_was_said_and_resolved_arrives_at_its_place(record: Fields, style: str) -> None:
    bound: dict[str, str] = {}
    for run in (run for paragraph in told(record, style) for run in paragraph.runs if run.source):
        bound[run.source] = bound.get(run.source, "") + run.text
    printed = sorted(letters(text) for text in bound.values())
    spoken = [each for each in record.get("statements", []) if "by" not in each]
    for matter in (*texts_of(spoken, "text"), *texts_of(record.get("decisions", []), "text")):
        english = letters(matter)
        assert CHINESE.search(matter) or english in printed, (matter, printed)


def letters(text: str) -> str:
    """A text without its marks, blanks and capitals, which a sentence may change."""
    return re.sub(r"\W", "", text).casefold()


@given(RECORD, STYLE)
def test_nobody_is_said_to_have_required_anything(record: Fields, style: str) -> None:
    assert "required " not in " ".join(
        paragraph.text for paragraph in told(record, style) if not paragraph.part.endswith("lead")
    )


@given(st.lists(ATTENDEE, max_size=12), STYLE)
def test_sentences_that_the_program_divides_stay_short(attendees: list[Value], style: str) -> None:
    for text in part_of("attendance", yaml_of({"attendees": attendees}), OFFICE, style):
        assert max(len(each.split()) for each in text.split(". ")) <= 45
