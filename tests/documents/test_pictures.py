"""Pictures made ready to be published: what is shown, what is told no longer, and what is refused."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from jiyao.documents.pictures import ReadyPicture, ready_picture
from jiyao.problems import Place, Problem
from published import drawn, picture

PLACE = Place("a.yaml", 7, 13)
ORIENTATION, MAKER, GPS, LATITUDE = 0x0112, 0x010F, 0x8825, 2
MARK = "MARK-7F3A"


def opened(made: ReadyPicture) -> Image.Image:
    image = Image.open(BytesIO(made.content))
    image.load()
    return image


def problem_of(data: bytes) -> Problem:
    made = ready_picture(data, PLACE)
    assert isinstance(made, Problem)
    assert made.place == PLACE
    return made


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return drawn(300, 200, exif=exif)


def srgb() -> bytes:
    """The profile that needs no saying."""
    profiles: Any = ImageCms
    made: bytes = profiles.ImageCmsProfile(profiles.createProfile("sRGB")).tobytes()
    return made


def secretive(form: str) -> bytes:
    """A picture that tells more than it shows, in every place that its format has for that."""
    exif = Image.Exif()
    exif[MAKER] = MARK
    exif.get_ifd(GPS)[LATITUDE] = (33.0, 57.0, 21.0)
    profile = srgb()
    xmp = f"<x:xmpmeta>{MARK}</x:xmpmeta>".encode()
    if form == "JPEG":
        return drawn(form=form, exif=exif, icc_profile=profile, comment=MARK, xmp=xmp, dpi=(301, 301))
    chunks = PngInfo()
    chunks.add_text("Author", MARK)
    chunks.add_itxt("XML:com.adobe.xmp", xmp.decode())
    return drawn(form=form, exif=exif, icc_profile=profile, pnginfo=chunks, dpi=(301, 301))


@pytest.mark.parametrize(("form", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png")])
def test_a_picture_keeps_its_kind_and_its_size(form: str, media_type: str) -> None:
    made = picture(drawn(640, 480, form))
    assert (made.media_type, made.width, made.height) == (media_type, 640, 480)
    assert opened(made).format == form
    assert opened(made).size == (640, 480)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_nothing_is_told_but_what_is_seen(form: str) -> None:
    data = secretive(form)
    assert MARK.encode() in data
    made = picture(data)
    assert MARK.encode() not in made.content
    image = opened(made)
    assert dict(image.getexif()) == {}
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


@pytest.mark.parametrize(
    ("orientation", "size", "light"),
    [
        (1, (300, 200), (20, 20)),
        (2, (300, 200), (280, 20)),
        (3, (300, 200), (280, 180)),
        (6, (200, 300), (180, 20)),
        (8, (200, 300), (20, 280)),
    ],
)
def test_a_picture_is_turned_as_the_camera_was_held(
    orientation: int, size: tuple[int, int], light: tuple[int, int]
) -> None:
    """`light` is where the light corner of the drawing comes to lie."""
    made = picture(turned(orientation))
    assert (made.width, made.height) == size
    color = opened(made).getpixel(light)
    assert color == pytest.approx((205, 190, 160), abs=12)


def test_a_large_picture_becomes_1600_pixels_wide_and_keeps_its_shape() -> None:
    made = picture(drawn(4000, 3000))
    assert (made.width, made.height) == opened(made).size == (1600, 1200)


def test_what_counts_is_the_width_of_the_upright_picture() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    made = picture(drawn(3000, 1500, exif=exif))
    assert (made.width, made.height) == (1500, 3000)


def test_a_small_picture_is_not_made_larger() -> None:
    assert picture(drawn(40, 30)).width == 40


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_the_same_picture_becomes_the_same_bytes(form: str) -> None:
    data = drawn(2000, 1000, form)
    assert picture(data) == picture(data)


def exchanging_red_and_blue() -> bytes:
    """A profile whose first number is blue and whose last is red."""
    return srgb().replace(b"rXYZ", b"held").replace(b"bXYZ", b"rXYZ").replace(b"held", b"bXYZ")


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_colors_are_those_that_the_profile_meant(form: str) -> None:
    made = opened(picture(drawn(form=form, icc_profile=exchanging_red_and_blue())))
    assert made.getpixel((20, 20)) == pytest.approx((160, 190, 205), abs=3)


def test_a_profile_that_cannot_be_read_is_left_aside() -> None:
    assert opened(picture(drawn(form="PNG", icc_profile=b"no profile"))).getpixel((20, 20)) == (205, 190, 160)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_kind_of_color_can_be_shown(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (30, 20)).save(out, "PNG")
    assert (picture(out.getvalue()).width, picture(out.getvalue()).height) == (30, 20)


def test_what_can_be_seen_through_stays_so() -> None:
    out = BytesIO()
    Image.new("RGBA", (30, 20), (255, 0, 0, 64)).save(out, "PNG")
    assert opened(picture(out.getvalue())).getpixel((5, 5)) == (255, 0, 0, 64)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_of_any_kind_of_color_can_be_shown(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (30, 20)).save(out, "JPEG")
    assert opened(picture(out.getvalue())).mode in {"L", "RGB"}


def test_the_first_picture_of_a_moving_one_is_shown() -> None:
    out = BytesIO()
    first, second = Image.new("RGB", (30, 20), "red"), Image.new("RGB", (30, 20), "blue")
    first.save(out, "PNG", save_all=True, append_images=[second])
    made = opened(picture(out.getvalue()))
    assert made.getpixel((5, 5)) == (255, 0, 0)
    assert getattr(made, "n_frames", 1) == 1


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (drawn(form="WEBP"), "WebP"),
        (drawn(form="GIF"), "GIF"),
        (drawn(form="TIFF"), "TIFF"),
        (drawn(form="BMP"), "BMP"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x20ftypavif\0\0\0\0avifmif1", "AVIF"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_other_pictures_are_refused_by_what_they_are(data: bytes, form: str) -> None:
    problem = problem_of(data)
    assert problem.code == "D403"
    assert f"is {form}," in str(problem.message)
    assert "JPEG or PNG" in str(problem.hint)


@pytest.mark.parametrize("data", [b"", b"title: \xe4\xbe\x8b\xe4\xbc\x9a\n", b"\0\0\0\x18ftypisom", b"RIFF....WAVE"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert problem_of(data).code == "D403"


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.9])
def test_a_picture_that_broke_off_is_refused(form: str, share: float) -> None:
    data = drawn(form=form)
    assert problem_of(data[: int(len(data) * share)]).code == "D406"


def test_a_file_of_more_than_20_mb_is_refused() -> None:
    assert problem_of(drawn() + bytes(20_000_000)).code == "D404"


def claiming(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is that large."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(9))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(8000, 6251), (12_000, 9_000), (60_000, 60_000), (1, 2**31 - 1)])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked(width: int, height: int) -> None:
    assert problem_of(claiming(width, height)).code == "D405"


@given(st.data())
def test_no_damage_ends_in_anything_but_a_picture_or_a_problem(data: st.DataObject) -> None:
    whole = bytearray(drawn(48, 32, data.draw(st.sampled_from(["JPEG", "PNG"]))))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(ready_picture(bytes(whole), PLACE), ReadyPicture | Problem)
