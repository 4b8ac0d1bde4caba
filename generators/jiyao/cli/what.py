"""The options of `jiyao make` that say what is wanted: which documents, in which languages and forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from jiyao.cli.ui import Ui
from jiyao.documents.shipped import Edition
from jiyao.languages.text import Language
from jiyao.problems import message
from jiyao.records.choices import DocumentName
from jiyao.work.products import DOCUMENTS, NAMES, OTHER_FORMATS, Format, Order

P = ParamSpec("P")
R = TypeVar("R")

ALL = ("all", "全部")
"""What `-d` calls the documents that the kind of meeting has."""

LANGUAGES = ("zh", "en", "both")
LAYOUTS = {"table": Edition.BOTH_TABLE, "interleaved": Edition.BOTH_INTERLEAVED}
ORDERS = {"zh-en": (Language.ZH, Language.EN), "en-zh": (Language.EN, Language.ZH)}


def what_options(command: Callable[P, R]) -> Callable[..., R]:
    """The options; the command is given the `Order` that they make, as `what`."""

    @wraps(command)
    def with_order(*args: P.args, **kwargs: P.kwargs) -> R:
        ui = click.get_current_context().ensure_object(Ui)
        kwargs["what"] = _order(ui, {name: kwargs.pop(name) for name in NAMES_OF_OPTIONS})
        return command(*args, **kwargs)

    for option in reversed(OPTIONS):
        option(with_order)
    return with_order


OPTIONS = (
    click.option(
        "-d",
        "--documents",
        default=DocumentName.MINUTES.value,
        metavar="NAMES",
        help="Which documents, with commas between them; `all`: those that the kind of meeting has.",
    ),
    click.option(
        "-l",
        "--language",
        metavar="LANGUAGES",
        help="zh, en, both in one file, with commas between them; else the office's first language.",
    ),
    click.option(
        "--layout",
        type=click.Choice(tuple(LAYOUTS)),
        default="table",
        help="Both languages side by side, or one below the other.",
    ),
    click.option("--order", type=click.Choice(tuple(ORDERS)), default="zh-en", help="Which of both comes first."),
    click.option("--html", is_flag=True, help="Releases as web pages too."),
    click.option("--html-fragment", "fragment", is_flag=True, help="Only the article of the page, for a CMS."),
    click.option("--txt", is_flag=True, help="Releases as plain text too."),
    click.option("--xlsx", is_flag=True, help="Agenda papers, sign-in sheets and follow-up sheets as workbooks too."),
    click.option("--public", is_flag=True, help="Only what may be published: of minutes the public version."),
)
NAMES_OF_OPTIONS = ("documents", "language", "layout", "order", "html", "fragment", "txt", "xlsx", "public")


def _order(ui: Ui, given: dict[str, object]) -> Order:
    documents = documents_named(str(given["documents"]), ui)
    editions = editions_named(str(given["language"] or ""), LAYOUTS[str(given["layout"])], ui)
    html = bool(given["html"] or given["fragment"])
    asked = {Format.HTML: html, Format.TXT: given["txt"], Format.XLSX: given["xlsx"]}
    formats = (Format.DOCX, *(each for each, wanted in asked.items() if wanted))
    order = Order(
        documents, editions, formats, ORDERS[str(given["order"])], bool(given["fragment"]), bool(given["public"])
    )
    _expect_possible(order, ui)
    return order


def documents_named(names: str, ui: Ui) -> tuple[DocumentName, ...]:
    """The documents of `-d`, in English or Chinese; none for `all`."""
    by_word = {word: each for each in DOCUMENTS for word in (str(each), *each.zh)}
    wanted = _apart(names)
    if any(name in ALL for name in wanted):
        return ()
    for name in wanted:
        if name not in by_word:
            said = message("unknown document {name}; use one of: {names}", name=name, names=(*DOCUMENTS, ALL[0]))
            raise click.BadParameter(ui.say(said), param_hint="-d")
    return tuple(dict.fromkeys(by_word[name] for name in wanted))


def editions_named(languages: str, both: Edition, ui: Ui) -> tuple[Edition, ...]:
    """The editions of `-l`; none where nobody says."""
    by_word = {"zh": Edition.ZH, "en": Edition.EN, "both": both}
    wanted = _apart(languages)
    for name in wanted:
        if name not in by_word:
            said = message("unknown language {name}; use one of: {names}", name=name, names=LANGUAGES)
            raise click.BadParameter(ui.say(said), param_hint="-l")
    return tuple(dict.fromkeys(by_word[name] for name in wanted))


def _expect_possible(order: Order, ui: Ui) -> None:
    """A usage error where something was asked for that no document of the order has."""
    pairs = [(document, edition) for document, edition in NAMES if document in (order.documents or DOCUMENTS)]
    for document in order.documents if order.editions else ():
        if not any(pair == (document, edition) for pair in pairs for edition in order.editions):
            made = [edition for each, edition in pairs if each is document]
            said = message("{document} is made in: {names}", document=document, names=_as_options(made))
            raise click.BadParameter(ui.say(said), param_hint="-l")
    wanted = {pair for pair in pairs if not order.editions or pair[1] in order.editions}
    possible = {each for pair in wanted for each in OTHER_FORMATS.get(pair, ())}
    if {Format.HTML, Format.TXT} & set(order.formats) - possible:
        said = message("only a release in one language has a web page and a plain text (-d release -l zh,en)")
        raise click.BadParameter(ui.say(said), param_hint="--html, --txt")
    if Format.XLSX in order.formats and Format.XLSX not in possible:
        said = message("only what is a table is made as a workbook (-d agenda,sign-in,follow-up)")
        raise click.BadParameter(ui.say(said), param_hint="--xlsx")


def _as_options(editions: Iterable[Edition]) -> tuple[str, ...]:
    """Editions by what `-l` calls them."""
    return tuple(dict.fromkeys("both" if each.startswith("both") else str(each) for each in editions))


def _apart(names: str) -> list[str]:
    return [name.strip() for name in names.replace("，", ",").replace("、", ",").split(",") if name.strip()]
