"""What a run has come to: one line, and for a batch a table of its documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from jiyao.cli.columns import columns, padded
from jiyao.cli.progress import LONG, is_watched
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui
from jiyao.dataclass import dataclass
from jiyao.languages.language import Language
from jiyao.problems import Message, Problem, Severity, message
from jiyao.records.choices import DocumentName
from jiyao.work.manifest import Outcome

OUTCOMES: Mapping[Outcome | None, Message] = {
    Outcome.MADE: message("made"),
    Outcome.UNCHANGED: message("unchanged"),
    Outcome.KEPT: message("written beside an edited file"),
    None: message("not made"),
}
PDF = "PDF"
MOST = 12
"""Codes of problems that are counted one by one."""

Counts = Counter[Outcome | None]


@dataclass(slots=True)
class Tally:
    """Counts what became of the documents; those that could not be made count under None.

    `counts` holds them under the name of the document, under None where a record could not be read at all.
    """

    records: int = 0
    counts: dict[DocumentName | str | None, Counts] = field(default_factory=dict["DocumentName | str | None", Counts])

    def count(self, document: DocumentName | str | None, outcome: Outcome | None, number: int = 1) -> None:
        """So many documents came out so."""
        self.counts.setdefault(document, Counter())[outcome] += number

    def total(self) -> Counts:
        """All documents together."""
        return sum(self.counts.values(), Counts())

    def tell(self, problems: Sequence[Problem], ui: Ui, *, is_dry_run: bool, seconds: float) -> None:
        """Print it, on stderr: a table where there were many records."""
        total = self.total()
        parts = tuple(
            message("{outcome}: {number}", outcome=word, number=total[outcome])
            for outcome, word in OUTCOMES.items()
            if total[outcome]
        )
        if self.records >= LONG:
            # How long it took is for who waited for it: whoever compares two runs wants them to say the same.
            pace = [_pace(self.records, seconds, ui)] if is_watched() else []
            for line in (*self._table(ui), *_of_problems(problems, ui), *pace):
                echo(line, err=True)
        if parts:
            said = message("would be: {parts}", parts=parts) if is_dry_run else message("{parts}", parts=parts)
            echo(ui.say(said), err=True)

    def _table(self, ui: Ui) -> Iterator[str]:
        total = self.total()
        heads = [outcome for outcome in OUTCOMES if total[outcome]]
        if len(heads) * len(self.counts) <= 1:
            return  # the line below says all of it
        rows = [["", *(ui.say(OUTCOMES[each]) for each in heads)]]
        rows += (
            [_named(document, ui), *(f"{self.counts[document][each]:,}" for each in heads)]
            for document in (*DocumentName, PDF, None)
            if document in self.counts
        )
        widths = [max(columns(row[place]) for row in rows) for place in range(len(rows[0]))]
        for first, *rest in rows:
            numbers = (" " * (width - columns(cell)) + cell for cell, width in zip(rest, widths[1:], strict=True))
            yield "  ".join((padded(first, widths[0]), *numbers)).rstrip()


def _named(document: DocumentName | str | None, ui: Ui) -> str:
    if document is None:
        return ui.say(message("(unread)"))
    if isinstance(document, DocumentName):
        return document.word if ui.language is Language.ZH else document.value
    return document


def _of_problems(problems: Sequence[Problem], ui: Ui) -> Iterator[str]:
    """Which problems there were, where they were not all of one code: R013 ×12."""
    for severity, word in ((Severity.ERROR, message("errors")), (Severity.WARNING, message("warnings"))):
        codes = Counter(each.code for each in problems if each.severity is severity)
        if len(codes) > 1:
            counted = [f"{code} ×{number:,}" for code, number in codes.most_common(MOST)]
            rest = [f"… +{len(codes) - MOST}"] if len(codes) > MOST else []
            yield ui.say(message("{severity}: {codes}", severity=word, codes=(*counted, *rest)))


def _pace(records: int, seconds: float, ui: Ui) -> str:
    pace = message(
        "{records} records in {seconds} s, {rate} a second",
        records=f"{records:,}",
        seconds=f"{seconds:.1f}",
        rate=f"{records / max(seconds, 1e-6):,.0f}",
    )
    return ui.say(pace)
