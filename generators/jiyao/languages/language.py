"""The languages of documents and of the interface. A module of its own: every start needs it, and most no texts."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language of documents; its value is what the command line says, its `tag` what files carry."""

    ZH = "zh"
    EN = "en"

    @property
    def tag(self) -> str:
        """The BCP 47 tag that Word, HTML and XLIFF carry."""
        return "zh-CN" if self is Language.ZH else "en-US"
