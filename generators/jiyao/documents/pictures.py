"""Pictures made ready to be shown: upright, small enough, in colors that every screen knows, and telling nothing else.

A photo of a phone holds where and when it was taken and by which device; none of that is published.
"""

from __future__ import annotations

import io
import struct
import warnings
from typing import TYPE_CHECKING, Any

from jiyao.dataclass import dataclass
from jiyao.documents.picture_faults import damaged, no_picture, too_many_bytes, too_many_pixels

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

    from jiyao.problems import Place, Problem

MOST_BYTES = 20_000_000
MOST_PIXELS = 50_000_000
"""Of a picture as it comes; more than any camera of an office has, and 150 MB in memory."""
WIDEST = 1600
"""Pixels; enough for a picture over the whole width of an A4 page at 200 dots an inch."""
QUALITY = 85
"""Of JPEG, from 1 to 95; above it files grow, and nobody sees why."""

JPEG, PNG = "JPEG", "PNG"
MEDIA_TYPES = {JPEG: "image/jpeg", PNG: "image/png"}
_SIGNATURES = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
_OTHERS = ((b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"%PDF", "PDF"))
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_SPOILT = (OSError, SyntaxError, ValueError, LookupError, ArithmeticError, struct.error, TypeError, EOFError)
"""What Pillow raises for files that are cut short or broken, OSError being the one that it names itself."""


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A picture as it goes into a document; the same bytes for the same file every time."""

    content: bytes
    media_type: str
    """image/jpeg or image/png, as the file that it was made of."""
    width: int
    """In pixels, upright."""
    height: int
    """In pixels, upright."""


def ready_picture(data: bytes, place: Place) -> ReadyPicture | Problem:
    """The JPEG or PNG in `data`, ready; or why not, at the place where a record names it. Its name means nothing.

    It is turned as its EXIF says, brought to sRGB, at most `WIDEST` wide, and encoded anew without any metadata.
    """
    if len(data) > MOST_BYTES:
        return too_many_bytes(place)
    form = next((name for signature, name in _SIGNATURES if data.startswith(signature)), "")
    if not form:
        return no_picture(place, _other_form(data))
    with warnings.catch_warnings():
        # What Pillow warns of is either refused below or no concern of whoever reads the page.
        warnings.simplefilter("ignore")
        try:
            return _ready(data, form, place)
        except _SPOILT:
            return damaged(place)


def _other_form(data: bytes) -> str:
    """What people take for a usable picture, by its first bytes; "" for what is no picture known here."""
    head = data[:1000]
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WebP"
    if head[4:8] == b"ftyp":
        return "AVIF" if head[8:12] == b"avif" else "HEIC" if head[8:12] in _HEIF_BRANDS else ""
    if b"<svg" in head:
        return "SVG"
    return next((name for signature, name in _OTHERS if head.startswith(signature)), "")


def _ready(data: bytes, form: str, place: Place) -> ReadyPicture | Problem:
    # Pillow takes longer to import than the rest of a run; only who has pictures waits for it.
    from PIL import Image, ImageOps

    try:
        image: Pixels = Image.open(io.BytesIO(data), formats=[form])
    except Image.DecompressionBombError:
        return too_many_pixels(place)
    # Until here only the header was read.
    if image.width * image.height > MOST_PIXELS:
        return too_many_pixels(place)
    # A JPEG that is much too large is read at a half, a quarter or an eighth: a fraction of the time and memory.
    image.draft(None, (WIDEST, WIDEST))
    upright = ImageOps.exif_transpose(image)
    shown = _in_srgb(upright, has_alpha=form == PNG and upright.has_transparency_data)
    shown.thumbnail((WIDEST, shown.height), Image.Resampling.LANCZOS)
    return ReadyPicture(_encoded(shown, form), MEDIA_TYPES[form], shown.width, shown.height)


def _in_srgb(image: Pixels, *, has_alpha: bool) -> Pixels:
    """In the colors that a picture without a profile has; a profile that nobody can read is left aside."""
    from PIL import ImageCms

    colors: Any = ImageCms
    profile = image.info.get("icc_profile")
    mode = "RGBA" if has_alpha else "RGB"
    plain = image if image.mode in {mode, "CMYK", "L"} else image.convert(mode)
    if profile:
        try:
            own = colors.ImageCmsProfile(io.BytesIO(profile))
            plain = colors.profileToProfile(plain, own, colors.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            pass
    return plain if plain.mode in {mode, "L"} else plain.convert(mode)


def _encoded(image: Pixels, form: str) -> bytes:
    # Pillow writes some of what it has read (comments, profiles) unless it has forgotten it.
    image.info.clear()
    out = io.BytesIO()
    if form == JPEG:
        image.save(out, JPEG, quality=QUALITY, optimize=True, progressive=True)
    else:
        image.save(out, PNG, optimize=True)
    return out.getvalue()
