"""`jiyao memory` and `jiyao review prefill`: what was approved is remembered, and fills in what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from shell import jiyao, write

OFFICE = {"office.yaml": "name: {zh: 甲局, en: Bureau A}\n"}
APPROVED = """title: {zh: 例会, en: Regular meeting, state: final}
access: public
requirements:
  - {zh: 各科室要在3月17日前完成自查。, en: All sections must complete self-inspection by March 17., state: reviewed}
  - {zh: 各科室要落实责任。, en: All sections must fulfill their duties., state: draft}
"""
NEW = """title: 例会  # 每周一次
requirements:
- 各科室要在4月17日前完成自查。
- {zh: 各科室要落实责任。, en: Every section has to do its duty.}
"""


TITLE = "title:\n  zh: 例会  # 每周一次\n  en: Regular meeting\n  state: needs-review\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    write(tmp_path, {**OFFICE, "2023/a.yaml": APPROVED, "2023/b.yaml": NEW})
    done = jiyao(tmp_path, "memory", "add", "2023/a.yaml")
    assert "2023/a.yaml: 2 new texts remembered" in done.stderr
    return tmp_path


def test_what_is_remembered_already_changes_no_byte(office: Path) -> None:
    before = (office / "memory.tmx").read_bytes()
    assert "0 new texts remembered" in jiyao(office, "memory", "add", "2023/a.yaml").stderr
    assert (office / "memory.tmx").read_bytes() == before


def test_what_was_found_shows_how_it_differs_and_where_it_is_from(office: Path) -> None:
    done = jiyao(office, "memory", "find", "各科室要在4月17日前完成自查。", "--in", "2023")
    assert done.stdout == (
        "93% 各科室要在[-3-]{+4+}月17日前完成自查。\n"
        "  All sections must complete self-inspection by March 17.  (2023/a.yaml)\n"
    )


def test_prefill_writes_the_very_text_alone_and_nothing_else_changes(office: Path) -> None:
    done = jiyao(office, "review", "prefill", "2023/b.yaml")
    assert (done.returncode, done.stdout) == (0, "title: Regular meeting (100%, 2023/a.yaml)\n")
    expected = NEW.replace("title: 例会  # 每周一次\n", TITLE)
    assert (office / "2023/b.yaml").read_text("utf-8") == expected


def test_near_texts_are_filled_where_that_is_asked_for_and_checked_at_once(office: Path) -> None:
    done = jiyao(office, "review", "prefill", "2023/b.yaml", "--least", "85")
    assert done.returncode == 1
    assert (
        "2023/b.yaml:7:7: note B332: from a text that is 93% like it: 各科室要在[-3-]{+4+}月17日前完成自查。"
        in done.stderr
    )
    assert "error B1" in done.stderr, "April in Chinese, March in English"
    assert "state: needs-review" in (office / "2023/b.yaml").read_text("utf-8")


def test_a_dry_run_writes_nothing(office: Path) -> None:
    done = jiyao(office, "review", "prefill", "2023/b.yaml", "--dry-run")
    assert "1 text filled in, but nothing was written" in done.stderr
    assert (office / "2023/b.yaml").read_text("utf-8") == NEW


def test_only_what_is_public_leaves_the_house(office: Path) -> None:
    write(office, {"2023/c.yaml": APPROVED.replace("access: public\n", "").replace("例会", "内部会")})
    jiyao(office, "memory", "add", "2023/c.yaml")
    done = jiyao(office, "memory", "export", "out.tmx")
    assert "out.tmx: 2 texts; 1 stay in the house" in done.stderr
    assert "内部会" not in (office / "out.tmx").read_text("utf-8")
    write(office, {"other/office.yaml": "name: 乙局\n"})
    assert "2 new texts remembered" in jiyao(office, "memory", "import", "out.tmx", "--in", "other").stderr


SENSITIVE = """title: {zh: 办公会, en: Executive meeting, state: final}
access: {level: public, hide: [requirements]}
attendees:
  - {person: 王小五, status: leave, reason: {zh: 因病住院, en: in hospital for illness}}
decisions:
  - {zh: 通过年度计划。, en: The annual plan was adopted., state: final}
  - {text: {zh: 免去李四职务。, en: Li Si is removed from office., state: final}, concerns: personnel}
requirements:
  - {zh: 各科室要保密。, en: All sections must keep it secret., state: final}
"""


def test_what_no_public_document_says_stays_in_the_house_though_the_record_is_public(tmp_path: Path) -> None:
    write(tmp_path, {**OFFICE, "a.yaml": SENSITIVE})
    assert "5 new texts remembered" in jiyao(tmp_path, "memory", "add", "a.yaml").stderr
    assert "out.tmx: 2 texts; 3 stay in the house" in jiyao(tmp_path, "memory", "export", "out.tmx").stderr
    text = (tmp_path / "out.tmx").read_text("utf-8")
    assert [each in text for each in ("办公会", "通过年度计划。", "因病住院", "免去李四职务。", "各科室要保密。")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_what_is_no_memory_is_told_and_stays(office: Path) -> None:
    write(office, {"memory.tmx": "<tmx>"})
    for command in (("memory", "add", "2023/a.yaml"), ("memory", "find", "例会"), ("review", "prefill", "2023/b.yaml")):
        done = jiyao(office, *command)
        assert (done.returncode, "memory.tmx: error B331" in done.stderr) == (3, True), command
    assert (office / "memory.tmx").read_text("utf-8") == "<tmx>"


def test_what_a_reviewer_approved_is_remembered_when_it_comes_back(office: Path) -> None:
    exported = jiyao(office, "review", "export", "2023/a.yaml", "--to", "tmx")
    file = office / exported.stdout.splitlines()[0]
    file.write_text(
        file.read_text("utf-8").replace(">All sections must fulfill their duties.<", ">All sections do their duty.<"),
        "utf-8",
    )
    done = jiyao(office, "review", "import", file, "--state", "reviewed")
    assert done.returncode == 0, done.stderr
    assert "All sections do their duty." in (office / "memory.tmx").read_text("utf-8")
