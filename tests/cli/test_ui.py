"""Which language the program speaks."""

from __future__ import annotations

import gettext
import os

import pytest

from jiyao.cli.ui import Ui, chosen_language, click_speaks, speaking
from jiyao.languages.text import Language
from jiyao.problems import message

CHINESE = {"LANG": "zh_CN.UTF-8"}


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["--ui", "zh", "rule"], {}, "zh"),
        (["--ui=zh"], {"JIYAO_UI": "en"}, "zh"),
        (["rule", "--ui", "en"], CHINESE, "en"),
        ([], {"JIYAO_UI": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        ([], {"LANGUAGE": "en:zh", "LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LANGUAGE": "fr:zh_CN", "LANG": "en_US.UTF-8"}, "zh"),
        ([], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "zh_CN.GBK", "LANG": "en_US"}, "zh"),
        ([], CHINESE, "zh"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {}, "en"),
    ],
)
def test_the_option_wins_over_the_environment_and_the_first_language_we_speak_is_taken(
    arguments: list[str], environment: dict[str, str], expected: str
) -> None:
    assert chosen_language(arguments, environment) == Language(expected)


def test_a_message_is_said_in_the_language_of_the_interface() -> None:
    said = message("{counts} in {files}", counts=("A", "B"), files="C")
    assert speaking(Language.ZH).say(said) == "C中有 A、B"
    assert speaking(Language.EN).say(said) == "A, B in C"


def test_an_empty_text_stays_empty() -> None:
    assert speaking(Language.ZH).translate("") == ""


@pytest.mark.parametrize(("number", "expected"), [(1, "1 error"), (2, "2 errors"), (0, "0 errors")])
def test_english_has_a_plural(number: int, expected: str) -> None:
    assert Ui().ntranslate("{n} error", "{n} errors", number) == expected


def test_clicks_own_sentences_are_chinese_only_where_that_was_asked_for() -> None:
    before = (gettext.gettext("Options"), gettext.textdomain(), os.environ.get("LANGUAGE"))
    with click_speaks(speaking(Language.ZH)):
        assert gettext.gettext("Options") == "选项"
    assert (gettext.gettext("Options"), gettext.textdomain(), os.environ.get("LANGUAGE")) == before


def test_english_stays_english_on_a_chinese_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    with click_speaks(speaking(Language.EN)):
        assert gettext.gettext("Options") == "Options"
