"""The entry point: what every command needs around it, and what nobody may ever see."""

from __future__ import annotations

import gc
import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Timer, main_thread
from typing import NoReturn

import click

from jiyao.cli.exits import Exit
from jiyao.cli.program import program
from jiyao.cli.saying import echo
from jiyao.cli.ui import Ui, chosen_language, click_speaks, speaking, ui_first
from jiyao.problems import message


def main(arguments: Sequence[str] | None = None, *, commands: Callable[[Ui], click.Command] = program) -> NoReturn:
    """Run one command line and exit with its code (`Exit`).

    A command returns its `Exit`, or calls `ctx.exit(code)`; what it returns otherwise means that all is fine.
    """
    # Python looks for rings of values that hold each other after every 700 new ones. A run makes next to none, and the
    # looking takes a twentieth of its time.
    gc.set_threshold(100_000)
    _never_fail_to_print()
    sys.unraisablehook = _never_lose_an_interruption
    arguments = sys.argv[1:] if arguments is None else arguments
    ui = speaking(chosen_language(arguments, os.environ))
    with click_speaks(ui):
        sys.exit(_guarded(commands, ui_first(arguments), ui))


def _guarded(commands: Callable[[Ui], click.Command], arguments: list[str], ui: Ui) -> int:
    """The exit code of the run, whatever happens."""
    try:
        return _run(commands(ui), arguments, ui)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as complaint:
        # Not straight to the terminal: it may quote an argument.
        said = io.StringIO()
        complaint.show(said)
        echo(*said.getvalue().removesuffix("\n").split("\n"), err=True)
        return complaint.exit_code
    except (click.Abort, KeyboardInterrupt):
        echo("", ui.say(message("Interrupted.")), err=True)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _let_go_of_stdout()
        return Exit.UNHEARD
    except Exception as fault:  # noqa: BLE001 (no traceback may reach a user)
        # Imported late: it brings what only a fault needs.
        from jiyao.cli.fault import tell_fault

        tell_fault(fault, ui)
        return Exit.INTERNAL


def _run(command: click.Command, arguments: list[str], ui: Ui) -> int:
    """Click's own `main` would translate our exit codes into its own, so this is what is left of it."""
    if instruction := os.environ.get("_JIYAO_COMPLETE"):
        from click.shell_completion import shell_complete

        return shell_complete(command, {"obj": ui}, "jiyao", "_JIYAO_COMPLETE", instruction)
    with command.make_context("jiyao", arguments, obj=ui) as context:
        result: object = command.invoke(context)
    return result if isinstance(result, Exit) else Exit.FINE


def _never_fail_to_print() -> None:
    """A console that lacks a character (GBK has no ✓) gets its number instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _never_lose_an_interruption(unraisable: sys.UnraisableHookArgs) -> None:
    """Ctrl-C that came where Python lets nothing through, as while it throws a value away, comes once more."""
    if not issubclass(unraisable.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)
        return
    # A little later, when what let nothing through is over.
    Timer(0.01, _interrupt).start()


def _interrupt() -> None:
    if hasattr(signal, "pthread_kill") and (main := main_thread().ident):
        signal.pthread_kill(main, signal.SIGINT)
    else:
        signal.raise_signal(signal.SIGINT)


def _let_go_of_stdout() -> None:
    """Python would flush to the closed pipe once more when it ends, and complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
