"""Run every bench and print one table of the ratios they measured.

Each other module of this folder is a bench: run as `python -m bench.<name>` it says on its first line what it measures,
and on a later one `ratio 1.23 (aim: at most 3)`. A bench takes both sides of its ratio in one run, so that the ratio
does not depend on what else the machine is doing.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

BENCH_FOLDER = Path(__file__).resolve().parent
RATIO = re.compile(r"ratio\s+([\d.]+)\s+\(aim: at most ([\d.]+)\)")


@dataclass(frozen=True, slots=True)
class Measured:
    """A ratio that a bench measured, and the most it should be."""

    what: str
    ratio: float
    aim: float


def benches() -> list[str]:
    """The names of the benches of this folder."""
    return sorted(path.stem for path in BENCH_FOLDER.glob("*.py") if path.stem not in ("run", "__init__"))


def measured_in(output: str) -> list[Measured]:
    """The ratios that stand in the output of a bench, under its first line."""
    first = output.strip().splitlines()[0] if output.strip() else ""
    return [Measured(first, float(ratio), float(aim)) for ratio, aim in RATIO.findall(output)]


def run(name: str) -> list[Measured]:
    """Run one bench, show what it says, and give the ratios it measured.

    Raises:
        SystemExit: the bench failed, or measured nothing.
    """
    command = [sys.executable, "-m", f"bench.{name}"]
    done = subprocess.run(command, cwd=BENCH_FOLDER.parent, stdout=subprocess.PIPE, text=True, check=False)
    print(f"── {name}\n{done.stdout}")
    measured = measured_in(done.stdout)
    if done.returncode or not measured:
        raise SystemExit(f"bench {name} failed (exit code {done.returncode}) or measured nothing")
    return measured


def main() -> None:
    """Run the benches that are named, or all of them, and print the table."""
    measured = [one for name in sys.argv[1:] or benches() for one in run(name)]
    width = max(len(one.what) for one in measured)
    print(f"{'what':<{width}}  {'ratio':>7}  {'aim':>7}")
    for one in measured:
        verdict = "" if one.ratio <= one.aim else "  above the aim"
        print(f"{one.what:<{width}}  {one.ratio:>7.2f}  {one.aim:>7.2f}{verdict}")


if __name__ == "__main__":
    main()
