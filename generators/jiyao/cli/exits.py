"""What the program says to the shell that called it."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes. Where several apply, the highest wins: `max` of them is the code of the run."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3
    CONFLICT = 4
    MISSING = 5
    """Something this machine lacks: a program, a font, a right."""
    INTERNAL = 70
    """A fault of the program itself (EX_SOFTWARE of sysexits.h)."""
    INTERRUPTED = 130
    """Ctrl+C, as shells report it: 128 and the number of the signal."""
    UNHEARD = 141
    """Whoever read the output has gone (`jiyao rule | head`), as shells report it."""
