"""A process that examines cases one after another and tells of each what became of it.

It may use a gigabyte and, for one case, ten seconds of the processor: beyond that it dies, and who started it knows at
which case. Run as `python -m tests.fuzz.examiner FOLDER SEED HOW FIRST END`, HOW being `bytes` or `cells`.
"""

from __future__ import annotations

import json
import random
import resource
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from tests.fuzz.cells import Edit, examine_cells, write_edited
from tests.fuzz.mutations import damaged
from tests.fuzz.originals import Original, checked, originals
from tests.fuzz.verdict import complaints, outcome

SECONDS = 10
MOST_BYTES = 1 << 30


def limit_memory() -> None:
    """Let this process take a gigabyte more than it has now."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + MOST_BYTES
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


class Examiner:
    """Examines one file after another; each has its own name, and is removed afterwards."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._originals = originals(folder / "originals")
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        limit_memory()

    def of_bytes(self, seed: str, number: int) -> None:
        """Examine a file damaged by a chance that the seed and the number fix."""
        original = self._originals[number % len(self._originals)]
        target = self._folder / f"{number}{original.path.suffix}"
        self._examine(str(number), original, damaged(original.path, target, random.Random(f"{seed}-{number}")))

    def of_cells(self, drawn: list[Edit], in_workbook: bool) -> None:
        """Examine a submission with cells replaced."""
        name = f"{'workbook' if in_workbook else 'csv'} {drawn!r}"
        target = self._folder / ("edited.xlsx" if in_workbook else "edited")
        self._examine(name, self._originals[0], write_edited(drawn, target, in_workbook=in_workbook))

    def _examine(self, name: str, original: Original, path: Path) -> None:
        _tell({"begins": name[:2_000]})
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        found = checked(path)
        signal.setitimer(signal.ITIMER_PROF, 0)
        told = {
            "outcome": outcome(found),
            "rules": sorted({problem.rule_code for problem in found.problems}),
            "complaints": [f"{original.name}: {why}" for why in complaints(path, found, original.checked)],
        }
        _tell(told)
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _tell(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(folder: str, seed: str, how: str, first: str, end: str) -> None:
    """Examine the cases from `first` up to `end`."""
    examiner = Examiner(Path(folder))
    if how == "cells":
        examine_cells(int(end) - int(first), int(seed) + int(first), examiner.of_cells)
    else:
        for number in range(int(first), int(end)):
            examiner.of_bytes(seed, number)


if __name__ == "__main__":
    main(*sys.argv[1:])
