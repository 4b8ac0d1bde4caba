"""Makes the reference pages from the code: `python docs/make_reference.py`.

`record.md` is the table of fields, `commands.md` the help of every command, `rules.md` what `jiyao rule` explains,
`elements.md` what stands on the page.
Nobody edits these pages; a test proves that they are what this script makes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from inspect import cleandoc
from pathlib import Path

import click

from jiyao.cli.columns import paragraphs, wrapped
from jiyao.cli.exits import Exit
from jiyao.cli.help import in_language
from jiyao.cli.program import COMMANDS, Entry, program
from jiyao.cli.rule import BINDINGS, SENTENCE_END
from jiyao.cli.rules import all_rules
from jiyao.cli.ui import Ui
from jiyao.problems import Rule
from jiyao.records.elements import Element, official_elements
from marking import PAGE, in_markdown, table
from record_reference import record_page

DOCS = Path(__file__).parent
WIDTH = 80
"""Columns of a help page, as on a narrow terminal."""

FAMILIES: Mapping[str, str] = {
    "B": "Both languages: what they say differently, and how translations come back",
    "D": "Documents: what cannot be made or written",
    "E": "English: what an English document cannot print",
    "R": "The record: files, values, and what does not fit together",
    "T": "Templates: Word files that are to be filled",
    "Z": "Chinese: the style of official texts",
}

EXITS: Mapping[Exit, str] = {
    Exit.FINE: "All is well; warnings too, unless `--strict`.",
    Exit.FINDINGS: "There are errors in what was read, or a document could not be made.",
    Exit.USAGE: "The command line itself is wrong.",
    Exit.UNREADABLE: "A file could not be read at all.",
    Exit.CONFLICT: "A document was edited since it was made; the new one stands beside it.",
    Exit.MISSING: "This machine lacks something: a program, a font, a right.",
    Exit.INTERNAL: "A fault of the program itself; it says what to report.",
    Exit.INTERRUPTED: "Stopped with Ctrl+C.",
    Exit.UNHEARD: "Whoever read the output has gone, as in `jiyao rule | head`.",
}


COMMANDS_INTRO = """\
# Commands (命令)

`jiyao COMMAND PATH…`, where PATH is a record, a folder or a pattern. What a program may want to read goes to the
standard output; what a person reads goes to the standard error. The program speaks Chinese or English: `--ui` before
the command decides, else the variable `JIYAO_UI`, else the language of the system.

This page is made from the program's own help (`docs/make_reference.py`).
"""

RULES_INTRO = """\
# Problem codes (问题代码)

Every problem that the program reports has a code. `jiyao rule R102` prints what stands here; `jiyao --ui zh rule R102`
prints it in Chinese. An *error* stops the document, a *warning* asks for a look, a *note* informs. How binding a rule
is stands behind its category.

This page is made from the rules themselves (`docs/make_reference.py`).
"""


ELEMENTS_INTRO = """\
# The elements of minutes, releases and meeting records (公文要素)

What the minutes of every kind of meeting, a news release and a meeting record (会议记录) have on their pages, in the
order of the page, by GB/T 9704-2012; *usual* is what offices do where the standard is silent. An optional element is
printed where the data or `office.yaml` says it. A seal, an office's signature, addressees and the name of who signs
belong to other documents; an office that has them in its minutes puts them into a template of its own
([templates.md](templates.md)). Directors sign what was written down of their meeting; of other meetings whoever chaired
and wrote signs the record.

This page is made from `records/elements.yaml` (`docs/make_reference.py`), and a test makes minutes of each kind by it.
"""


def elements_page() -> str:
    """`elements.md`: every element, with the clause for it."""
    rows = [
        (each.name, each.english, _of_minutes(each), each.release.value, each.record.value, each.clause)
        for each in official_elements()
    ]
    return f"{ELEMENTS_INTRO}\n{table(('要素', 'element', 'minutes', 'release', 'record', 'clause'), rows)}"


def _of_minutes(element: Element) -> str:
    """Whether minutes have it, and of which kinds of meetings where not of all."""
    kinds = f" ({', '.join(element.kinds)})" if element.kinds else ""
    return element.minutes.value + kinds


def commands_page() -> str:
    """`commands.md`: the help of the program and of every command, and the exit codes."""
    parts = [COMMANDS_INTRO, _shown("jiyao", program(Ui()))]
    for entry in COMMANDS:
        parts += _sections(_full_name(entry), entry.load(), "##")
    codes = table(("code", "meaning"), [(str(int(code)), meaning) for code, meaning in EXITS.items()])
    parts.append(f"## Exit codes (退出码)\n\nIn a batch the highest one counts.\n\n{codes}")
    return "\n".join(parts)


def help_of(name: str, command: click.Command) -> str:
    """What `--help` prints, in English."""
    command = in_language(command, Ui())
    return command.context_class(command, info_name=name, terminal_width=WIDTH).get_help().rstrip()


def _sections(name: str, command: click.Command, mark: str) -> Iterator[str]:
    """The help of a command, and below it that of each of its own commands."""
    yield f"{mark} {name}\n\n{_shown(name, command)}"
    if isinstance(command, click.Group):
        for each, below in command.commands.items():
            yield from _sections(f"{name} {each}", below, f"{mark}#")


def _full_name(entry: Entry) -> str:
    return f"jiyao {entry.name}"


def _shown(name: str, command: click.Command) -> str:
    return f"```text\n{help_of(name, command)}\n```\n"


def rules_page() -> str:
    """`rules.md`: a list of all rules, then each with what it means."""
    rules = list(all_rules().values())
    parts = [RULES_INTRO]
    for letter, title in FAMILIES.items():
        family = [rule for rule in rules if rule.code.startswith(letter)]
        rows = [(f"[{each.code}](#{each.code.lower()})", each.severity, first(each)) for each in family]
        parts.append(f"## {letter}: {title}\n\n{table(('code', 'severity', 'in short'), rows)}")
        parts += map(_explained, family)
    return "\n".join(parts)


def first(rule: Rule) -> str:
    """The first sentence of what a rule means."""
    _as_it_is, paragraph = next(paragraphs(rule.text))
    return in_markdown(SENTENCE_END.split(paragraph, maxsplit=1)[0])


def _explained(rule: Rule) -> str:
    facts = f"*{rule.severity}* · {rule.category} · {BINDINGS[rule.binding]}"
    texts = (
        f"```text\n{cleandoc(text)}\n```" if as_it_is else "\n".join(wrapped(in_markdown(text), PAGE))
        for as_it_is, text in paragraphs(rule.text)
    )
    return "\n\n".join((f"### {rule.code}", facts, *texts)) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "record.md": record_page,
    "commands.md": commands_page,
    "rules.md": rules_page,
    "elements.md": elements_page,
}
"""The pages that this script makes, by name."""


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")
        print(name)


if __name__ == "__main__":
    main()
