"""What comes back is compared with what went out and with what the record says by now; nothing newer is overwritten."""

from __future__ import annotations

from jiyao.languages.text import State
from jiyao.records.load import Record, load_records
from jiyao.review.baseline import Baseline, baseline, baseline_of
from jiyao.review.merging import Fate, Merge, merged, translations
from jiyao.review.returned import Returned, Row

TEXT = """\
title: {zh: 例会, en: Meeting}
purpose: {zh: 为了安全, en: for safety, state: draft}
requirements:
- {zh: 甲要自查。乙要自查。, en: A checks. B checks.}
- 丙要自查。
"""


def record_of(text: str = TEXT) -> Record:
    (record,) = load_records(text.encode(), "a.yaml")
    return record


def base_of(text: str = TEXT) -> Baseline:
    return baseline(record_of(text), "a.yaml")


def came_back(edits: dict[str, str], now: str = TEXT, *, partial: bool = False, **rows: str) -> Merge:
    """The merge of a file in which the English `old` reads `new`, into the record as it is `now`."""
    base = base_of()
    back = tuple(Row(each.id, rows.get("zh", each.zh), edits.get(each.en, each.en)) for each in base.segments)
    return merged(Returned("test", base, back), record_of(now), "back.xlf", partial=partial)


def fates(merge: Merge) -> set[Fate]:
    return {each.fate for each in merge.outcomes}


def codes(merge: Merge) -> list[str]:
    return [each.code for each in merge.problems]


def test_a_baseline_survives_its_json() -> None:
    assert baseline_of(base_of().as_json()) == base_of()
    assert baseline_of(base_of().as_json().replace("例会", "会")) is None
    assert baseline_of("{}") is None


def test_nothing_changed_means_nothing_to_write() -> None:
    merge = came_back({})
    assert fates(merge) == {Fate.SAME}
    assert not merge.problems


def test_an_edit_is_written_and_its_neighbours_stay() -> None:
    (wanted,) = translations(came_back({"B checks.": "B inspects."}).of(Fate.CHANGED))
    assert (wanted.en, wanted.state) == ("A checks. B inspects.", None)
    (wanted,) = translations(came_back({"for safety": "for more safety"}).of(Fate.CHANGED))
    assert wanted.state is State.NEEDS_REVIEW
    (wanted,) = translations(came_back({"": "C is to check."}).of(Fate.CHANGED))
    assert (wanted.en, wanted.state) == ("C is to check.", State.NEEDS_REVIEW)


def test_a_newer_edit_of_another_text_is_no_conflict() -> None:
    now = TEXT.replace("A checks.", "A looks.")
    (wanted,) = translations(came_back({"B checks.": "B inspects."}, now).of(Fate.CHANGED))
    assert wanted.en == "A looks. B inspects."


def test_a_newer_edit_of_the_same_text_is_a_conflict() -> None:
    merge = came_back({"Meeting": "Regular meeting"}, TEXT.replace("en: Meeting", "en: Session"))
    assert codes(merge) == ["B409"]
    assert fates(merge) == {Fate.SAME, Fate.CONFLICT}
    assert fates(came_back({"Meeting": "Session"}, TEXT.replace("en: Meeting", "en: Session"))) == {
        Fate.SAME,
        Fate.ALREADY,
    }


def test_english_of_a_chinese_text_that_is_new_is_a_conflict() -> None:
    for old, new in (("例会", "季度例会"), ("丙要自查", "丙要检查")):
        merge = came_back({"Meeting": "Regular meeting", "": "C is to check."}, TEXT.replace(old, new))
        assert codes(merge) == ["B411"]
    assert codes(came_back({}, TEXT.replace("例会", "季度例会"))) == []


def test_chinese_that_was_changed_in_the_file_is_not_believed() -> None:
    merge = came_back({"Meeting": "Regular meeting"}, zh="别的")
    assert set(codes(merge)) == {"B410"}
    assert not merge.of(Fate.CHANGED)


def test_english_that_came_back_empty_is_kept() -> None:
    assert codes(came_back({"Meeting": ""})) == ["B415"]


def test_final_texts_stay() -> None:
    merge = came_back({"Meeting": "Session"}, TEXT.replace("en: Meeting", "en: Meeting, state: final"))
    assert codes(merge) == ["B412"]


def test_missing_doubled_and_unknown_ids_are_each_said() -> None:
    base = base_of()
    first, second, *rest = (Row(each.id, each.zh, each.en) for each in base.segments)
    rows = (first, first, *rest, Row("statements.text.0", "", ""))
    merge = merged(Returned("test", base, rows), record_of(), "back.xlf")
    assert codes(merge) == ["B407", "B408", "B406"]
    assert merge.problems[2].place.where == second.id
    assert codes(merged(Returned("test", base, rows), record_of(), "back.xlf", partial=True)) == ["B407", "B408"]


def test_sentences_that_somebody_joined_meanwhile_are_compared_as_a_whole() -> None:
    now = TEXT.replace("A checks. B checks.", "A and B check.")
    assert codes(came_back({"B checks.": "B inspects."}, now)) == ["B409"]
    assert fates(came_back({"Meeting": "Session"}, now)) == {Fate.SAME, Fate.CHANGED}
