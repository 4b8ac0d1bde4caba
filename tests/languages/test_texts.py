"""Texts and names that know both of their languages."""

from __future__ import annotations

import pytest

from jiyao.languages.text import Language, Name, Text
from jiyao.problems import Origin, Place

FIRST, SECOND = Origin(Place("a.yaml", 1, 1)), Origin(Place("a.yaml", 2, 1))


def test_a_language_never_stands_in_for_the_other() -> None:
    assert (Text("会议").in_language(Language.ZH), Text("会议").in_language(Language.EN)) == ("会议", "")
    assert (Name(en="Zhang San").in_language(Language.ZH), Name("张三").in_language(Language.EN)) == ("", "")


@pytest.mark.parametrize(("text", "says"), [(Text(), False), (Text("会"), True), (Text(en="a"), True)])
def test_a_text_without_words_says_nothing(text: Text, says: bool) -> None:
    assert bool(text) is says


def test_texts_that_read_alike_are_equal_wherever_they_were_written() -> None:
    assert Text("会", zh_origin=FIRST) == Text("会", zh_origin=SECOND)
    assert hash(Text("会", zh_origin=FIRST)) == hash(Text("会", zh_origin=SECOND))
    assert Name("张三", at=FIRST.place) == Name("张三", at=SECOND.place)


@pytest.mark.parametrize(("zh", "en", "line"), [("会", "a", 1), ("会", "", 1), ("", "a", 2), ("", "", 1)])
def test_a_text_stands_where_its_first_language_does(zh: str, en: str, line: int) -> None:
    text = Text(zh, en, zh_origin=FIRST, en_origin=SECOND)
    assert text.place.line == line
    assert (text.origin(Language.ZH), text.origin(Language.EN)) == (FIRST, SECOND)


@pytest.mark.parametrize(("name", "shown"), [(Name("张三", "Zhang San"), "张三"), (Name(en="Anna"), "Anna")])
def test_a_name_is_shown_in_its_own_script(name: Name, shown: str) -> None:
    assert str(name) == shown


@pytest.mark.parametrize(("language", "tag"), [(Language.ZH, "zh-CN"), (Language.EN, "en-US")])
def test_files_carry_the_whole_tag_of_a_language(language: Language, tag: str) -> None:
    assert language.tag == tag
