"""The language of the interface: which one, and how a message is said in it."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import jiyao
from jiyao.languages.language import Language
from jiyao.problems import Message

DOMAIN = "jiyao"
CATALOGUES = f"{jiyao.__path__[0]}/locale"
"""A plain string: importing pathlib would cost `jiyao --help` several milliseconds."""

_VARIABLES = ("JIYAO_UI", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_WINDOWS_CHINESE = 0x04
"""The primary language of a Windows language identifier (LANG_CHINESE of winnt.h); it is the lower ten bits."""


class Ui(NamedTuple):
    """What the program speaks. `translate` is for the `say` of a message; English needs no catalogue."""

    language: Language = Language.EN
    catalogue: gettext.NullTranslations = gettext.NullTranslations()

    def translate(self, text: str) -> str:
        """An English text of ours in this language; itself where the catalogue does not have it."""
        # The empty text is the catalogue's own header.
        return self.catalogue.gettext(text) if text else ""

    def ntranslate(self, one: str, many: str, number: int) -> str:
        """The form for that number; `{n}` in it becomes the number."""
        return self.catalogue.ngettext(one, many, number).format(n=number)

    def say(self, message: Message) -> str:
        """The message in this language."""
        return message.say(self.translate)


def speaking(language: Language) -> Ui:
    """The interface in that language."""
    return Ui(language, gettext.translation(DOMAIN, CATALOGUES, [language.value], fallback=True))


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """`--ui`, else JIYAO_UI, else the locale, else the language of the system, else English."""
    wanted = [_option(arguments), *(environment.get(name, "") for name in _VARIABLES)]
    spoken = (_language(tag) for value in wanted for tag in value.split(":"))
    return next((language for language in spoken if language), None) or _system_language()


@contextmanager
def click_speaks(ui: Ui) -> Generator[None]:
    """Within it Click's own sentences come from our catalogue.

    Click asks the process-wide gettext domain, which looks at LANGUAGE first; afterwards all is as it was.
    """
    domain, folder, language = gettext.textdomain(), gettext.bindtextdomain(DOMAIN), os.environ.get("LANGUAGE")
    gettext.textdomain(DOMAIN)
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    os.environ["LANGUAGE"] = ui.language.value
    try:
        yield
    finally:
        gettext.textdomain(domain)
        gettext.bindtextdomain(DOMAIN, folder)
        if language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = language


def ui_first(arguments: Sequence[str]) -> list[str]:
    """The arguments with `--ui` before the command, where Click looks for it; people write it at the end too."""
    arguments = list(arguments)
    end = arguments.index("--") if "--" in arguments else len(arguments)
    for index, argument in enumerate(arguments[:end]):
        if argument == "--ui" or argument.startswith("--ui="):
            width = 2 if argument == "--ui" else 1
            return [*arguments[index : index + width], *arguments[:index], *arguments[index + width :]]
    return arguments


def _option(arguments: Sequence[str]) -> str:
    """The value of `--ui`, wherever it stands; "" where there is none."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--ui":
            return next(rest, "")
        if argument.startswith("--ui="):
            return argument.removeprefix("--ui=")
    return ""


def _language(tag: str) -> Language | None:
    """The language of `zh_CN.UTF-8` and the like; a tag of no language that we speak decides nothing."""
    if tag.lower().startswith("zh"):
        return Language.ZH
    return Language.EN if tag.lower().startswith("en") or tag.partition(".")[0] in ("C", "POSIX") else None


def _system_language() -> Language:
    """The language of Windows, which sets none of the variables; elsewhere English."""
    if sys.platform == "win32":
        from ctypes import windll

        if windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _WINDOWS_CHINESE:
            return Language.ZH
    return Language.EN
