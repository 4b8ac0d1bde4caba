"""Pictures in the Word files of releases: where they stand, how large, what they tell and what no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest
from PIL import Image

from auditing import audit
from jiyao.documents import press
from jiyao.documents.pictures import ReadyPicture, ready_picture
from jiyao.documents.shipped import Edition
from jiyao.languages.text import Language
from jiyao.problems import Place
from jiyao.views.fragments import Run
from jiyao.views.lengths import mm
from jiyao.views.release.view import Photo
from outline import outline, part
from published import drawn, picture
from releases import EN, ORDERS, ZH, bilingual, released, released_in_both, view

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOTH = (Edition.BOTH_TABLE, Edition.BOTH_INTERLEAVED)
ALTS = ("会场全景，<主席台> & “听众”", "Engineers at the dam")
CAPTIONS = ("动员部署会现场。王五摄", "")
SHOTS = tuple(
    Photo(f"{number}.jpg", alt, (Run(caption),) if caption else ())
    for number, (alt, caption) in enumerate(zip(ALTS, CAPTIONS, strict=True))
)
ALBUM: Mapping[str, ReadyPicture] = {"0.jpg": picture(), "1.jpg": picture(drawn(800, 1200))}

GPS_TAG, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def everywhere() -> Iterator[tuple[str, bytes]]:
    """A release with two pictures in every edition."""
    for language in Language:
        yield language, released(replace(view(language), photos=SHOTS), ALBUM)
    for edition in BOTH:
        for order in ORDERS:
            docx = released_in_both(replace(bilingual(order), photos=SHOTS), edition, ALBUM)
            yield f"{edition}-{order[0]}", docx


RELEASES = dict(everywhere())


def drawings(docx: bytes) -> list[Element]:
    return list(fromstring(part(docx, "word/document.xml")).iter(f"{WP}inline"))


def sizes(docx: bytes) -> list[tuple[int, int]]:
    extents = [each.find(f"{WP}extent") for each in drawings(docx)]
    return [(int(each.get("cx", "0")), int(each.get("cy", "0"))) for each in extents if each is not None]


@pytest.mark.parametrize("name", list(RELEASES))
def test_word_would_open_it_and_a_screen_reader_is_told_what_each_picture_shows(name: str) -> None:
    assert audit(RELEASES[name]) == ()
    said = [each.find(f"{WP}docPr") for each in drawings(RELEASES[name])]
    assert [each.get("descr") for each in said if each is not None] == list(ALTS)


@pytest.mark.parametrize("name", list(RELEASES))
def test_pictures_are_as_large_as_the_page_has_room_for_and_keep_their_proportions(name: str) -> None:
    (wide, wide_height), (tall, tall_height) = sizes(RELEASES[name])
    assert wide_height == tall_height == mm(90).emu
    assert wide / wide_height == pytest.approx(3 / 2, abs=0.001)
    assert tall / tall_height == pytest.approx(2 / 3, abs=0.001)


def test_a_wide_picture_is_no_wider_than_the_text_and_a_small_one_is_not_blown_up() -> None:
    shown = replace(view(ZH), photos=SHOTS)
    album = {"0.jpg": picture(drawn(1600, 400)), "1.jpg": picture(drawn(96, 48))}
    (wide, wide_height), (small, small_height) = sizes(released(shown, album))
    assert (wide, wide_height) == (press.PICTURE_WIDTH.emu, press.PICTURE_WIDTH.emu // 4)
    assert (small, small_height) == (mm(25.4).emu, mm(12.7).emu)


@pytest.mark.parametrize("language", list(Language))
def test_the_first_picture_stands_below_the_lead_and_the_others_below_the_text(language: Language) -> None:
    paragraphs = list(fromstring(part(RELEASES[language], "word/document.xml")).iter(f"{W}p"))
    pictured = [number for number, each in enumerate(paragraphs) if each.find(f".//{WP}inline") is not None]
    texts = ["".join(each.text or "" for each in one.iter(f"{W}t")) for one in paragraphs]
    body = [paragraph.text for paragraph in view(language).body]
    assert (texts[pictured[0] - 1], texts[pictured[0] + 1]) == (body[0], CAPTIONS[0])
    assert texts[pictured[1] - 1] == body[-1]
    assert texts[pictured[1] + 1].endswith(("）", ")"))


@pytest.mark.parametrize("edition", BOTH)
@pytest.mark.parametrize("order", ORDERS)
def test_in_two_languages_a_picture_stands_once_below_the_lead_of_both(
    edition: Edition, order: tuple[Language, Language]
) -> None:
    blocks = [block.text for block in outline(RELEASES[f"{edition}-{order[0]}"])]
    leads = [view(language).body[0].text for language in order]
    at = blocks.index(CAPTIONS[0])
    assert blocks[at - 2 : at] == leads
    assert blocks.count(CAPTIONS[0]) == 1


@pytest.mark.parametrize("order", ORDERS)
def test_in_a_table_a_picture_takes_both_columns(order: tuple[Language, Language]) -> None:
    (table,) = fromstring(part(RELEASES[f"both-table-{order[0]}"], "word/document.xml")).iter(f"{W}tbl")
    cells = [list(row.iter(f"{W}tc")) for row in table.iter(f"{W}tr") if row.find(f".//{WP}inline") is not None]
    assert [len(each) for each in cells] == [1, 1]
    assert [each.get(f"{W}val") for (cell,) in cells for each in cell.iter(f"{W}gridSpan")] == ["2", "2"]


def photographed() -> bytes:
    """As a phone gives it: lying on its side, with the place and the maker of the phone in its EXIF."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "SHILI-PHONE"
    exif[GPS_TAG] = {1: "N", 2: (31.0, 13.0, 49.0), 29: "2023:05:18"}
    return drawn(400, 200, exif=exif)


@pytest.mark.parametrize("name", ["zh", "en", "both-table", "both-interleaved"])
def test_a_picture_stands_upright_and_no_part_tells_where_it_was_taken(name: str) -> None:
    ready = ready_picture(photographed(), Place("a.yaml"))
    assert isinstance(ready, ReadyPicture)
    photos, album = SHOTS[:1], {"0.jpg": ready}
    if name in set(Language):
        docx = released(replace(view(Language(name)), photos=photos), album)
    else:
        docx = released_in_both(replace(bilingual((ZH, EN)), photos=photos), Edition(name), album)
    ((width, height),) = sizes(docx)
    assert height == 2 * width
    with ZipFile(BytesIO(docx)) as package:
        (media,) = (each for each in package.namelist() if each.startswith("word/media/"))
        with Image.open(BytesIO(package.read(media))) as image:
            assert (image.width, image.height) == (200, 400)
            assert not image.getexif()
        parts = [package.read(each) for each in package.namelist()]
    assert b"SHILI-PHONE" in photographed()
    assert not [each for each in parts if b"SHILI-PHONE" in each or b"Exif" in each or b"GPS" in each]
