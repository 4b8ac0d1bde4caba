"""Tables that a record holds: rows of cells, each a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jiyao.dataclass import dataclass
from jiyao.languages.text import Text
from jiyao.problems import message
from jiyao.records import faults
from jiyao.records.fields import join
from jiyao.records.nodes import Node, Scalar, Sequence
from jiyao.records.values import TEXT

if TYPE_CHECKING:
    from jiyao.languages.language import Language
    from jiyao.records.fields import Reading, Schema, Schemas


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table; an empty cell is an empty text."""

    cells: tuple[Text, ...]


class TableRowReader:
    """Reads one row: a list of texts, in which an empty one is an empty cell."""

    def read(self, node: Node, path: str, reading: Reading) -> TableRow | None:
        if not isinstance(node, Sequence):
            reading.report(faults.wrong_form(node.place, message("a row: a list of texts"), faults.form_of(node)))
            return None
        cells = [self._cell(each, join(path, str(index)), reading) for index, each in enumerate(node.items)]
        return TableRow(tuple(cells))

    def _cell(self, node: Node, path: str, reading: Reading) -> Text:
        if isinstance(node, Scalar) and (node.unknown or not node.text.strip()):
            return Text()
        return TEXT.read(node, path, reading) or Text()

    def schema(self, types: Schemas) -> Schema:
        return {"type": "array", "items": {"anyOf": [TEXT.schema(types), {"type": "null"}]}}


TABLE_ROW = TableRowReader()
WORDLESS = re.compile(r"[^\W\d_]")


def cell_in(cell: Text, language: Language) -> str | None:
    """What a cell says in that language; figures say the same in both; None where it has words in the other alone."""
    if said := cell.in_language(language):
        return said
    other = cell.zh or cell.en
    return None if WORDLESS.search(other) else other
