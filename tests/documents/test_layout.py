"""What is wrong with printed minutes, on pages drawn by hand: each fault is told with its page and its millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from jiyao.documents.layout.measuring import layout_problems
from jiyao.documents.layout.sheets import Line, Rule, Sheet
from jiyao.problems import Severity
from jiyao.records.office import Preset
from sheets import (
    FANGSONG,
    HANGING,
    HEITI,
    INDENT,
    LEFT,
    PITCH,
    POINT,
    RIGHT,
    STEP,
    first_page,
    full_page,
    in_font,
    last_page,
    line,
    moved,
    page_number,
    red,
    text,
)

GOOD = (first_page(), full_page(2), full_page(3), last_page(4))


def told(*sheets: Sheet, preset: Preset = Preset.GB9704) -> list[str]:
    """`page 2: D303: what is said`, for each problem."""
    problems = layout_problems(sheets, "a.pdf", preset)
    assert {problem.severity for problem in problems} <= {Severity.WARNING}
    assert {problem.place.file for problem in problems} <= {"a.pdf"}
    return [f"{problem.place.where}: {problem.code}: {problem.message}" for problem in problems]


def changed(sheet: Sheet, *lines: Line) -> Sheet:
    return replace(sheet, lines=lines)


def test_pages_as_the_standard_asks_are_silent() -> None:
    assert told(*GOOD) == []


def test_one_page_is_enough() -> None:
    assert told(replace(first_page(), rules=(*first_page().rules, *last_page(1).rules))) == []


def test_nothing_printed_is_nothing_wrong() -> None:
    assert told() == []


def test_other_paper_is_told() -> None:
    assert told(replace(GOOD[0], width=215.9, height=279.4), *GOOD[1:])[0] == (
        "page 1: D301: the paper is 215.9 by 279.4 mm; expected A4, 210 by 297 mm"
    )


def test_a_wrong_left_margin_is_told() -> None:
    sheets = [changed(sheet, *(moved(each, right=2) for each in sheet.lines)) for sheet in GOOD]
    assert "page 1: D302: the text begins, from the left, at 30.0 mm; expected 28.0 mm" in told(*sheets)


def test_a_tolerance_of_one_millimetre_is_the_standards_own() -> None:
    sheets = [changed(sheet, *(moved(each, right=0.9, down=0.9) for each in sheet.lines)) for sheet in GOOD]
    assert [each for each in told(*sheets) if "D302" in each or "D305" in each] == []


def test_paragraphs_of_one_line_alone_have_the_margin_of_their_indent() -> None:
    assert told(first_page(line("会议指出。", INDENT, 160), line("会议要求。", INDENT, 160 + PITCH))) == []


def test_text_that_goes_over_the_right_margin_is_told() -> None:
    wide = line("会" * 29, LEFT, 44.98)
    assert "page 2: D302: the text ends, from the left, at 189.0 mm; expected 184.0 mm" in told(
        first_page(), full_page(2, wide), last_page(3)
    )


def test_a_mark_that_hangs_over_the_right_margin_is_meant() -> None:
    hanging = (line("会" * 28 + "，", LEFT, 44.98), *text()[1:])
    assert told(first_page(), full_page(2, *hanging), last_page(3)) == []


def test_a_first_line_that_is_too_low_is_told() -> None:
    low = full_page(2, *text(first=48.5))
    assert "page 2: D302: the ink of the first line begins, from the top, at 44.0 mm; expected 40.5 mm" in told(
        first_page(), low, last_page(3)
    )


def test_a_blank_line_above_a_label_at_the_top_of_a_page_is_meant() -> None:
    names = line("出席：张三、李四", INDENT, 44.98 + PITCH)
    assert told(first_page(), full_page(2), last_page(3, names)) == []


def test_a_pitch_that_leaves_room_for_21_lines_is_told() -> None:
    assert "page 1: D303: 21 lines of 10.58 mm on a full page; expected 22" in told(
        first_page(), full_page(2, *text(21, pitch=30 * POINT)), last_page(3)
    )


@pytest.mark.parametrize(("points", "is_told"), [(28.0, False), (28.95, False), (29.0, True)])
def test_one_twip_too_much_is_told(points: float, is_told: bool) -> None:
    found = told(first_page(), full_page(2, *text(21 if is_told else 22, pitch=points * POINT)), last_page(3))
    assert any("D303" in each for each in found) is is_told


def test_where_lines_are_few_and_rounded_the_measure_favours_the_printer() -> None:
    rounded = (line("会" * 28, LEFT, 160.0), line("会" * 28, LEFT, 170.23), line("会" * 28, LEFT, 200.0))
    assert told(first_page(*rounded)) == []


def test_two_lines_with_a_blank_one_between_them_say_nothing_of_the_pitch() -> None:
    assert told(first_page(line("会议召开。", INDENT, 160), line("出席：张三", INDENT, 160 + 2 * PITCH))) == []


def test_a_page_that_ends_early_is_told() -> None:
    assert "page 2: D303: 20 lines of 10.21 mm on a full page; expected 22" in told(
        first_page(), full_page(2, *text(20)), last_page(3)
    )


def test_a_page_that_ends_early_for_a_heading_is_meant() -> None:
    heading = in_font(line("二、听取汇报", INDENT, 44.98), HEITI)
    assert (
        told(
            first_page(), full_page(2, *text(21)), last_page(3, heading, line("会议听取汇报。", INDENT, 44.98 + PITCH))
        )
        == []
    )


@pytest.mark.parametrize("count", [26, 27, 29])
def test_lines_of_another_number_of_characters_are_told(count: int) -> None:
    found = told(first_page(), full_page(2, *text(characters=count)), last_page(3, *text(4, characters=count)))
    assert f"page 2: D304: {count} characters on a full line; expected 28" in found


@pytest.mark.parametrize("below", ["，会", "会。", "2023", "（会", "——会", "GB会"])
def test_a_line_that_gave_a_character_to_the_next_one_is_not_counted(below: str) -> None:
    lines = (line("会" * 27, LEFT, 44.98), line(below + "会" * 20, LEFT, 44.98 + PITCH))
    assert told(first_page(), last_page(2, *lines)) == []


def test_a_line_with_digits_is_not_counted() -> None:
    lines = (line("会" * 20 + "2023年", LEFT, 44.98), line("会" * 20, LEFT, 44.98 + PITCH))
    assert told(first_page(), last_page(2, *lines)) == []


def test_the_first_line_of_a_paragraph_has_two_characters_less() -> None:
    lines = (line("会" * 26, INDENT, 44.98), line("会" * 20, LEFT, 44.98 + PITCH))
    assert told(first_page(), last_page(2, *lines)) == []


def test_a_mark_that_is_too_low_is_told_with_its_millimetres() -> None:
    mark, *rest = first_page().lines
    low = replace(first_page(), lines=(moved(mark, down=3.4), *rest))
    assert told(low, last_page(2)) == ["page 1: D305: the mark begins at 75.4 mm; expected 72.0 mm"]


def test_a_mark_of_two_lines_is_told() -> None:
    mark, *rest = first_page().lines
    twice = replace(first_page(), lines=(mark, moved(mark, down=15), *rest))
    assert told(twice, last_page(2)) == ["page 1: D306: the mark takes 2 lines; expected one"]


def test_a_mark_that_is_not_red_is_told() -> None:
    black = replace(first_page(), lines=first_page().lines[1:])
    assert told(black, last_page(2)) == ["page 1: D306: no red mark on the first page"]


def test_a_red_rule_that_is_too_short_or_too_far_is_told() -> None:
    (rule,) = first_page().rules
    short = replace(first_page(), rules=(Rule(LEFT, 170, rule.middle + 2, is_red=True),))
    assert told(short, last_page(2)) == [
        "page 1: D307: red rule: its width is 142.0 mm; expected 156.0 mm",
        "page 1: D307: red rule: below the ink of the line above it 6.0 mm; expected 4.0 mm",
    ]


def test_a_first_page_without_text_is_told() -> None:
    title = line("关于会议的纪要", 60, 165, 22, "FandolSong-Regular")
    assert told(first_page(title), full_page(2), last_page(3)) == [
        "page 1: D308: the first page holds no text below title and rule"
    ]


def test_an_imprint_that_is_too_high_is_told() -> None:
    high = last_page(2)
    high = replace(high, rules=tuple(replace(rule, middle=rule.middle - 3) for rule in high.rules))
    assert told(first_page(), high) == ["page 2: D309: imprint: its last rule at 258.8 mm; expected 262.0 mm"]


def test_an_imprint_without_rules_or_with_short_ones_is_told() -> None:
    assert told(first_page(), replace(last_page(2), rules=())) == ["page 2: D309: imprint: no rule below it"]
    short = tuple(replace(rule, left=40.0) for rule in last_page(2).rules)
    assert told(first_page(), replace(last_page(2), rules=short)) == [
        "page 2: D309: imprint: a rule that is not as wide as the text"
    ]


def test_an_imprint_before_the_last_page_is_told() -> None:
    assert told(first_page(), last_page(2, *text()), full_page(3)) == ["page 2: D309: imprint: not on the last page"]


def test_a_table_in_the_text_is_no_imprint() -> None:
    table = replace(full_page(2), rules=(Rule(LEFT, RIGHT, 100), Rule(LEFT, RIGHT, 120)))
    assert told(first_page(), table, last_page(3)) == []


def numbers(*lines: Line | None) -> Iterator[Sheet]:
    """Good pages with these page numbers."""
    for sheet, number in zip(GOOD, lines, strict=True):
        yield changed(sheet, *sheet.lines[:-1], *filter(None, [number]))


def test_a_page_number_in_the_middle_is_told_for_odd_and_for_even_pages() -> None:
    middle = [moved(page_number(n), right=105 - page_number(n).left) for n in (1, 2, 3, 4)]
    assert told(*numbers(*middle)) == [
        "page 1: D310: page number: on an odd page it ends, from the left, at 119.7 mm; expected 179.1 mm",
        "page 2: D310: page number: on an even page it begins, from the left, at 105.0 mm; expected 32.9 mm",
    ]


def test_a_page_number_that_is_too_low_missing_or_wrong_is_told() -> None:
    low = moved(page_number(1), down=4)
    assert told(*numbers(low, None, page_number(3), page_number(6))) == [
        "page 1: D310: page number: its dashes, from the top, at 273.0 mm; expected 269.0 mm",
        "page 2: D310: page number: missing",
        "page 4: D310: page number: it says —6—; expected — 4 —",
    ]


def test_an_empty_page_and_the_last_one_behind_it_need_no_number() -> None:
    last = last_page(3)
    assert told(first_page(), Sheet(210, 297), changed(last, *last.lines[:-1])) == []


def attendance(*lines: str) -> tuple[Line, ...]:
    first, *rest = lines
    hanging = [line(each, HANGING, 80 + (at + 1) * PITCH) for at, each in enumerate(rest)]
    return (*text(2), line(first, INDENT, 80), *hanging)


def test_a_name_that_is_split_is_told_with_its_beginning() -> None:
    assert told(first_page(), last_page(2, *attendance("出席：张三、李四、欧阳", "文博、王小五"))) == [
        "page 2: D311: a name is split over two lines after 欧阳"
    ]


def test_lines_that_end_with_whole_names_or_within_a_remark_are_silent() -> None:
    lines = attendance("列席：张三、李四、", "欧阳文博（带队开展", "检查）、王小五")
    assert told(first_page(), last_page(2, *lines)) == []


def test_text_in_another_face_is_told_with_both() -> None:
    sheets = [
        changed(sheet, *(in_font(each, HEITI) if each.size == 16 else each for each in sheet.lines)) for sheet in GOOD
    ]
    assert told(*sheets) == ["page 1: D312: the text is set in FandolHei-Regular; expected 仿宋_GB2312"]


def test_a_few_characters_that_a_font_lacks_are_no_fault_of_the_face() -> None:
    lines = text()
    strange = in_font(line("𠮷" * 2, LEFT, 44.98), "Fallback-Regular")
    with_strange = Line((*strange.glyphs, *lines[0].glyphs[2:]))
    assert told(first_page(), full_page(2, with_strange, *lines[1:]), last_page(3)) == []


@pytest.mark.parametrize(
    ("text_of_line", "font", "is_told"),
    [("一、听取汇报", HEITI, False), ("一、听取汇报", FANGSONG, True), ("（一）会议同意", "FandolKai-Regular", False)],
)
def test_headings_have_their_own_faces(text_of_line: str, font: str, is_told: bool) -> None:
    heading = in_font(line(text_of_line, INDENT, 44.98), font)
    found = told(first_page(), last_page(2, heading, line("会议听取汇报。", INDENT, 44.98 + PITCH)))
    assert any("a heading of the first level" in each for each in found) is is_told


def test_the_real_faces_are_as_good_as_their_likenesses() -> None:
    real = {"FandolFang-Regular": "仿宋_GB2312", "FandolSong-Regular": "FZXiaoBiaoSong-B05S"}
    sheets = [
        changed(sheet, *(in_font(each, real[each.glyphs[0].font]) for each in sheet.lines if each.size != 14))
        for sheet in GOOD
    ]
    assert [each for each in told(*sheets) if "D312" in each] == []


def test_the_second_standard_has_its_text_nearer_to_the_edge() -> None:
    pages = (first_page(), full_page(2, *text(first=43.2, pitch=10.40)), last_page(3, *text(4, first=43.2)))
    assert told(*pages, preset=Preset.GB33476) == []
    assert "page 2: D302: the ink of the first line begins, from the top, at 38.7 mm; expected 40.5 mm" in told(*pages)


def test_a_fault_of_every_page_is_told_once() -> None:
    wide = [full_page(n, *text(characters=29)) for n in range(2, 40)]
    found = told(first_page(), *wide, last_page(40))
    assert len(found) == len(set(found)) == 2


def test_red_text_alone_is_a_mark_wherever_it_stands() -> None:
    assert red(line("纪要", 60, 90)).is_red
    assert not line("纪要", 60, 90).is_red
    assert line("会", LEFT, 90).right == pytest.approx(LEFT + STEP, abs=0.2)
