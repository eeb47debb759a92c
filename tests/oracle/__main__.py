"""Compare the publication of any home with the oracle: `python -m tests.oracle HOME [SEEDS]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.oracle.comparison import compare
from tests.oracle.definitions import SEEDS
from tests.oracle.oracle import answers

SHOWN = 20


def main(home: Path, seeds: Path = SEEDS) -> int:
    """Print what was compared and the first disagreements of each mart; give 1 when there are any."""
    comparisons = compare(home / "current.duckdb", answers(home / "raw", seeds))
    for one in comparisons:
        counts = f"{one.n_rows} rows, {one.n_figures} figures, {len(one.disagreements)} disagreements"
        sys.stdout.write("\n  ".join([f"{one.mart}: {counts}", *one.disagreements[:SHOWN]]) + "\n")
    return int(any(one.disagreements for one in comparisons))


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
