"""Runs jiyao from a checkout, installed or not: `python cli.py …`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "generators"))

from jiyao.cli import main

if __name__ == "__main__":
    main()
