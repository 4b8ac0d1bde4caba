"""The table of terms: what it says, what is wrong with it, and that nothing in it is lost when a term is added."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiyao.review.terms.exchange import glossary, read_glossary, read_tbx, tbx
from jiyao.review.terms.table import Entry, TermStatus, TermTable, read_terms, with_terms
from wording import office_of

TABLE = """中文,英文,状态,禁用,适用单位,备注,我们的列
党组,Party Leadership Group|Leadership Group,本单位,Party Group,,写全称,1
党组,Leading Party Members Group,house,,示例市检察院,,2
抓手,,house,grip|handle,,,3
会议精神,guiding principles,observed,,,,4
"""


def table(text: str) -> TermTable:
    return read_terms(text.encode(), "terms.csv")


def codes(text: str) -> list[tuple[str, int]]:
    return [(each.code, each.place.line) for each in table(text).problems]


def test_columns_are_known_by_chinese_and_english_names() -> None:
    first, own, grip, spirit = table(TABLE).entries
    assert first == Entry(
        "党组", ("Party Leadership Group", "Leadership Group"), forbidden=("Party Group",), note="写全称"
    )
    assert (own.office, grip.forbidden, spirit.status) == ("示例市检察院", ("grip", "handle"), TermStatus.OBSERVED)


def test_an_office_has_its_own_rendering_before_that_of_all() -> None:
    of_all = table(TABLE).of(office_of("name: 别的单位\n"))
    of_one = table(TABLE).of(office_of("name: {zh: 示例市人民检察院}\nshort: {zh: 示例市检察院}\n"))
    assert [each.english[0] for each in of_all if each.zh == "党组"] == ["Party Leadership Group"]
    assert [each.english[0] for each in of_one if each.zh == "党组"] == ["Leading Party Members Group"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a,b\n1,2\n", [("B161", 1)]),
        ("zh,en\n,branch\n支部,\n", [("B162", 2), ("B162", 3)]),
        ("zh,en,status\n支部,branch,sure\n", [("B163", 2)]),
        ("zh,en\n支部,branch\n支部,Party branch\n", [("B164", 3)]),
        ('zh,en\n支部,branch\n党组,"Group\n委员会,Committee\n', [("B167", 3)]),
        (f"zh,en\n支部,branch\n党组,{'x' * 140_000}\n", [("B167", 3)]),
        ("", []),
        ("zh,en\n", []),
        ("\n\nzh,en\n\n支部,branch\n", []),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, found: list[tuple[str, int]]) -> None:
    assert codes(text) == found


def test_a_table_of_gb18030_and_of_tabs_is_read() -> None:
    assert read_terms("zh\ten\n支部\tbranch\n".encode("gb18030"), "a").entries == (Entry("支部", ("branch",)),)


def test_a_table_of_tabs_stays_one() -> None:
    changed = with_terms("zh\ten\n支部\tbranch\n".encode(), [Entry("党组", ("Group",))]).decode("utf-8-sig")
    assert changed.splitlines()[1].startswith("支部\tbranch\t")
    assert changed.splitlines()[2].startswith("党组\tGroup\thouse\t")


@pytest.mark.parametrize("data", ["zh,en\n支部,branch\n".encode("utf-16"), 'zh,en\n支部,"branch\n'.encode()])
def test_what_cannot_be_read_whole_is_never_written_anew(data: bytes) -> None:
    assert not read_terms(data, "terms.csv").is_writable
    with pytest.raises(ValueError, match="cannot be read whole"):
        with_terms(data, [Entry("党组", ("Group",))])


def test_a_term_is_changed_in_its_place_and_all_else_stays() -> None:
    changed = with_terms(TABLE.encode(), [Entry("抓手", ("means",)), Entry("支部", ("Party branch",))]).decode(
        "utf-8-sig"
    )
    before, after = (list(csv.reader(StringIO(each))) for each in (TABLE, changed))
    assert after[0] == [*before[0], "source"]
    assert [row[6] for row in after[1:]] == ["1", "2", "3", "4", ""]
    assert after[3][:4] == ["抓手", "means", "house", ""]
    assert after[5][:3] == ["支部", "Party branch", "house"]
    assert [row[:7] for row in (after[1], after[2], after[4])] == [before[1], before[2], before[4]]


WORDS = st.text("党组支部 Party branch's,\"；-", min_size=1, max_size=12).map(str.strip).filter(bool)
ENTRIES = st.lists(
    st.builds(
        Entry,
        WORDS,
        st.lists(WORDS, min_size=1, max_size=3, unique=True).map(tuple),
        st.sampled_from(TermStatus),
        st.lists(WORDS, max_size=2, unique=True).map(tuple),
        st.just("") | WORDS,
        st.just("") | WORDS,
        st.just("") | WORDS,
    ),
    max_size=5,
    unique_by=lambda each: each.key,
)


@given(ENTRIES)
def test_what_is_written_is_read_back(entries: list[Entry]) -> None:
    again = read_terms(with_terms(b"", entries), "a.csv")
    assert again == TermTable(tuple(entries), ())


@given(ENTRIES)
def test_glossary_and_tbx_carry_terms_and_renderings_and_nothing_forbidden(entries: list[Entry]) -> None:
    wanted: dict[str, list[str]] = {}
    for each in entries:
        wanted.setdefault(each.zh, []).extend(en for en in each.english if en not in wanted[each.zh])
    for found in (read_glossary(glossary(entries).decode()), read_tbx(tbx(entries, "terms")) or ()):
        assert {each.zh: list(each.english) for each in found} == wanted
        assert not [each for each in found if each.forbidden]


@pytest.mark.parametrize("data", [b"", b"<a/>", b"no xml", b'<!DOCTYPE a [<!ENTITY b "c">]><martif/>'])
def test_what_is_no_tbx_is_none(data: bytes) -> None:
    assert not read_tbx(data)
