"""What holds for every release, whatever a record says and whatever it leaves out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from jiyao.languages.text import Language
from jiyao.views.release.view import ReleaseView
from strategies import Fields, release_records, yaml_of
from wording import release_of

LANGUAGES = [pytest.param(language, id=language.value) for language in Language]


def lines(view: ReleaseView) -> list[str]:
    """Every line that the release prints."""
    runs = (view.kicker, view.headline, view.subheadline)
    labelled = (f"{each.label}{''.join(run.text for run in each.runs)}" for each in (*view.byline, *view.credits))
    heads = ("".join(run.text for run in line) for line in runs if line)
    return [*heads, *labelled, *(paragraph.text for paragraph in view.body)]


def printed(fields: Fields, language: Language) -> list[str]:
    return lines(release_of(yaml_of(fields), "name: {zh: 示例市应急管理局, en: Shili Emergency Bureau}", language))


@pytest.mark.parametrize("language", LANGUAGES)
@given(release_records())
def test_no_mark_is_doubled_or_left_hanging_and_no_label_is_empty(language: Language, fields: Fields) -> None:
    for line in printed(fields, language):
        assert not re.search(r"None|[，。；：、]{2}|[,;:]{2}|\.\.|  |\s[,.;:，。]|[，、,]$|^[，。、；：,.;:]", line), (
            line
        )
        assert not re.fullmatch(r"[^：:]{1,12}[：:]\s*", line) or line.endswith(("：", ":")), line
        assert line == line.strip()


@given(release_records())
def test_chinese_has_no_half_width_marks_and_no_enumeration_before_deng(fields: Fields) -> None:
    for line in printed(fields, Language.ZH):
        assert not re.search(r"[\u4e00-\u9fff][,;:][\u4e00-\u9fff]|、等", line), line


@given(release_records())
def test_english_has_no_chinese_mark_and_no_hanzi(fields: Fields) -> None:
    for line in printed(fields, Language.EN):
        assert not re.search(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", line), line


@pytest.mark.parametrize("language", LANGUAGES)
@given(release_records())
def test_every_sentence_of_the_body_ends(language: Language, fields: Fields) -> None:
    view = release_of(yaml_of(fields), "", language)
    for paragraph in view.body:
        assert paragraph.text.endswith(("。", "：", "；") if language is Language.ZH else (".", ":", ";", ".”")), (
            paragraph.text
        )


@given(release_records())
def test_both_languages_tell_the_same_parts_in_the_same_order(fields: Fields) -> None:
    parts = [
        list(dict.fromkeys(each.part for each in release_of(yaml_of(fields), "", language).body))
        for language in Language
    ]
    assert parts[0] == parts[1]


@given(release_records())
def test_every_text_of_the_record_that_a_release_prints_can_be_found_again(fields: Fields) -> None:
    chinese, english = (release_of(yaml_of(fields), "", language) for language in Language)
    sources = [
        {run.source.removesuffix(f".{view.language}") for each in view.body for run in each.runs if run.source}
        for view in (chinese, english)
    ]
    assert sources[0] == sources[1]
