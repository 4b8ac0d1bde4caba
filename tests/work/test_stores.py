"""Records and documents in stores of objects: a run leaves there what it would leave on a disk."""

from __future__ import annotations

import json
import logging
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.request import Request, urlopen

import pytest
from fsspec import core
from fsspec.implementations.memory import MemoryFileSystem
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from jiyao.cli import main
from jiyao.work.stores import StoreError, staged
from shell import tree, write

RECORD = "title: 第{}次例会\nheld: 2023-03-06 15:00\nchair: 张三\nattendees: [张三, 李四]\ndecisions: [同意。]\n"
OFFICE = "name: 青禾市应急管理局\n"
FILES = {"office.yaml": OFFICE, "一季度/例会1.yaml": RECORD.format(1), "一季度/例会2.yaml": RECORD.format(2)}


def url_to_fs(address: str) -> tuple[Any, str]:
    return cast("tuple[Any, str]", cast(Any, core).url_to_fs(address))


class Store(NamedTuple):
    """A store with nothing in it but the folder `bucket`, whose address begins with the scheme."""

    scheme: str
    files: Any

    def address(self, path: str) -> str:
        return f"{self.scheme}://bucket/{path}"

    def path(self, path: str) -> str:
        return str(url_to_fs(self.address(path))[1])

    def put(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            self.files.pipe(self.path(name), text.encode())

    def tree(self, folder: str) -> dict[str, bytes]:
        self.files.invalidate_cache()
        names: list[str] = self.files.find(self.path(folder))
        return {name.removeprefix(self.path(folder)).lstrip("/"): self.files.cat_file(name) for name in names}


@contextmanager
def in_memory() -> Generator[Store]:
    files = MemoryFileSystem()
    MemoryFileSystem.store.clear()
    yield Store("memory", files)
    MemoryFileSystem.store.clear()


@contextmanager
def s3(monkeypatch: pytest.MonkeyPatch) -> Generator[Store]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        # What an earlier test left: all servers of a process have one memory.
        urlopen(Request(f"http://{host}:{port}/moto-api/reset", method="POST")).close()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        # A file system that an earlier test had would ask the server of that test.
        S3FileSystem.clear_instance_cache()
        files = url_to_fs("s3://bucket")[0]
        files.mkdir("bucket")
        yield Store("s3", files)
    finally:
        server.stop()


@pytest.fixture(params=["memory", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store, and this machine with no copies of anything."""
    monkeypatch.setenv("JIYAO_STORES", str(tmp_path / "stores"))
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with s3(monkeypatch) if request.param == "s3" else in_memory() as found:
        yield found


def made(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """The exit code of `jiyao make`, the documents that it names, and what it says."""
    with pytest.raises(SystemExit) as ended:
        main(["--ui", "en", "make", *arguments])
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out.splitlines(), said.err


def test_a_store_gets_the_tree_and_the_manifest_of_a_disk(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "records", FILES)
    assert made(capsys, str(tmp_path / "records"), "-o", str(tmp_path / "out"))[0] == 0
    store.put({f"records/{name}": text for name, text in FILES.items()})
    code, documents, said = made(capsys, store.address("records"), "-o", store.address("out"))
    assert (code, len(documents)) == (0, 2), said
    there = store.tree("out")
    assert {name: data for name, data in there.items() if ".jiyao" not in name} == tree(tmp_path / "out")
    manifests = {each.relative_to(tmp_path / "out").as_posix(): each for each in tmp_path.glob("out/**/manifest.json")}
    assert manifests
    assert {name: json.loads(there[name]) for name in manifests} == {
        name: json.loads(file.read_bytes()) for name, file in manifests.items()
    }
    assert list(Path.cwd().iterdir()) == []


def test_a_second_run_makes_nothing_and_brings_nothing_back(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store.put({f"records/{name}": text for name, text in FILES.items()})
    made(capsys, store.address("records"))
    before = store.files.find(store.path("records"), detail=True)
    code, documents, said = made(capsys, store.address("records"))
    assert (code, len(documents)) == (0, 2)
    assert "unchanged: 2" in said
    assert store.files.find(store.path("records"), detail=True) == before


def test_another_machine_makes_nothing_anew(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put({f"records/{name}": text for name, text in FILES.items()})
    made(capsys, store.address("records"))
    monkeypatch.setenv("JIYAO_STORES", str(tmp_path / "elsewhere"))
    assert "unchanged: 2" in made(capsys, store.address("records"))[2]


def test_what_somebody_has_edited_there_stays(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store.put({f"records/{name}": text for name, text in FILES.items()})
    made(capsys, store.address("records/一季度"))
    document = store.path("records/一季度/例会1-纪要.docx")
    store.files.pipe(document, b"edited")
    store.put({"records/一季度/例会1.yaml": RECORD.format(11)})
    code, documents, _said = made(capsys, store.address("records/一季度"))
    assert (code, len(documents)) == (4, 2)
    assert store.tree("records")["一季度/例会1-纪要.docx"] == b"edited"
    assert len([name for name in store.tree("records") if name.startswith("一季度/例会1-纪要")]) == 2


def test_the_office_above_the_folder_counts(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store.put({f"records/{name}": text for name, text in FILES.items()})
    store.put({"records/office.yaml": "nam: x\n"})
    code, _documents, said = made(capsys, store.address("records/一季度/*1.yaml"))
    assert code == 1
    assert "did you mean `name`" in said


def test_what_was_changed_there_meanwhile_stays_and_is_told(store: Store) -> None:
    store.put({"records/a.txt": "one", "records/b.txt": "one"})
    with staged([store.address("records")], None) as stage:
        folder = Path(stage.paths[0])
        for name in ("a.txt", "b.txt", "c.txt"):
            (folder / name).write_text("from here")
        store.put({"records/a.txt": "from there"})
        assert [str(each.code) for each in stage.brought_back()] == ["D425"]
    assert store.tree("records") == {"a.txt": b"from there", "b.txt": b"from here", "c.txt": b"from here"}


def test_what_ended_in_the_middle_is_brought_back_by_the_next_run(store: Store) -> None:
    store.put({"records/a.txt": "one"})
    with staged([store.address("records")], None) as stage:
        Path(stage.paths[0], "new.txt").write_text("made")
    assert store.tree("records").keys() == {"a.txt"}
    with staged([store.address("records")], None) as stage:
        assert stage.brought_back() == ()
    assert store.tree("records")["new.txt"] == b"made"


def test_what_is_no_longer_there_goes_from_the_copy(store: Store) -> None:
    store.put({"records/a.txt": "one", "records/b.txt": "one"})
    with staged([store.address("records")], None):
        pass
    store.files.rm(store.path("records/a.txt"))
    with staged([store.address("records")], None) as stage:
        assert [each.name for each in Path(stage.paths[0]).iterdir()] == ["b.txt"]


@pytest.mark.parametrize(
    ("address", "code"), [("memory://nowhere/records", "D423"), ("nosuch://x/y", "D423"), ("s3://x/../../y", "D423")]
)
def test_what_cannot_be_used_is_one_located_problem(
    store: Store, address: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    del store
    exit_code, documents, said = made(capsys, address)
    assert (exit_code, documents) == (5, [])
    assert said.startswith(f"{address}: error {code}: ")


def test_a_name_that_leads_out_of_its_folder_is_refused(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put({"records/a.txt": "x"})
    outside: dict[str, object] = {"type": "file", "size": 1, "name": f"{store.path('records')}/../../x.txt"}

    def find(*_arguments: object, **_options: object) -> dict[str, dict[str, object]]:
        return {f"{store.path('records')}/../../x.txt": outside}

    monkeypatch.setattr(type(store.files), "find", find)  # pyright: ignore[reportUnknownArgumentType]
    with pytest.raises(StoreError), staged([store.address("records")], None):
        pass
    assert not list(tmp_path.rglob("x.txt"))
