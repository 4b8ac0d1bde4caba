"""`python -m jiyao …`, the same as `jiyao …`."""

from __future__ import annotations

from jiyao.cli import main

if __name__ == "__main__":
    main()
