"""One layout of minutes in the tags of each engine: what is around the tags is the same, byte for byte.

A red mark, number, date and place, a table of people with a loop of rows, two levels of loops of paragraphs, a header
with a tag, a footer with the number of the page. Fonts and sizes stand on every run and some tags are split over runs,
as Word leaves them after editing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias
from zlib import crc32

from word_base import word_file

Scope: TypeAlias = Sequence[str]
"""The lists whose loops stand around a tag, from the outside in."""

ITEMS = {"people": "person", "conveyed": "paragraph", "requirements": "requirement", "steps": "step"}
"""What an item of each list is called in the engines that ask for a name."""
COLUMNS = {"no": "序号", "name": "姓名", "unit": "单位", "post": "职务"}

FANGSONG, HEITI, KAITI, XIAOBIAOSONG = "仿宋", "黑体", "楷体", "方正小标宋简体"
RED = "FF0000"


@dataclass(frozen=True, slots=True)
class Syntax:
    """The tags of an engine. `around` gives what opens and what closes a loop; None: its second item is written too."""

    value: Callable[[Scope, str], str]
    around: Callable[[Scope], tuple[str, str]] | None
    around_row: Callable[[Scope], tuple[str, str]] | None = None
    """Tags of a loop that take a row of their own; None: they stand in the first and the last cell."""
    around_text: Callable[[Scope], tuple[str, str]] | None = None
    """Tags of a loop that stand in the first and the last paragraph; None: those of `around`, in their own ones."""


def _jinja_value(scope: Scope, name: str) -> str:
    return f"{{{{ {ITEMS[scope[-1]]}.{name} }}}}" if scope else f"{{{{ {name} }}}}"


def _jinja_loop(prefix: str) -> Callable[[Scope], tuple[str, str]]:
    def around(scope: Scope) -> tuple[str, str]:
        source = f"{ITEMS[scope[-2]]}.{scope[-1]}" if len(scope) > 1 else scope[-1]
        return f"{{%{prefix} for {ITEMS[scope[-1]]} in {source} %}}", f"{{%{prefix} endfor %}}"

    return around


def _loop_over_paragraphs(scope: Scope) -> tuple[str, str]:
    return f'{{#{scope[-1]} [loopOver: "paragraph"]}}', f"{{/{scope[-1]}}}"


def _carbone_value(scope: Scope, name: str) -> str:
    return f"{{d.{''.join(f'{each}[i].' for each in scope)}{name}}}"


JINJA = Syntax(_jinja_value, _jinja_loop("p"), _jinja_loop("tr"))
"""docxtpl, those that take its place, and jiyao."""
DOCXTEMPLATER = Syntax(lambda _scope, name: f"{{{name}}}", lambda scope: (f"{{#{scope[-1]}}}", f"{{/{scope[-1]}}}"))
EASY_TEMPLATE_X = replace(DOCXTEMPLATER, around_text=_loop_over_paragraphs)
CARBONE = Syntax(_carbone_value, None)
"""carbone repeats what stands between an item and the next one."""

SYNTAXES: Mapping[str, Syntax] = {
    "jinja": JINJA,
    "docxtemplater": DOCXTEMPLATER,
    "easy-template-x": EASY_TEMPLATE_X,
    "carbone": CARBONE,
}


def template(syntax: Syntax) -> bytes:
    """The .docx with the minutes in the tags of an engine."""
    footer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = "".join((_head(syntax), _table(syntax), _lists(syntax), _foot(syntax)))
    return word_file(body, f"<w:p>{_run(syntax.value((), 'office'), size=18)}</w:p>", f"<w:p>{footer}</w:p>")


def _head(syntax: Syntax) -> str:
    """Everything above the table."""

    def tag(name: str) -> str:
        return syntax.value((), name)

    labels = {"时间：": "held", "地点：": "place", "主持：": "chair", "记录：": "recorder"}
    line = _run(tag("office")) + _run("　　　　") + _run(tag("issued_on"))
    return "".join((
        _paragraph(_run(tag("mark"), XIAOBIAOSONG, 72, color=RED), "center"),
        _paragraph(_split(tag("number")), "center"),
        _paragraph(line, rule=RED),
        _paragraph(_split(tag("title"), XIAOBIAOSONG, 44), "center"),
        *(_indented(_run(label, HEITI) + _split(tag(name))) for label, name in labels.items()),
        _indented(_run(tag("opening"))),
        _indented(_run("一、参会人员", HEITI)),
    ))  # fmt: skip


def _table(syntax: Syntax) -> str:
    scope = ("people",)
    cells = [syntax.value(scope, name) for name in COLUMNS]
    if syntax.around_row:
        opening, closing = syntax.around_row(scope)
        rows = [[opening, "", "", ""], cells, [closing, "", "", ""]]
    elif syntax.around:
        opening, closing = syntax.around(scope)
        rows = [[opening + cells[0], *cells[1:-1], cells[-1] + closing]]
    else:
        rows = [cells, [_next_item(each) for each in cells]]
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = '<w:gridCol w:w="2210"/>' * len(COLUMNS)
    properties = f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{borders}</w:tblBorders>'
    head = _row([_run(title, HEITI, 24) for title in COLUMNS.values()])
    lines = "".join(_row([_split(each, size=24) if each else "" for each in row]) for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{lines}</w:tbl>"


def _row(cells: Sequence[str]) -> str:
    width = '<w:tcPr><w:tcW w:w="2210" w:type="dxa"/></w:tcPr>'
    filled = "".join(f"<w:tc>{width}{_paragraph(each, 'center')}</w:tc>" for each in cells)
    return f"<w:tr>{filled}</w:tr>"


def _lists(syntax: Syntax) -> str:
    """What was conveyed, and the requirements with their steps."""
    conveyed, requirements, steps = ("conveyed",), ("requirements",), ("requirements", "steps")
    step = _indented(_run(syntax.value(steps, "no")) + _run(syntax.value(steps, "text")))
    heading = _run(syntax.value(requirements, "no"), KAITI, bold=True)
    heading += _run(syntax.value(requirements, "heading"), KAITI, bold=True)
    requirement = _indented(heading + _split(syntax.value(requirements, "text")))
    return "".join((
        _indented(_run("二、会议传达", HEITI)),
        _loop(syntax, conveyed, _indented(_split(syntax.value(conveyed, "text"))), "text"),
        _indented(_run("三、会议要求", HEITI)),
        _loop(syntax, requirements, requirement + _loop(syntax, steps, step, "no"), "no"),
    ))  # fmt: skip


def _loop(syntax: Syntax, scope: Scope, content: str, first: str) -> str:
    """Paragraphs for each item of a list, whose first field is `first`."""
    if syntax.around_text:
        opening, closing = map(_run, syntax.around_text(scope))
        return content.replace("</w:pPr>", f"</w:pPr>{opening}", 1).removesuffix("</w:p>") + f"{closing}</w:p>"
    if syntax.around:
        opening, closing = syntax.around(scope)
        return _indented(_run(opening)) + content + _indented(_run(closing))
    return content + _indented(_run(_next_item(syntax.value(scope, first))))


def _next_item(tag: str) -> str:
    before, _, after = tag.rpartition("[i]")
    return f"{before}[i+1]{after}"


def _foot(syntax: Syntax) -> str:
    """The last sentence, and the two lines between rules that say who gets it and who printed it."""
    copies = _run("抄送：", size=28) + _run(syntax.value((), "copies"), size=28)
    printed = "".join(_run(syntax.value((), name), size=28) + _run("　", size=28) for name in ("office", "issued_on"))
    return "".join((
        _indented(_run(syntax.value((), "closing"))),
        _paragraph(copies, rule="000000"),
        _paragraph(printed + _run("印发", size=28), rule="000000"),
    ))  # fmt: skip


# Paragraphs and runs as Word writes them


def _indented(runs: str) -> str:
    return _paragraph(runs, indent=True)


def _paragraph(runs: str, align: str = "", *, indent: bool = False, rule: str = "") -> str:
    border = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="{rule}"/></w:pBdr>' if rule else ""
    first_line = '<w:ind w:firstLine="640"/>' if indent else ""
    aligned = f'<w:jc w:val="{align}"/>' if align else ""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>'
    number = _revision(runs)
    return (
        f'<w:p w:rsidR="{number}" w:rsidRDefault="{number}">'
        f"<w:pPr>{border}{spacing}{first_line}{aligned}</w:pPr>{runs}</w:p>"
    )


def _run(text: str, face: str = FANGSONG, size: int = 32, *, bold: bool = False, color: str = "") -> str:
    """A run with all its properties on itself; `size` in half points."""
    weight = "<w:b/>" if bold else ""
    paint = f'<w:color w:val="{color}"/>' if color else ""
    fonts = f'<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{face}"/>'
    properties = f'{fonts}{weight}{paint}<w:sz w:val="{size}"/>'
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _split(tag: str, face: str = FANGSONG, size: int = 32) -> str:
    """A tag in three runs with a mark of the spelling check between them, as after an edit in Word."""
    cut = tag.index("{") + 3
    first, second, third = tag[:cut], tag[cut : cut + 2], tag[cut + 2 :]
    pieces = [_run(each, face, size) for each in (first, second, third) if each]
    return '<w:proofErr w:type="gramStart"/>'.join((pieces[0], "".join(pieces[1:])))


def _revision(text: str) -> str:
    """The number of an editing session; any will do, as long as it is the same on every run."""
    return f"00{crc32(text.encode()) & 0xFFFFFF:06X}"
