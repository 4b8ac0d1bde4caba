"""The files that a record attaches, from the disk: only files of the workspace, and never a pipe or a device.

Imported only for records that attach any.
"""

from __future__ import annotations

from dataclasses import replace

from jiyao.documents.attached_files import MOST_BYTES, goes_along, is_printed, outside_workspace, unread, with_content
from jiyao.languages.text import Language
from jiyao.problems import Problem
from jiyao.records.meeting import Meeting
from jiyao.records.publication import Attachment
from jiyao.work.opening import beginning_of
from jiyao.work.photos import Album
from jiyao.work.reasons import NO_SUCH_FILE, reason


def with_attached_files(meeting: Meeting, album: Album, language: Language) -> tuple[Meeting, tuple[Problem, ...]]:
    """The meeting with what the files of its attachments say, and a problem for each that cannot be printed.

    What a record says itself goes before its file. Words of a file are in `language`.
    """
    problems: list[Problem] = []
    attached: list[Attachment] = []
    for each in meeting.attachments:
        found = each if each.file is None or each.text or each.table else _read(each, each.file, album, language)
        if isinstance(found, Problem):
            problems.append(found)
        attached.append(each if isinstance(found, Problem) else found)
    return replace(meeting, attachments=tuple(attached)), tuple(problems)


def _read(attachment: Attachment, file: str, album: Album, language: Language) -> Attachment | Problem:
    place = attachment.file_at
    try:
        path = album.found(file)
        if path is None:
            return outside_workspace(place, file)
        content = beginning_of(path, MOST_BYTES + 1)
    except OSError as error:
        return unread(place, file, reason(error))
    except ValueError:
        # A path with a character that none can have.
        return unread(place, file, NO_SUCH_FILE)
    return with_content(attachment, content, language) if is_printed(file) else goes_along(place, file)
