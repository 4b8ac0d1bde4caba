"""The checks of both languages over the texts of a record, against what the record says in fields of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.languages.text import Text
from jiyao.records.people import Organisation, Post
from jiyao.records.record_facts import facts_of_fields, people_of, values_of
from jiyao.review.checks.against_record import against_record
from jiyao.review.checks.chinese import check_text
from jiyao.review.checks.known import Known
from jiyao.review.checks.meeting_counts import check_counts, counts_of
from jiyao.review.checks.pairs import check_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.problems import Problem
    from jiyao.records.load import Record
    from jiyao.records.meeting import Meeting
    from jiyao.records.office import Office
    from jiyao.review.terms.table import Entry


def check_texts(record: Record, terms: tuple[Entry, ...] = ()) -> Iterator[Problem]:
    """What is wrong in the texts of a record, in Chinese and between both languages; not in those of its office.

    `terms` are those of the office's own table.
    """
    if record.meeting is None:
        return
    texts = {
        (each.zh_origin.place, each.en_origin.place): each
        for each in values_of(record.meeting)
        if isinstance(each, Text) and each.zh and each.en and each.en_origin.place.file == record.source.file
    }
    yield from record.heard(check_pairs(tuple(texts.values()), known_of(record.meeting, record.office, terms)))
    yield from record.heard(against_record(record.meeting))
    chinese = {
        each.zh_origin.place: each
        for each in values_of(record.meeting)
        if isinstance(each, Text) and each.zh and each.zh_origin.place.file == record.source.file
    }
    yield from record.heard(problem for each in chinese.values() for problem in check_text(each))
    counts = counts_of(record.meeting)
    alone = (each for each in chinese.values() if not each.en)
    yield from record.heard(problem for each in alone for problem in check_counts(each, counts))


def known_of(meeting: Meeting, office: Office, terms: tuple[Entry, ...] = ()) -> Known:
    """What a record and its office know: people, posts and bodies, and the facts of fields that are no texts."""
    values = tuple(values_of(meeting, office))
    posts = {(each.title.zh, each.title.en): each.title for each in values if isinstance(each, Post)}
    chinese = [zh for zh, _ in posts]
    bodies = {each.name.zh: each for each in values if isinstance(each, Organisation)}
    return Known(
        people_of(meeting, office),
        tuple(bodies.values()),
        # A post with two English titles is one for each body, and proves nothing.
        tuple(each for each in posts.values() if chinese.count(each.zh) == 1),
        facts_of_fields(meeting),
        terms,
        counts_of(meeting),
    )
