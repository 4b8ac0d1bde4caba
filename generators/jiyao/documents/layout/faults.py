"""What printed pages of minutes may have wrong: family D, from D301 on.

All are warnings: what 10.3 says of minutes may be adapted by each office, and a page is printed all the same.
"""

from __future__ import annotations

from jiyao.problems import Binding, Finding, Message, Place, Severity, message, problem

_PRINTED = Severity.WARNING


def on_page(file: str, number: int) -> Place:
    """The place of a page; pages count from 1."""
    return Place(file, where=f"page {number}")


@problem("D301", "layout", severity=_PRINTED, binding=Binding.STANDARD)
def paper(place: Place, width: float, height: float) -> Finding:
    """The paper is not A4, 210 by 297 mm (GB/T 9704-2012, 5.1).

    Choose A4 in the page setup of the template.
    """
    said = message(
        "the paper is {width} by {height} mm; expected A4, 210 by 297 mm", width=_mm(width), height=_mm(height)
    )
    return Finding(place, said)


@problem("D302", "layout", severity=_PRINTED, binding=Binding.STANDARD)
def margin(place: Place, edge: Message, found: float, expected: float) -> Finding:
    """The text does not begin or end where the margins are to be (GB/T 9704-2012, 5.2.1, or GB/T 33476.2-2016).

    Top 37 and left 28 mm, 1 mm more or less; the text area is 156 by 225 mm. Set the margins in the page setup of the
    template. What is measured at the top is the ink of the first line, which is 3.5 mm below the margin.
    """
    said = message("{edge} at {found} mm; expected {expected} mm", edge=edge, found=_mm(found), expected=_mm(expected))
    return Finding(place, said, message("set the margins in the page setup of the template"))


@problem("D303", "layout", severity=_PRINTED, binding=Binding.PRACTICE)
def lines(place: Place, found: int, pitch: float) -> Finding:
    """A full page has another number of lines than 22, which is the rule, "as a rule" (GB/T 9704-2012, 5.2.3).

    The lines of 正文 are 28.95 points apart, exactly; 29 points leave room for 21.
    """
    said = message("{found} lines of {pitch} mm on a full page; expected 22", found=found, pitch=f"{pitch:.2f}")
    return Finding(place, said, message("set the lines of the style 正文 to exactly 28.95 points"))


@problem("D304", "layout", severity=_PRINTED, binding=Binding.PRACTICE)
def characters(place: Place, found: int) -> Finding:
    """A full line of Chinese has another number of characters than 28, as a rule (GB/T 9704-2012, 5.2.3).

    28 characters of 16 points are wider than 156 mm, so the style 正文 sets them 0.25 points closer. Lines with Latin
    letters or digits, and lines that a mark has made shorter or longer, are not counted.
    """
    said = message("{found} characters on a full line; expected 28", found=found)
    return Finding(place, said, message("set the spacing of the style 正文 to 0.25 points condensed, at 16 points"))


@problem("D305", "layout", severity=_PRINTED, binding=Binding.STANDARD)
def mark(place: Place, found: float, expected: float) -> Finding:
    """The top of the mark (纪要标志) is not 35 mm below the top of the text area: 72 mm (GB/T 9704-2012, 10.3).

    Change the height of the paragraph above it in the template; another face or size of the mark moves its ink.
    """
    return Finding(
        place,
        message("the mark begins at {found} mm; expected {expected} mm", found=_mm(found), expected=_mm(expected)),
    )


@problem("D306", "layout", severity=_PRINTED, binding=Binding.PRACTICE)
def mark_lines(place: Place, found: int) -> Finding:
    """The mark (纪要标志) is not on one line: it is missing, not red, or too long (GB/T 9704-2012, 10.3).

    A shorter name of the office in `house.mark`, or a smaller size in the template, keeps it on one line.
    """
    if not found:
        return Finding(place, message("no red mark on the first page"))
    return Finding(place, message("the mark takes {found} lines; expected one", found=found))


@problem("D307", "layout", severity=_PRINTED, binding=Binding.STANDARD)
def red_rule(place: Place, what: Message, found: float, expected: float) -> Finding:
    """The red rule is not as wide as the text, or not 4 mm below the line above it (GB/T 9704-2012, 7.2.7)."""
    said = message(
        "red rule: {what} {found} mm; expected {expected} mm", what=what, found=_mm(found), expected=_mm(expected)
    )
    return Finding(place, said)


@problem("D308", "layout", severity=_PRINTED, binding=Binding.STANDARD)
def no_text_on_first_page(place: Place) -> Finding:
    """The first page holds no text of the minutes (GB/T 9704-2012, 7.3.3).

    Shorten the title, or take blank lines above or below it out of the template.
    """
    return Finding(place, message("the first page holds no text below title and rule"))


@problem("D309", "layout", severity=_PRINTED, binding=Binding.STANDARD)
def imprint(place: Place, what: Message) -> Finding:
    """The imprint (版记) does not end at the foot of the last page, or is not as wide as the text.

    Its last rule and the lower edge of the text area, 262 mm down, are one (GB/T 9704-2012, 7.4.1).
    """
    return Finding(place, message("imprint: {what}", what=what))


@problem("D310", "layout", severity=_PRINTED, binding=Binding.STANDARD)
def page_number(place: Place, what: Message) -> Finding:
    """The page number is missing, wrong, or not where it is to be (GB/T 9704-2012, 7.5).

    A dash on each side, in 宋体 of 14 points, 7 mm below the text area: at 269 mm. On odd pages at the right, on even
    ones at the left, one character in.
    """
    return Finding(place, message("page number: {what}", what=what))


@problem("D311", "layout", severity=_PRINTED, binding=Binding.PRACTICE)
def split_name(place: Place, beginning: str) -> Finding:
    """A name in the lists of 出席, 请假 or 列席 is split over two lines.

    The program breaks these lines between names, so the lines of the template are shorter than those of GB/T 9704-2012.
    """
    return Finding(place, message("a name is split over two lines after {beginning}", beginning=beginning))


@problem("D312", "layout", severity=_PRINTED, binding=Binding.STANDARD)
def face(place: Place, role: Message, found: str, expected: str) -> Finding:
    """A part of the page is set in another face than the standard's, or a likeness of it.

    By GB/T 9704-2012, 5.2.2, 7.2 and 7.3, text is set in 仿宋, the mark and the title in 小标宋, headings of the first
    level in 黑体, the page number in 宋体.
    """
    said = message("{role} is set in {found}; expected {expected}", role=role, found=found, expected=expected)
    return Finding(place, said, message("set the face in the styles of the template"))


def _mm(length: float) -> str:
    return f"{length:.1f}"
