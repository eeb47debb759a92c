"""Run cases in processes of their own, and count what became of them.

`python -m tests.fuzz.run [NUMBER] [SEED]` runs so many cases, half of them damaged files and half replaced cells, and
ends with code 1 when one of them was neither loaded right nor refused with a message that names the place.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parents[2]
BATCH = 1_000
N_CASES, SEED = 10_000, 2026


@dataclass(slots=True)
class Tally:
    """What became of the cases: outcomes and rules counted, and each complaint with the case it is about."""

    outcomes: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.outcomes += other.outcomes
        self.rules += other.rules
        self.complaints += other.complaints

    def lines(self) -> Iterator[str]:
        """What is printed."""
        yield f"{self.outcomes.total()} files examined"
        yield from (f"  {number:6} {name}" for name, number in self.outcomes.most_common())
        yield "files told of, by rule"
        yield from (f"  {number:6} {name}" for name, number in self.rules.most_common())
        yield f"{len(self.complaints)} complaints"
        yield from (f"  {complaint}" for complaint in self.complaints)


def examine(how: str, first: int, end: int, seed: int) -> Tally:
    """Examine the cases from `first` up to `end`; after one at which the process died, go on with the next."""
    tally = Tally()
    while first < end:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "tests.fuzz.examiner", folder, str(seed), how, str(first), str(end)]
            ended = subprocess.run(command, cwd=PROJECT_ROOT, check=False, capture_output=True, text=True)
        name, n_done = _counted(ended.stdout, tally)
        first = end if ended.returncode == 0 else first + n_done + 1
        if ended.returncode:
            tally.complaints.append(f"{how} {name}: the reader died ({ended.returncode}) {ended.stderr[-500:]}")
    return tally


def _counted(output: str, tally: Tally) -> tuple[str, int]:
    """Count what a process told; give the last case that it began, and how many it finished."""
    name, n_done = "before the first case", 0
    for line in output.splitlines():
        told = json.loads(line)
        if "begins" in told:
            name = told["begins"]
            continue
        n_done += 1
        tally.outcomes[told["outcome"]] += 1
        tally.rules.update(told["rules"])
        tally.complaints += [f"case {name}: {why}" for why in told["complaints"]]
    return name, n_done


def run(n_cases: int, seed: int = SEED, at_once: int = 2) -> Tally:
    """Examine so many cases, half of each sort, in batches side by side."""
    half = n_cases // 2
    batches = [
        (how, first, min(first + BATCH, n), seed)
        for how, n in (("bytes", half), ("cells", n_cases - half))
        for first in range(0, n, BATCH)
    ]
    total = Tally()
    with ThreadPoolExecutor(at_once) as together:
        for tally in together.map(lambda batch: examine(*batch), batches):
            total.add(tally)
    return total


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    found = run(*(numbers or [N_CASES]))
    sys.stdout.write("\n".join(found.lines()) + "\n")
    sys.exit(bool(found.complaints))
