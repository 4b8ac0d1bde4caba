"""Which codec packs the documents of a run: zlib, which every Python has, or the faster isal."""

from __future__ import annotations

from collections.abc import Mapping

from jiyao.ooxml.archive import CODECS, Codec
from jiyao.problems import Problem
from jiyao.work.faults import no_codec

VARIABLE = "JIYAO_CODEC"


def chosen_codec(environment: Mapping[str, str]) -> Codec | Problem:
    """The codec that the environment names, zlib if it names none; or what is wrong with the name.

    A run chooses once and hands the codec on: the same codec gives the same bytes, two codecs need not.
    """
    name = environment.get(VARIABLE) or "zlib"
    if name not in CODECS:
        return no_codec(VARIABLE, name, tuple(CODECS))
    try:
        return CODECS[name]()
    except ImportError:
        return no_codec(VARIABLE, name, ())
