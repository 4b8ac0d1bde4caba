"""What a matter is known by, and what is known of it."""

from __future__ import annotations

import datetime as dt

from jiyao.records.following import matters_of
from jiyao.records.progress import Progress
from wording import record_of

RECORD = """
    title: 例会
    decisions:
      - 不需要谁去办。
      - {text: 同意方案。, responsible: 办公室}
    agenda:
      - title: 其他
        statements:
          - {verb: require, text: 要自查。, due: 2023-03-17, status: done, closed: {by: 张三, on: 2023-03-16}}
        requirements:
          - {text: 要报送。, responsible: [办公室, 法规科], due: 长期}
"""


def test_a_matter_is_known_by_its_record_and_its_place_there() -> None:
    meeting = record_of(RECORD).meeting
    assert meeting
    matters = list(matters_of("a", meeting, {}))
    assert [(each.id, each.text.zh) for each in matters] == [
        ("a/d2", "同意方案。"),
        ("a/1.s1", "要自查。"),
        ("a/1.r1", "要报送。"),
    ]
    assert [(each.closed_on, each.closed_by) for each in matters] == [
        (None, ""),
        (dt.date(2023, 3, 16), "张三"),
        (None, ""),
    ]
    assert [unit.zh for unit in matters[2].responsible] == ["办公室", "法规科"]


def test_a_row_without_a_status_keeps_that_of_the_record_and_adds_its_note() -> None:
    meeting = record_of(RECORD).meeting
    assert meeting
    _, matter, _ = matters_of("a", meeting, {("a", "1.s1"): Progress("a", "1.s1", note="已报")})
    assert (matter.status, matter.closed_by, matter.note) == ("done", "张三", "已报")
