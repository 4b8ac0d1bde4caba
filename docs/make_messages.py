"""Makes the catalogues of the interface from the code: `python docs/make_messages.py`.

What the code says in English is collected into `jiyao.po` of each language; translations that are there stay, what
nobody says any more goes. `jiyao.mo`, which the program reads, is compiled from it. What is not translated is listed.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from inspect import cleandoc
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import jiyao
from jiyao.cli.program import COMMANDS, program
from jiyao.cli.rules import all_rules
from jiyao.cli.ui import CATALOGUES, DOMAIN, Ui
from jiyao.documents.inspection.fields import all_meanings

LANGUAGES = ("zh",)
PACKAGE, CLICK = (Path(module.__path__[0]) for module in (jiyao, click))
OURS = {"message": 1, "translate": 1, "_": 1, "ntranslate": 2}
"""Our functions that take a text for the user, and how many forms of it."""
BEGUN = datetime(2026, 11, 22, tzinfo=UTC)
"""The date in the header; that of the last run would only make differences."""
WIDTH = 100


def catalogue_file(language: str) -> Path:
    """Where the translations into that language are kept; the compiled ones are beside it, `.mo`."""
    return Path(CATALOGUES) / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def extracted() -> Catalog:
    """Everything that the program may say, without translations: its own texts, then those of Click."""
    catalogue = Catalog()
    for file in sorted(PACKAGE.rglob("*.py")):
        for text in texts_of(file.read_text("utf-8"), str(file)):
            catalogue.add(text, locations=[(file.relative_to(PACKAGE.parent).as_posix(), 0)])
    for rule in all_rules().values():
        catalogue.add(rule.category, auto_comments=["the category of rules"])
        catalogue.add(rule.text, auto_comments=[f"what `jiyao rule {rule.code}` explains"])
    for meaning in all_meanings():
        catalogue.add(meaning, auto_comments=["what a field of a template is"])
    for command in _with_subcommands(program(Ui()), *(entry.load() for entry in COMMANDS)):
        for text in _help_texts(command):
            catalogue.add(text, auto_comments=[f"the help of `{command.name}`"])
    for name, _line, text, _comments, _context in extract_from_dir(CLICK, [("**.py", "python")]):
        catalogue.add(text, locations=[(f"click/{name}", 0)])
    return catalogue


def texts_of(source: str, file: str) -> Iterator[str | tuple[str, ...]]:
    """The texts for the user in the source of one of our modules.

    Read from the syntax tree: Babel reads tokens, and misses what stands inside an f-string. A message that is not
    a literal could never be translated, so it is a ValueError.
    """
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        literals = [each.value for each in call.args[: OURS.get(name, 0)] if isinstance(each, ast.Constant)]
        texts = tuple(text for text in literals if isinstance(text, str))
        if name in OURS and len(texts) == OURS[name]:
            yield texts if len(texts) > 1 else "".join(texts)
        elif name == "message":
            raise ValueError(f"{file}:{call.lineno}: the text of a message has to be a literal")


def kept(language: str) -> Catalog:
    """The translations into that language; none where there is no file yet."""
    file = catalogue_file(language)
    if not file.exists():
        return Catalog(language)
    with file.open("rb") as po:
        return read_po(po, locale=language, domain=DOMAIN)


def refreshed(language: str, wanted: Catalog) -> Catalog:
    """What is wanted, in the order of the code, with the translations that are there already."""
    catalogue = kept(language)
    catalogue.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    # The defaults of Babel ask for names and addresses that nobody here has.
    catalogue.header_comment = "# Made by docs/make_messages.py; only the translations are written by hand."
    catalogue.project, catalogue.version, catalogue.fuzzy = DOMAIN, "", False
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = ""
    catalogue.creation_date = catalogue.revision_date = BEGUN
    return catalogue


def untranslated(catalogue: Catalog) -> list[str]:
    """The English of every text that lacks its translation, or one of its plural forms."""
    return [english(entry) for entry in entries(catalogue) if not all(forms(entry.string))]


def entries(catalogue: Catalog) -> Iterator[Message]:
    """The texts of a catalogue, without its header."""
    return (entry for entry in catalogue if entry.id)


def english(entry: Message) -> str:
    """The English of a text; its singular where it has two forms."""
    return forms(entry.id)[0]


def forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """All forms of a text, which is one string where it has no plural; an untranslated one has the form ""."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _with_subcommands(*commands: click.Command) -> Iterator[click.Command]:
    for command in commands:
        yield command
        if isinstance(command, click.Group):
            yield from _with_subcommands(*command.commands.values())


def _help_texts(command: click.Command) -> Iterator[str]:
    """What a command and its options say about themselves; what Click says for it is among Click's own."""
    texts = (command.help, command.short_help, command.epilog, *(parameter.help for parameter in command.params))
    return (cleandoc(text) for text in texts if text)


def main() -> int:
    """Write the catalogues; 1 if something is left to translate."""
    wanted = extracted()
    left = 0
    for language in LANGUAGES:
        catalogue = refreshed(language, wanted)
        file = catalogue_file(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as po:
            write_po(po, catalogue, width=WIDTH, include_lineno=False, ignore_obsolete=True)
        with file.with_suffix(".mo").open("wb") as mo:
            write_mo(mo, catalogue)
        missing = untranslated(catalogue)
        left += len(missing)
        for text in missing:
            print(f"{language}: {text!r}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
