"""Pictures of a release, as far as the record alone tells."""

from __future__ import annotations

import pytest

from recording import located, meeting, problem, problems

PHOTO = "title: 例会\npublication:\n  photos:\n    - {file: a.jpg, caption: 会场}\n"


def test_a_picture_without_words_for_the_blind_is_told_at_its_file() -> None:
    found = problem(PHOTO)
    assert located(found) == "4:14 R230"
    assert found.place.where == "publication.photos[0].file"
    assert "a.jpg" in str(found.message)
    assert "caption stands in" in str(found.hint)


def test_without_a_caption_nothing_stands_in() -> None:
    assert "stands in" not in str(problem(PHOTO.replace(", caption: 会场", "")).hint)


@pytest.mark.parametrize("alt", ["alt: 会场全景", "替代文本: 会场全景", "alt: {en: The hall}"])
def test_a_picture_that_says_what_it_shows_is_in_order(alt: str) -> None:
    assert problems(PHOTO.replace("caption: 会场", alt)) == []


def test_a_picture_knows_where_its_file_is_written() -> None:
    publication = meeting(
        "title: 例会\npublication:\n  图片:\n    - 图说: 会场\n      替代文本: 会场\n      文件: a.jpg\n"
    ).publication
    assert publication is not None
    place = publication.photos[0].file_at
    assert (place.line, place.column, place.end_column) == (6, 11, 16)
