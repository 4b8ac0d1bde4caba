"""How long a look-up in a translation memory of 20,000 texts takes, and the checks of 10,000 pairs.

`PYTHONPATH=generators:tests python benchmarks/memory.py`
"""

from __future__ import annotations

import random
import sys
import time
from statistics import median

from good_pairs import good_pairs
from jiyao.review.checks.chinese import check_text
from jiyao.review.checks.pairs import check_pair
from jiyao.review.memory import Memory, Remembered

TEXTS, PAIRS, LOOK_UPS = 20_000, 10_000, 50


def main() -> int:
    """Print the medians."""
    random.seed(7)
    pairs = good_pairs()
    parts = [part for each in pairs for part in each.zh.replace("。", "，").split("，") if part]
    texts = ["，".join(random.choices(parts, k=3)) + "。" for _ in range(TEXTS)]  # noqa: S311 (no secrets here)
    memory = Memory(tuple(Remembered(text, f"text {number}") for number, text in enumerate(texts)))
    times: list[float] = []
    for text in random.choices(texts, k=LOOK_UPS):  # noqa: S311
        start = time.perf_counter()
        memory.find(f"{text[1:]}了", 70, 5)
        times.append(time.perf_counter() - start)
    print(f"memory of {TEXTS} texts: {median(times) * 1000:.1f} ms a look-up, {max(times) * 1000:.1f} ms at most")
    start = time.perf_counter()
    for number in range(PAIRS):
        pair = pairs[number % len(pairs)]
        list(check_pair(pair))
        list(check_text(pair))
    print(f"checks of {PAIRS} pairs: {time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
