"""The releases of the samples, and of a small meeting of every kind; `pytest --refresh-golden` writes them down anew.

Each was read in both languages, as by one who has to sign it, before it was written down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from auditing import audit
from jiyao.documents.plain_text import plain_text
from jiyao.documents.shipped import Edition
from jiyao.languages.text import Language
from jiyao.records.kinds import built_in_kinds
from jiyao.records.meeting import Meeting
from jiyao.records.office import EnglishStyle, Office
from jiyao.records.publication import Publication
from jiyao.views.release.both import both_view
from jiyao.views.release.telling import release_view
from jiyao.views.release.view import BilingualView, ReleaseView
from jiyao.work.photos import Album, ready_photos
from jiyao.work.workspace import Workspaces
from outline import outline, written
from releases import EN, ZH, released, released_in_both
from sampled import NAMES, SAMPLES
from wording import record_of

GOLDEN = Path(__file__).parents[1] / "golden" / "releases"


def _in_style(office: Office, style: EnglishStyle) -> Office:
    return replace(office, house=replace(office.house, english=style))


def _editions(meeting: Meeting, office: Office, album: Album) -> Iterator[tuple[str, bytes]]:
    """Every edition that the record has the texts for, and the English one in each house style."""
    pictures, problems = ready_photos((meeting.publication or Publication()).photos, album)
    assert not problems, problems
    for language in Language:
        view = release_view(meeting, office, language)
        if isinstance(view, ReleaseView):
            yield language, released(view, pictures)
    for style in EnglishStyle:
        view = release_view(meeting, _in_style(office, style), EN)
        if style is not office.house.english and isinstance(view, ReleaseView):
            yield f"en-{style.value}", released(view, pictures)
    both = both_view(meeting, office, (ZH, EN))
    if isinstance(both, BilingualView):
        for edition in (Edition.BOTH_TABLE, Edition.BOTH_INTERLEAVED):
            yield edition, released_in_both(both, edition, pictures)


@cache
def documents() -> Mapping[str, bytes]:
    """The releases of every sample by the sample's name and the edition."""
    made: dict[str, bytes] = {}
    for found in Workspaces().records([str(SAMPLES)]):
        assert found.record.meeting is not None, found.record.problems
        album = Album(found.file.path, found.piece.office_file)
        for edition, docx in _editions(found.record.meeting, found.record.office, album):
            made[f"{found.file.path.stem}.{edition}"] = docx
    return made


def test_every_sample_has_a_release() -> None:
    assert {name.partition(".")[0] for name in documents()} == set(NAMES)


def same_as_golden(name: str, now: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--refresh-golden"):
        golden.write_text(now, "utf-8")
    assert now == golden.read_text("utf-8"), "if this is meant: pytest --refresh-golden, and read the difference"


@pytest.mark.parametrize("name", sorted(documents()))
def test_the_release_of_a_sample_reads_as_it_always_did(name: str, request: pytest.FixtureRequest) -> None:
    same_as_golden(name, written(outline(documents()[name])), request)


@pytest.mark.parametrize("name", sorted(documents()))
def test_word_would_open_the_release_of_a_sample_without_a_complaint(name: str) -> None:
    assert audit(documents()[name]) == ()


OFFICE = """
    name: {zh: 示例市应急管理局, en: Shili Municipal Emergency Management Bureau}
    short: {zh: 市应急局, en: the Municipal Emergency Bureau}
    people:
      - id: han
        name: {zh: 韩素梅, en: Han Sumei, pinyin: hán sù méi}
        posts: [{zh: 党组书记, en: Secretary of the Party Leadership Group}, {zh: 局长, en: Director}]
      - {id: luo, name: {zh: 罗琪, en: Luo Qi}, posts: {zh: 副局长, en: Deputy Director}}
"""
MEETING = """
    title: {{zh: {zh}, en: {en}}}
    kind: {key}
    held: 2023-06-13 15:00
    place: {{zh: 机关三楼会议室, en: the third-floor meeting room}}
    chair: han
    attendees:
      - {{person: luo, acts: [speak]}}
      - {{group: {{zh: 各科室负责人, en: heads of the sections}}, count: 12}}
    conveyed: [{{title: {{zh: 汛期安全工作方案, en: Work Plan for the Flood Season}}, form: document}}]
    statements: [{{text: {{zh: 汛期已经到来。, en: the flood season has begun.}}, frame: that}}]
    requirements: [{{text: {{zh: 各科室要抓紧自查。, en: all sections to finish their checks soon.}}, frame: to}}]
    publication: {{date: 2023-06-14}}
"""


def small_release(key: str, language: Language) -> str:
    """The release of a small meeting of a kind, asked for by name, as plain text."""
    kind = next(each for each in built_in_kinds() if each.key == key)
    record = record_of(MEETING.format(key=key, zh=kind.name.zh, en=kind.name.en), OFFICE)
    assert record.meeting is not None, record.problems
    view = release_view(record.meeting, record.office, language)
    assert isinstance(view, ReleaseView), view
    return plain_text(view).decode("utf-8-sig").replace("\r\n", "\n")


@pytest.mark.parametrize("language", list(Language))
def test_the_release_of_every_kind_of_meeting_reads_as_it_always_did(
    language: Language, request: pytest.FixtureRequest
) -> None:
    told = "\n\n".join(f"== {kind.key}\n{small_release(kind.key, language)}" for kind in built_in_kinds())
    same_as_golden(f"kinds.{language}", told, request)


def test_there_is_no_golden_release_without_its_sample() -> None:
    kinds = [f"kinds.{language}" for language in Language]
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == sorted([*documents(), *kinds])
