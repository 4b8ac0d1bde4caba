"""A translation is written where it belongs, and every other character of the record stays."""

from __future__ import annotations

import pytest

from jiyao.languages.text import State
from jiyao.records.reading import read
from jiyao.records.translating import Translation, texts_of, translated
from jiyao.records.writing import NotWrittenError


def rewritten(  # noqa: PLR0913 (what a test says in one line)
    text: str, zh: str, en: str, state: State | None = None, *, name: str = "a.yaml", field: str = ""
) -> str:
    """The record once the text `zh` says `en` in English."""
    (source,) = read(text.encode(), name)
    place = next(held.node.place for held in texts_of(source) if held.node.text == zh)
    return translated(source, [Translation(place, en, state, field)])


DRAFT = State.DRAFT


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("标题: 例会  # 注\nx: 乙\n", "标题:\n  zh: 例会  # 注\n  en: Meeting\n  state: draft\nx: 乙\n"),
        ("标题: '例会'\n", "标题:\n  zh: '例会'\n  en: Meeting\n  state: draft\n"),
        ("a:\n- 例会\n- 乙\n", "a:\n- zh: 例会\n  en: Meeting\n  state: draft\n- 乙\n"),
        ("a: [乙, 例会]\n", "a: [乙, {zh: 例会, en: Meeting, state: draft}]\n"),
        ("a: {zh: 例会}\n", "a: {zh: 例会, en: Meeting, state: draft}\n"),
        ("a: {zh: 例会, state: 已审}\n", "a: {zh: 例会, en: Meeting, state: 草译}\n"),
        ("a:\n  zh: 例会 # 注\n  en:\n", "a:\n  zh: 例会 # 注\n  en: Meeting\n  state: draft\n"),
        ("a:\n  中文: 例会\nb: 1\n", "a:\n  中文: 例会\n  英文: Meeting\n  译文状态: draft\nb: 1\n"),
        ("a: {zh: 例会, en: Old, state: final}\n", "a: {zh: 例会, en: Meeting, state: draft}\n"),
        ("a: 例会\r\nb: 1\r\n", "a:\r\n  zh: 例会\r\n  en: Meeting\r\n  state: draft\r\nb: 1\r\n"),
    ],
)
def test_a_text_gets_its_english_in_the_way_its_file_is_written(before: str, after: str) -> None:
    assert rewritten(before, "例会", "Meeting", DRAFT) == after


def test_a_block_of_several_lines_moves_below_its_key_as_it_is() -> None:
    before = "a:\n- |-\n  甲\n\n  乙\n- 丙\n"
    after = "a:\n- zh: |-\n    甲\n\n    乙\n  en: |-\n    A\n\n    B\n- 丙\n"
    assert rewritten(before, "甲\n\n乙", "A\n\nB") == after


def test_json_stays_json() -> None:
    before = '{"title": "例会", "x": {"zh": "乙", "en": "B"}}'
    assert rewritten(before, "例会", 'the "M"', name="a.json") == (
        '{"title": {"zh": "例会", "en": "the \\"M\\""}, "x": {"zh": "乙", "en": "B"}}'
    )


def test_a_time_limit_of_one_word_gets_the_field_that_holds_two_languages() -> None:
    assert rewritten("due: 6月底前\n", "6月底前", "by the end of June", field="shown") == (
        "due:\n  shown:\n    zh: 6月底前\n    en: by the end of June\n"
    )


def test_english_that_yaml_would_read_otherwise_stands_in_quotes() -> None:
    for en in ("Note: this", "a # b", "yes, [no]", "- x", "null", "", "1:30"):
        text = rewritten("a: 例会\nb: {zh: 乙}\n", "例会", en)
        text = rewritten(text, "乙", en)
        assert rewritten(text, "乙", en) == text


def test_without_a_state_the_old_one_stays() -> None:
    assert (
        rewritten("a: {zh: 例会, en: Old, state: draft}\n", "例会", "New") == "a: {zh: 例会, en: New, state: draft}\n"
    )


def test_a_text_that_is_not_there_is_refused() -> None:
    (source,) = read("a: 例会\n".encode(), "a.yaml")
    with pytest.raises(NotWrittenError):
        translated(source, [Translation(source.node.place._replace(line=9), "x")] if source.node else [])
