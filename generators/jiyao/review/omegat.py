"""A project folder that OmegaT opens as it is: the source, the drafts as what was already translated, the glossary.

OmegaT 3 shows the target of XLIFF as what is to be translated; so the target is the Chinese, and the English stands in
`project_save.tmx`, where its editor keeps it too.
"""

from __future__ import annotations

from collections.abc import Mapping

from jiyao.review.handout import Handout
from jiyao.review.returned import Returned, clean
from jiyao.review.tmx import english_of, memory
from jiyao.review.xliff import read_xliff, xliff_1

SOURCE, SAVED = "source", "omegat/project_save.tmx"

_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
        <source_dir>__DEFAULT__</source_dir>
        <target_dir>__DEFAULT__</target_dir>
        <tm_dir>__DEFAULT__</tm_dir>
        <glossary_dir>__DEFAULT__</glossary_dir>
        <glossary_file>__DEFAULT__</glossary_file>
        <dictionary_dir>__DEFAULT__</dictionary_dir>
        <source_lang>ZH-CN</source_lang>
        <target_lang>EN-US</target_lang>
        <sentence_seg>false</sentence_seg>
        <support_default_translations>true</support_default_translations>
        <remove_tags>false</remove_tags>
    </project>
</omegat>
"""


def omegat_project(handout: Handout) -> Mapping[str, bytes]:
    """The files of the project, by their paths in its folder."""
    segments = handout.baseline.segments
    files = {
        "omegat.project": _PROJECT.encode(),
        f"{SOURCE}/record.xlf": xliff_1(handout, target_is_source=True),
        SAVED: memory((each.zh, each.en) for each in segments if each.zh and each.en),
        "glossary/glossary.txt": "".join(f"{zh}\t{en}\n" for zh, en in handout.terms).encode("utf-8"),
    }
    if handout.memory:
        files["tm/memory.tmx"] = memory(handout.memory)
    # OmegaT asks for its folders where one is missing.
    return files | {f"{name}/.keep": b"" for name in ("tm", "dictionary", "target")}


def read_omegat(source: bytes, saved: bytes) -> Returned | None:
    """What the project says by now: what its editor has saved, by the Chinese; None where it is no project of ours."""
    read = read_xliff(source)
    if read is None:
        return None
    english = {clean(zh): en for zh, en in english_of(saved).items()}
    base = {each.id: each.en for each in read.baseline.segments} if read.baseline else {}
    rows = (row._replace(en=english.get(clean(row.zh or ""), base.get(row.id, ""))) for row in read.rows)
    return read._replace(kind="omegat", rows=tuple(rows))
