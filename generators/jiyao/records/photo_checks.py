"""What can be wrong with the pictures of a release, before anybody opens them: family R, from R230 on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiyao.problems import Binding, Finding, Severity, check, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiyao.records.meeting import Meeting


@check("R230", "accessibility", severity=Severity.WARNING, binding=Binding.PRACTICE)
def photo_has_alt(meeting: Meeting) -> Iterator[Finding]:
    """A picture says in words what it shows (`alt`, 替代文本), for those who cannot see it (WCAG 2.2, 1.1.1).

    A caption says who and when; `alt` says what is to be seen. Where it is missing the caption stands in, and where
    there is none either, the picture says nothing to a blind reader.
    Right: `alt: 会场全景，台上坐着三人`.
    """
    for photo in meeting.publication.photos if meeting.publication else ():
        if photo.alt is None:
            said = message("the picture {file} does not say in words what it shows", file=photo.file)
            stands_in = message("add `alt`; until then its caption stands in")
            yield Finding(photo.file_at, said, stands_in if photo.caption else message("add `alt`"))
