"""Looking for patterns in a text, each hit with its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from jiyao.languages.text import Text
    from jiyao.problems import Place


def hits(text: Text, pattern: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
    """The words of the Chinese that are like the pattern, each with where it stands."""
    for found in pattern.finditer(text.zh):
        yield found[0], text.zh_origin.part(found.start(), found.end())
