"""A record whose documents are as an earlier run made them of the same things is not even read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jiyao.documents.shipped import Edition, template_name, templates_dir
from jiyao.records.choices import DocumentName
from jiyao.work.making import drafted
from jiyao.work.manifest import Outcome
from jiyao.work.placing import Made, working
from jiyao.work.products import Order, Product
from jiyao.work.why import Why
from jiyao.work.workspace import Workspaces
from shell import write

RECORD = "title: 例会\nplace: 三楼\nheld: 2023-03-06\nchair: 张三\nattendees: [张三]\n"
OFFICE = "name: 示例市应急管理局\n"
SHIPPED = templates_dir() / template_name(DocumentName.MINUTES, Edition.ZH)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with three records, of which all documents have been made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIYAO_CACHE", "off")
    write(tmp_path, {"office.yaml": OFFICE, "a.yaml": RECORD, "b/b.yaml": RECORD})
    write(tmp_path, {"c.jsonl": '{"title": "甲", "id": "x"}\n{"title": "乙"}\n'})
    made = run(Order())
    assert len(made) == 4
    assert {each.outcome for each in made.values()} == {Outcome.MADE}
    return tmp_path


def run(order: Order, *paths: str) -> dict[str, Made]:
    """The documents of a run, by name."""
    with working(order) as workshop:
        records = drafted(workshop.noted(Workspaces().pieces(paths or (".",))), order, 1)
        return {str(made.path): made for record in records for made in workshop.make(record)}


def left(order: Order | None = None) -> set[str]:
    """The names of the documents with which a run would have nothing to do."""
    with working(order or Order(dry_run=True)) as workshop:
        pieces = workshop.noted(Workspaces().pieces((".",)))
        return {name for piece in pieces for name, _key in piece.made}


EVERYTHING = {"a-纪要.docx", "b-纪要.docx", "x-纪要.docx", "c-2-纪要.docx"}


def test_a_second_run_leaves_everything(home: Path) -> None:
    before = {each: each.stat().st_mtime_ns for each in home.rglob("*.docx")}
    assert left() == EVERYTHING
    made = run(Order())
    assert {name: (each.outcome, each.why) for name, each in made.items()} == dict.fromkeys(
        ("a-纪要.docx", "b/b-纪要.docx", "x-纪要.docx", "c-2-纪要.docx"), (Outcome.UNCHANGED, ())
    )
    assert {each.product for each in made.values()} == {Product(DocumentName.MINUTES, Edition.ZH)}
    assert {each: each.stat().st_mtime_ns for each in home.rglob("*.docx")} == before


def change_a_record(home: Path) -> None:
    (home / "a.yaml").write_text(RECORD.replace("三楼", "四楼"), "utf-8")


def change_a_line(home: Path) -> None:
    (home / "c.jsonl").write_text('{"title": "甲", "id": "x"}\n{"title": "丙"}\n', "utf-8")


def change_the_office(home: Path) -> None:
    (home / "office.yaml").write_text("name: 示例市水务局\n", "utf-8")


def give_the_office_a_template(home: Path) -> None:
    (home / "templates").mkdir()
    (home / "templates" / SHIPPED.name).write_bytes(SHIPPED.read_bytes())


def edit_a_document(home: Path) -> None:
    (home / "a-纪要.docx").write_bytes(b"edited")


def remove_a_document(home: Path) -> None:
    (home / "a-纪要.docx").unlink()


@pytest.mark.parametrize(
    ("change", "again", "why"),
    [
        (change_a_record, {"a-纪要.docx"}, Why.RECORD),
        (change_a_line, {"c-2-纪要.docx"}, Why.RECORD),
        (change_the_office, EVERYTHING, Why.OFFICE),
        (edit_a_document, {"a-纪要.docx"}, Why.EDITED),
        (remove_a_document, {"a-纪要.docx"}, Why.GONE),
    ],
)
def test_what_has_changed_is_made_again_and_nothing_else(
    change: Callable[[Path], None], again: set[str], why: Why, home: Path
) -> None:
    change(home)
    assert EVERYTHING - left() == again
    made = run(Order(dry_run=True))
    assert {each.why for each in made.values() if each.outcome is not Outcome.UNCHANGED} == {(why,)}
    assert sum(each.outcome is not Outcome.UNCHANGED for each in made.values()) == len(again)
    run(Order())
    if why is not Why.EDITED:
        assert left() == EVERYTHING


def test_a_template_of_the_office_has_everything_made_again(home: Path) -> None:
    give_the_office_a_template(home)
    assert left() == set()
    # It says the same as the program's own.
    assert {each.outcome for each in run(Order()).values()} == {Outcome.UNCHANGED}
    assert left() == EVERYTHING


def test_a_template_for_the_run_has_everything_made_again(home: Path) -> None:
    (home / "own.docx").write_bytes(SHIPPED.read_bytes())
    assert left(Order(dry_run=True, template=home / "own.docx")) == set()


@pytest.mark.usefixtures("home")
def test_other_documents_of_the_record_are_made() -> None:
    both = Order(documents=(DocumentName.MINUTES, DocumentName.RELEASE), dry_run=True)
    assert left(both) == set()
    made = run(both, "a.yaml")
    assert made["a-通稿.docx"].why == (Why.NEW,)
    assert made["a-纪要.docx"].outcome is Outcome.UNCHANGED


def test_with_force_everything_is_made(home: Path) -> None:
    assert left(Order(force=True)) == set()
    assert home.joinpath("a-纪要.docx").exists()


def test_what_there_was_to_say_of_a_record_is_said_again(home: Path) -> None:
    # One of those who attended stands there twice.
    (home / "a.yaml").write_text("title: 例会\nheld: 2023-03-06\nexpected: 5\nattendees: [张三, 张三]\n", "utf-8")
    with working(Order()) as workshop:
        records = list(drafted(workshop.noted(Workspaces().pieces(("a.yaml",))), Order(), 1))
        assert [list(workshop.make(record)) for record in records]
    assert records[0].problems
    assert records[0].made_of == ""
    assert left() == EVERYTHING - {"a-纪要.docx"}


def test_a_broken_record_is_read_again(home: Path) -> None:
    (home / "a.yaml").write_text("title: [\n", "utf-8")
    assert left() == EVERYTHING - {"a-纪要.docx"}


def test_two_records_with_the_same_content_and_name_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"1/a.yaml": RECORD, "2/a.yaml": RECORD})
    order = Order(folder=tmp_path / "out")
    for outcome in (Outcome.MADE, Outcome.UNCHANGED):
        made = run(order, "1/a.yaml", "2/a.yaml")
        assert {Path(name).name for name in made} == {"a-纪要.docx", "a（2）-纪要.docx"}
        assert {each.outcome for each in made.values()} == {outcome}


def test_nobody_gets_the_name_of_a_document_that_is_left(home: Path) -> None:
    write(home, {"0/a.yaml": RECORD.replace("例会", "另一个会")})
    write(home, {"9/a.yaml": RECORD.replace("例会", "又一个会")})
    out = Order(folder=home / "out")
    assert set(map(shortly, run(out, "a.yaml"))) == {"a-纪要.docx"}
    later = run(out, "a.yaml", "9/a.yaml")
    assert {shortly(name): each.outcome for name, each in later.items()} == {
        "a-纪要.docx": Outcome.UNCHANGED,
        "a（2）-纪要.docx": Outcome.MADE,
    }


def shortly(path: str) -> str:
    return Path(path).name


def test_a_manifest_of_another_time_means_that_everything_is_made(home: Path) -> None:
    manifest = home / ".jiyao" / "manifest.json"
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace('"made_of": "', '"made_of": "other '), "utf-8")
    assert left() == {"b-纪要.docx"}
    made = run(Order(dry_run=True))
    assert {each.outcome for each in made.values()} == {Outcome.UNCHANGED}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"document": "minutes.zh"', '"document": "nonsense"'),
        ('"document": "minutes.zh"', '"document": "minutes.nonsense.zh"'),
        ('"a-\\u7eaa\\u8981.docx"', '"../a-\\u7eaa\\u8981.docx"'),
    ],
)
def test_a_manifest_that_somebody_has_changed_is_not_believed(old: str, new: str, home: Path) -> None:
    manifest = home / ".jiyao" / "manifest.json"
    text = manifest.read_text("utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new), "utf-8")
    assert "a-纪要.docx" not in left()
    assert run(Order())["a-纪要.docx"].outcome is Outcome.UNCHANGED
