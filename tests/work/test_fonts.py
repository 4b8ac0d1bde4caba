"""The standard's faces on this machine: found under any of their names, and what stands in for one that is not here."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from jiyao.documents.gb9704 import Face
from jiyao.documents.likenesses import LIKENESSES, is_one_of
from jiyao.work.font_files import families_in, names_of
from jiyao.work.fonts import fontconfig, matched, standings, with_fontconfig
from rendering import ENVIRONMENT, FONTS

FAMILY, SUBFAMILY = 1, 2


def font(*names: str, collection: bool = False) -> bytes:
    """A font file that holds nothing but names: the first ones as Windows writes them."""
    texts = [(FAMILY, name.encode("utf-16-be")) for name in names] + [(SUBFAMILY, "Regular".encode("utf-16-be"))]
    records, stored = b"", b""
    for kind, text in texts:
        records += struct.pack(">HHHHHH", 3, 1, 0x804, kind, len(text), len(stored))
        stored += text
    table = struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + stored
    start = 16 if collection else 0
    directory = struct.pack(">4sHHHH4sIII", b"\0\1\0\0", 1, 0, 0, 0, b"name", 0, start + 28, len(table))
    head = struct.pack(">4sIII", b"ttcf", 0x10000, 1, start) if collection else b""
    return head + directory + table


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("collection", [False, True])
def test_a_font_file_says_its_names(collection: bool, tmp_path: Path) -> None:
    put(tmp_path, {"a.ttf": font("仿宋", "FangSong", collection=collection)})
    assert names_of(tmp_path / "a.ttf") == {"仿宋", "FangSong"}


@pytest.mark.parametrize("content", [b"", b"ttcf", b"\0\1\0\0", b"no font at all, though long enough" * 9])
def test_a_file_that_is_no_font_has_no_names(content: bytes, tmp_path: Path) -> None:
    put(tmp_path, {"a.ttf": content, "b.txt": font("仿宋"), "sub/c.OTF": font("楷体")})
    assert families_in([tmp_path]) == {"楷体"}


def test_on_windows_the_fonts_of_all_and_of_the_user_are_looked_through(tmp_path: Path) -> None:
    put(tmp_path, {"Windows/Fonts/simfang.ttf": font("FangSong", "仿宋"), "Windows/Fonts/simhei.ttf": font("SimHei")})
    put(tmp_path, {"Local/Microsoft/Windows/Fonts/a.ttf": font("方正小标宋简体")})
    environment = {"WINDIR": str(tmp_path / "Windows"), "LOCALAPPDATA": str(tmp_path / "Local")}
    found = {each.face: each for each in standings(environment, "win32", tmp_path)}
    assert {face for face, each in found.items() if each.is_own} == {Face.FANGSONG, Face.HEITI, Face.XIAOBIAOSONG}
    assert found[Face.FANGSONG].used == "仿宋"
    assert found[Face.KAITI].used == ""


def test_on_a_mac_the_folders_of_fonts_are_looked_through(tmp_path: Path) -> None:
    put(tmp_path, {"System/Library/Fonts/Supplemental/Songti.ttc": font("STSong", collection=True)})
    put(tmp_path, {"home/Library/Fonts/fandol.otf": font("FandolFang")})
    found = {each.face: each for each in standings({"HOME": str(tmp_path / "home")}, "darwin", tmp_path)}
    assert (found[Face.SONGTI].used, found[Face.SONGTI].is_own) == ("STSong", True)
    assert (found[Face.FANGSONG].used, found[Face.FANGSONG].is_own) == ("FandolFang", False)


def test_without_fontconfig_the_folders_of_linux_are_looked_through(tmp_path: Path) -> None:
    put(tmp_path, {"usr/share/fonts/truetype/a.ttf": font("AR PL UKai CN"), "own/b.otf": font("楷体_GB2312")})
    found = {each.face: each for each in standings({"PATH": ""}, "linux", tmp_path)}
    assert (found[Face.KAITI].used, found[Face.KAITI].is_own) == ("AR PL UKai CN", False)
    with_own = standings({"PATH": "", "JIYAO_FONTS": str(tmp_path / "own")}, "linux", tmp_path)
    assert next(each for each in with_own if each.face is Face.KAITI).is_own


def test_every_face_of_the_page_has_a_likeness() -> None:
    assert set(LIKENESSES) == set(Face)
    assert all(face == LIKENESSES[face].names[0] for face in Face)


@pytest.mark.parametrize(
    ("printed", "name", "same"),
    [
        ("FandolFang-Regular", "FandolFang", True),
        ("NotoSerifCJKjp-Black", "Noto Serif CJK SC", True),
        ("NotoSansCJKsc-Regular", "Noto Serif CJK SC", False),
        ("FZXBSJW--GB1-0", "FZXiaoBiaoSong-B05S", False),
        ("仿宋_GB2312", "仿宋_GB2312", True),
        ("SimSun", "SimHei", False),
    ],
)
def test_a_font_of_a_pdf_is_known_by_the_name_of_its_family(printed: str, name: str, same: bool) -> None:
    assert is_one_of(printed, [name]) is same


def test_a_folder_of_any_name_is_told_to_fontconfig(tmp_path: Path) -> None:
    folder = put(tmp_path / "字体 & <more>", {"a.ttf": font("仿宋")})
    assert "字体 &amp; &lt;more&gt;</dir>" in fontconfig({"JIYAO_FONTS": str(folder)})


@pytest.mark.rendering
def test_fontconfig_takes_the_free_likeness_from_the_folder_that_is_named(tmp_path: Path) -> None:
    inside = with_fontconfig(ENVIRONMENT, tmp_path)
    assert "FandolFang" in matched("仿宋_GB2312", inside)
    assert "FandolKai-Regular" in matched("楷体_GB2312", inside)


@pytest.mark.rendering
def test_the_names_of_a_real_font_are_read() -> None:
    assert {"FandolFang", "FandolFang R"} & names_of(FONTS / "FandolFang-Regular.otf")
