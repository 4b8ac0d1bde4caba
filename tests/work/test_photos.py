"""The pictures that a record names: where they are looked for, and that none comes from outside the workspace."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jiyao.documents.pictures import ReadyPicture
from jiyao.problems import Problem
from jiyao.records.load import load_records
from jiyao.work.photos import Album, ready_photos
from published import drawn


def photos_of(
    folder: Path, file: str, *, record: str = "2023/例会.yaml", office: bool = True
) -> tuple[dict[str, ReadyPicture], tuple[Problem, ...]]:
    """What becomes of one picture of a record in a workspace."""
    text = f"title: 例会\npublication:\n  photos:\n    - caption: 会场\n      file: {file!r}\n"
    (read,) = load_records(text.encode(), record)
    assert read.meeting is not None, read.problems
    assert read.meeting.publication is not None
    album = Album(folder / record, folder / "office.yaml" if office else None)
    return ready_photos(read.meeting.publication.photos, album)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """An office with a folder of records, and a picture in each of three places."""
    folder = tmp_path / "office"
    for name, width in (("2023/a.jpg", 10), ("a.jpg", 20), ("logo.png", 30), ("../outside.jpg", 40)):
        path = folder / name
        (folder / "2023").mkdir(parents=True, exist_ok=True)
        path.write_bytes(drawn(width, 10))
    return folder


def width_of(found: tuple[dict[str, ReadyPicture], tuple[Problem, ...]]) -> int:
    ready, problems = found
    assert problems == ()
    (picture,) = ready.values()
    return picture.width


def code_of(found: tuple[dict[str, ReadyPicture], tuple[Problem, ...]]) -> str:
    ready, (problem,) = found
    assert ready == {}
    assert (problem.place.file, problem.place.line, problem.place.column) == ("2023/例会.yaml", 5, 13)
    assert problem.place.where == "publication.photos[0].file"
    return problem.code


def test_a_picture_beside_the_record_comes_before_one_beside_the_office(workspace: Path) -> None:
    assert width_of(photos_of(workspace, "a.jpg")) == 10
    (workspace / "2023/a.jpg").unlink()
    assert width_of(photos_of(workspace, "a.jpg")) == 20


def test_what_counts_is_the_content_and_not_the_name(workspace: Path) -> None:
    ready, _ = photos_of(workspace, "logo.png")
    assert ready["logo.png"].media_type == "image/jpeg"


@pytest.mark.parametrize("file", ["图片/会场.jpg", "图片\\会场.jpg", "./图片/会场.jpg"])
def test_a_path_may_be_written_as_on_any_system(file: str, workspace: Path) -> None:
    (workspace / "2023/图片").mkdir()
    (workspace / "2023/图片/会场.jpg").write_bytes(drawn(50, 10))
    assert width_of(photos_of(workspace, file)) == 50


@pytest.mark.parametrize(
    "file",
    [
        "../a.jpg", "../../outside.jpg", "..\\..\\outside.jpg", "图片/../../../outside.jpg", "/etc/passwd", "C:\\a.jpg",
        "C:a.jpg", "\\\\server\\share\\a.jpg", "https://example.com/a.jpg", "file:///etc/passwd", "data:image/png,x",
    ],
)  # fmt: skip
def test_a_path_that_leads_out_is_refused(file: str, workspace: Path) -> None:
    assert code_of(photos_of(workspace, file)) == "D401"


def test_a_link_that_leads_out_is_refused(workspace: Path) -> None:
    (workspace / "2023/link.jpg").symlink_to(workspace.parent / "outside.jpg")
    (workspace / "2023/folder").symlink_to(workspace.parent)
    assert code_of(photos_of(workspace, "link.jpg")) == "D401"
    assert code_of(photos_of(workspace, "folder/outside.jpg")) == "D401"


def test_a_link_within_the_workspace_is_followed(workspace: Path) -> None:
    (workspace / "2023/link.jpg").symlink_to(workspace / "logo.png")
    assert width_of(photos_of(workspace, "link.jpg")) == 30


def test_without_an_office_the_workspace_is_the_folder_of_the_record(workspace: Path) -> None:
    assert width_of(photos_of(workspace, "a.jpg", office=False)) == 10
    (workspace / "2023/link.jpg").symlink_to(workspace / "logo.png")
    assert code_of(photos_of(workspace, "link.jpg", office=False)) == "D401"


def test_a_picture_that_is_not_there_is_told(workspace: Path) -> None:
    assert code_of(photos_of(workspace, "b.jpg")) == "D402"


def test_a_circle_of_links_a_folder_and_a_pipe_are_no_pictures(workspace: Path) -> None:
    (workspace / "2023/circle.jpg").symlink_to("circle.jpg")
    (workspace / "2023/folder.jpg").mkdir()
    os.mkfifo(workspace / "2023/pipe.jpg")
    for name in ("circle.jpg", "folder.jpg", "pipe.jpg"):
        assert code_of(photos_of(workspace, name)) == "D402"


def test_a_name_that_no_file_can_have_is_told(workspace: Path) -> None:
    assert code_of(photos_of(workspace, "x" * 300 + ".jpg")) == "D402"


def test_a_file_that_is_no_picture_is_refused_at_its_place(workspace: Path) -> None:
    (workspace / "2023/a.jpg").write_bytes(drawn(form="GIF"))
    assert code_of(photos_of(workspace, "a.jpg")) == "D403"
