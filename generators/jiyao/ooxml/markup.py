"""XML as Word writes it: strict reading, and where in a part a spot is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from jiyao.ooxml.names import w

# lxml has no public name for the type of all its elements.
Element: TypeAlias = etree._Element  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def parse(part: bytes) -> Element | None:
    """The root of a part; None if it is not well-formed or brings a document type of its own."""
    # No huge_tree: libxml2's own limits stop what is made to grow while it is read.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root: Element = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    has_document_type = bool(root.getroottree().docinfo.internalDTD)
    return None if has_document_type else root


def serialise(root: Element) -> str:
    """The part as text, without a declaration."""
    return etree.tostring(root, encoding="unicode")


def paragraph_text(paragraph: Element) -> str:
    """What a reader sees in a paragraph, box and footnote texts within it included."""
    return "".join(text.text or "" for text in paragraph.iter(w("t")))


def where_is(element: Element) -> str:
    """Where an element stands, as a user counts: `paragraph 12`, `table 1, row 2, cell 3, paragraph 2`.

    Paragraphs count outside of tables, from the start of the part; in a cell from its start, the first unsaid.
    "" for what is in no paragraph and no table.
    """
    steps: list[str] = []
    for each in (element, *element.iterancestors()):
        # What is in a text box is placed by the paragraph that the box hangs on.
        if each.tag == w("txbxContent"):
            steps = ["text box"]
        elif each.tag in {w("p"), w("tc"), w("tr"), w("tbl")}:
            steps.insert(0, _step(each))
    return ", ".join(step for step in steps if step)


def _step(element: Element) -> str:
    if element.tag == w("tc"):
        return f"cell {_count(element.itersiblings(w('tc'), preceding=True))}"
    if element.tag == w("tr"):
        return f"row {_count(element.itersiblings(w('tr'), preceding=True))}"
    in_cell = any(each.tag == w("tc") for each in element.iterancestors())
    number = _count(element.itersiblings(str(element.tag), preceding=True) if in_cell else _before(element))
    if element.tag == w("tbl"):
        return f"table {number}"
    return f"paragraph {number}" if number > 1 or not in_cell else ""


def _before(element: Element) -> Iterator[Element]:
    """The elements of the same name before this one that stand in no other of that name, nor in a table or box."""
    inside = {w("tbl"), w("txbxContent")}
    for each in element.getroottree().getroot().iter(str(element.tag)):
        if each is element:
            return
        if not any(ancestor.tag in inside for ancestor in each.iterancestors()):
            yield each


def _count(before: Iterator[Element]) -> int:
    return 1 + sum(1 for _ in before)
