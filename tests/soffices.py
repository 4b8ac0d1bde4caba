"""LibreOffices that are none: small programs that misbehave as the real one does now and then."""

from __future__ import annotations

from pathlib import Path

SILENT = 'echo "Error: source file could not be loaded"\n'
"""Ends well and has made nothing."""

HANGING = """
sleep 600 &
echo $! > "$(dirname "$0")/child"
echo $$ > "$(dirname "$0")/self"
wait
"""
"""Never ends, and has started another program that does not either."""

CUT_SHORT = """
while [ "$1" != --outdir ]; do shift; done
printf '%%PDF-1.7 cut short' > "$2/0.pdf"
"""
"""Writes the beginning of a PDF, as on a full disk."""


def soffice(folder: Path, script: str) -> Path:
    """A program `soffice` in a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}", "utf-8")
    program.chmod(0o755)
    return program
