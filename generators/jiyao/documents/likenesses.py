"""The faces of official documents as computers know them: all their names, and the free faces nearest to them.

The standard's own faces belong to their makers and are never shipped. What stands in for one where it is missing must
have the same width for every character, or lines break elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from jiyao.dataclass import dataclass
from jiyao.documents.gb9704 import Face


@dataclass(frozen=True, slots=True)
class Likeness:
    """One face: `names` are its own, the first to be looked for first; `stand_ins` are those of free likenesses."""

    names: tuple[str, ...]
    stand_ins: tuple[str, ...]


LIKENESSES: Mapping[Face, Likeness] = {
    Face.XIAOBIAOSONG: Likeness(
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
        ("FandolSong", "Noto Serif CJK SC Black", "Noto Serif CJK SC", "AR PL UMing CN"),
    ),
    Face.FANGSONG: Likeness(
        ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "华文仿宋"),
        ("FandolFang", "FandolFang R", "AR PL UMing CN", "Noto Serif CJK SC"),
    ),
    Face.KAITI: Likeness(
        ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "华文楷体"),
        ("FandolKai", "AR PL UKai CN", "LXGW WenKai"),
    ),
    Face.HEITI: Likeness(
        ("黑体", "SimHei", "STHeiti", "华文黑体"),
        ("FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei"),
    ),
    Face.SONGTI: Likeness(
        ("宋体", "SimSun", "NSimSun", "STSong", "华文宋体"),
        ("FandolSong", "Noto Serif CJK SC", "AR PL UMing CN"),
    ),
}
"""In the order of the page. Not among them is cwTeX FangSong: narrower, and without a third of the characters."""


def own_names(face: str) -> tuple[str, ...]:
    """All names of a face of the standard, by any of them; of another face the one that it has."""
    return next((each.names for each in LIKENESSES.values() if face in each.names), (face,))


def stand_ins(face: str) -> tuple[str, ...]:
    """The free faces nearest to a face of the standard, by any of its names; none for another face."""
    return next((each.stand_ins for each in LIKENESSES.values() if face in each.names), ())


def is_one_of(printed: str, names: Iterable[str]) -> bool:
    """Whether a font, as a PDF or a file names it (`NotoSerifCJKjp-Black`), is of one of the families.

    Noto's families share their outlines, so a PDF calls the simplified one Japanese.
    """
    font = _plain(printed)
    return any(font.startswith(_plain(name)) for name in names)


def _plain(name: str) -> str:
    """The family without blanks, signs, capitals, and the country of a Noto."""
    family = re.sub(r"(CJK) ?(?:SC|TC|HK|JP|KR)\b|(CJK)(?:sc|tc|hk|jp|kr)(?=-|$)", r"\1\2", name)
    return re.sub(r"[\W_]", "", family).casefold()
