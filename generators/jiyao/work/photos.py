"""The pictures of a release, from the disk: only files of the workspace, and never a pipe or a device."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from jiyao.dataclass import dataclass
from jiyao.documents.picture_faults import outside_workspace, unread
from jiyao.documents.pictures import MOST_BYTES, ReadyPicture, ready_picture
from jiyao.problems import Problem
from jiyao.records.publication import Photo
from jiyao.work.opening import beginning_of
from jiyao.work.reasons import NO_SUCH_FILE, reason

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
"""The beginning of an address (https:), and of a path with a drive (C:)."""


@dataclass(frozen=True, slots=True)
class Album:
    """Where the pictures and attachments of a record are looked for: beside it, then beside `office.yaml`.

    Each lies below one of the two folders, links followed. `office_file` is None where there is no office.
    """

    record_file: Path
    office_file: Path | None

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that a path may start from, the nearest first."""
        files = (self.record_file, self.office_file) if self.office_file else (self.record_file,)
        return tuple(dict.fromkeys(file.resolve().parent for file in files))

    def found(self, file: str) -> Path | None:
        """The file that a path means, which may not exist; None where it lies outside the workspace."""
        # Whoever writes on Windows writes its strokes, and the record is read on other systems too.
        path = PurePosixPath(file.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or _ADDRESS.match(file):
            return None
        places = [folder / path for folder in self.folders]
        # Not Path.resolve: it raises where links go round in a circle.
        found = Path(os.path.realpath(next((each for each in places if each.exists()), places[0])))
        workspace = self.folders[-1]
        return found if found.is_relative_to(workspace) else None


def ready_photos(photos: Iterable[Photo], album: Album) -> tuple[dict[str, ReadyPicture], tuple[Problem, ...]]:
    """The pictures by their `file`, and a problem, at its place, for each that cannot be published."""
    ready: dict[str, ReadyPicture] = {}
    problems: list[Problem] = []
    for photo in photos:
        if photo.file in ready:
            continue
        made = _ready(photo, album)
        if isinstance(made, Problem):
            problems.append(made)
        else:
            ready[photo.file] = made
    return ready, tuple(problems)


def _ready(photo: Photo, album: Album) -> ReadyPicture | Problem:
    place = photo.file_at
    try:
        path = album.found(photo.file)
        if path is None:
            return outside_workspace(place, photo.file)
        return ready_picture(beginning_of(path, MOST_BYTES + 1), place)
    except OSError as error:
        return unread(place, photo.file, reason(error))
    except ValueError:
        # A path with a character that none can have.
        return unread(place, photo.file, NO_SUCH_FILE)
