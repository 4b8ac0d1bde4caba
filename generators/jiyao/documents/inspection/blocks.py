"""The tags of a part one after another: blocks that begin and end, and what each tag asks for where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from jinja2 import nodes

from jiyao.dataclass import dataclass
from jiyao.documents.filling.faults import misplaced, not_text, unreadable_tag
from jiyao.documents.inspection.alone import CELL_TAGS, ENDS
from jiyao.documents.inspection.expressions import LOOP, Asking, parsed
from jiyao.documents.inspection.faults import empty_block, needs_docxtpl, unlike_pair, unproved
from jiyao.documents.inspection.reading import Part, Tag
from jiyao.documents.inspection.shapes import ANYTHING, Shape, Sort
from jiyao.ooxml.markup import Element
from jiyao.ooxml.names import w
from jiyao.problems import Problem, message


@dataclass(slots=True)
class Block:
    """A loop or a condition that has begun; `names` are those that it gives. The part as a whole has no tag."""

    tag: Tag | None
    names: dict[str, Shape]

    @property
    def is_loop(self) -> bool:
        return self.tag is None or self.tag.keyword == "for"


@dataclass(slots=True)
class Blocks:
    """How far a part has been read."""

    open: list[Block]
    gone: set[str] = field(default_factory=set[str])
    problems: list[Problem] = field(default_factory=list[Problem])

    @property
    def names(self) -> Mapping[str, Shape]:
        """What a tag can see here."""
        return {name: shape for block in self.open for name, shape in block.names.items()}

    def read(self, tag: Tag) -> None:
        """Go on behind a tag."""
        keyword = tag.keyword
        if keyword in ENDS.values():
            self._end(tag, keyword)
        elif keyword in {"elif", "else"}:
            self._continue(tag, keyword)
        given = self._ask(tag)
        if keyword in ENDS:
            self.open.append(Block(tag, given))
        elif given:
            next(block for block in reversed(self.open) if block.is_loop).names.update(given)

    def end(self) -> None:
        """Say what has no end."""
        for block in self.open[1:]:
            self._endless(block)

    def _endless(self, block: Block) -> None:
        if block.tag:
            reason = message("its {end} is missing", end=f"{{% {ENDS[block.tag.keyword]} %}}")
            self.problems.append(unreadable_tag(block.tag.spot, reason))

    def _end(self, tag: Tag, keyword: str) -> None:
        """Close the nearest block of that kind, and with it those in it that have no end."""
        depth = max(
            (n for n, each in enumerate(self.open) if each.tag and ENDS[each.tag.keyword] == keyword), default=0
        )
        if not depth:
            self.problems.append(unreadable_tag(tag.spot, message("it ends nothing")))
            return
        for block in self.open[depth + 1 :]:
            self._endless(block)
        block = self.open[depth]
        del self.open[depth:]
        self.gone |= set(block.names)
        if block.tag:
            self.problems += _pair(block.tag, tag)
            if _is_empty(block.tag, tag):
                self.problems.append(empty_block(block.tag.spot))

    def _continue(self, tag: Tag, keyword: str) -> None:
        opening = self.open[-1].tag
        if opening is None or (keyword == "elif" and opening.keyword == "for"):
            self.problems.append(unreadable_tag(tag.spot, message("it stands in no condition")))
        else:
            self.problems += _pair(opening, tag)

    def _ask(self, tag: Tag) -> dict[str, Shape]:
        """Look at what the tag asks for; the names that it gives."""
        asking = Asking(self.names, self.gone, tag)
        given = _given(tag, asking)
        self.problems += asking.problems
        return given


def read_blocks(part: Part, given: Mapping[str, Shape]) -> Iterator[Problem]:
    """What is wrong with the blocks of a part, and with what its tags ask for."""
    blocks = Blocks([Block(None, dict(given))])
    for tag in part.tags:
        if tag.closed and tag.kind != "#":
            blocks.read(tag)
    blocks.end()
    return iter(blocks.problems)


def _given(tag: Tag, asking: Asking) -> dict[str, Shape]:
    if tag.kind == "{":
        _printed(tag, asking)
        return {}
    keyword, _, rest = tag.inside.partition(" ")
    if keyword in CELL_TAGS:
        _asked(f"{{{{ {rest} }}}}", asking)
        return {}
    text = f"if{tag.inside.removeprefix('elif')}" if keyword == "elif" else tag.inside
    end = ENDS.get(text.split(maxsplit=1)[0], "") if text else ""
    statements = parsed(f"{{% {text} %}}" + (f"{{% {end} %}}" if end else ""))
    return _of_statement(statements[0], asking) if statements else {}


def _of_statement(node: nodes.Node, asking: Asking) -> dict[str, Shape]:
    match node:
        case nodes.If():
            asking.shape(node.test)
            return {}
        case nodes.For():
            item = asking.item(node.iter)
            names = {**_bound(node.target, item), "loop": LOOP}
            if node.test:
                asking.names = {**asking.names, **names}
                asking.shape(node.test)
            return names
        case nodes.Assign():
            return _bound(node.target, asking.shape(node.node))
        case _:
            return {}


def _bound(target: nodes.Node, shape: Shape) -> dict[str, Shape]:
    if isinstance(target, nodes.Name):
        return {target.name: shape}
    return {each.name: ANYTHING for each in target.find_all(nodes.Name)}


def _asked(text: str, asking: Asking) -> Shape:
    """The shape of what a tag prints; anything where it cannot be read."""
    statements = parsed(text)
    output = statements[0] if statements else None
    return asking.shape(output.nodes[0]) if isinstance(output, nodes.Output) else ANYTHING


def _printed(tag: Tag, asking: Asking) -> None:
    """Whether what is printed fits the tag: formatted text has runs of its own, all else is text."""
    shape = _asked(f"{{{{ {tag.inside} }}}}", asking)
    if tag.prefix == "p":
        asking.problems.append(needs_docxtpl(tag.spot))
    if shape.sort is Sort.ANYTHING or tag.prefix in {"tr", "tc"}:
        return
    if tag.prefix == "p":
        hint = message("print with {{ … }} within a paragraph, or with {{r … }} for formatted text")
        what = message("only a sub-document can stand for whole paragraphs")
        asking.problems.append(misplaced(tag.spot, what, hint))
        return
    if tag.prefix == "r" and shape.sort in {Sort.TEXT, Sort.NUMBER}:
        hint = message("print plain text with {{ … }}, without the r")
        asking.problems.append(misplaced(tag.spot, message("plain text stands where formatted text belongs"), hint))
    elif shape.sort is Sort.FORMATTED and tag.stretch.is_paragraph:
        if tag.prefix != "r":
            hint = message("print formatted text with {{r … }}")
            asking.problems.append(misplaced(tag.spot, message("formatted text stands where plain text belongs"), hint))
    elif shape.sort not in {Sort.TEXT, Sort.NUMBER}:
        asking.problems.append(not_text(tag.spot, shape.sort.words))


def _pair(opening: Tag, later: Tag) -> Iterator[Problem]:
    """Whether two tags of one block fit together: in their letters, and in where they stand."""
    if opening.prefix != later.prefix:
        yield unlike_pair(later.spot, opening.text)
    elif _level(opening) != _level(later):
        yield unproved(opening.spot)


def _level(tag: Tag) -> object:
    """What has to be the same for both ends of a block: what holds its paragraphs, rows or cells, or its text."""
    if tag.prefix in {"p", "tr", "tc"}:
        return tag.unit.getparent() if tag.unit is not None else None
    return [each.tag for each in tag.stretch.element.iterancestors()]


def _is_empty(opening: Tag, end: Tag) -> bool:
    if opening.unit is not None and end.unit is not None:
        return opening.unit is not end.unit and _next(opening.unit) is end.unit
    same = opening.stretch is end.stretch and opening.prefix == end.prefix
    return same and not opening.stretch.text[opening.end : end.start] and not _holds_more(opening, end)


def _next(element: Element) -> Element | None:
    """The next paragraph, row or cell, over bookmarks and marks of spelling."""
    following = element.getnext()
    while following is not None and following.tag not in {w("p"), w("tbl"), w("tr"), w("tc"), w("sdt")}:
        following = following.getnext()
    return following


def _holds_more(opening: Tag, end: Tag) -> bool:
    """Whether something that is no text may stand between two tags of a paragraph."""
    return opening.pieces[-1:] != end.pieces[:1]
