"""How the benchmark mart grows: 10 times the authorities over ten years, and 100 times over one year.

Not part of the default run, for it takes a quarter of an hour and more: `make bench ARGS=marts.scale`. Prints the power
of the growth of the time inside the models (1 is in step with the data) and the memory that dbt needed at most, held
against eight gibibytes. Choosing the nearest peers compares authorities with each other, so it is reported apart, with
the power of its own growth; `--no-hundred` leaves out the largest.
"""

from __future__ import annotations

import argparse
import math
import resource
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.marts import models, workload
from bench.marts.workload import Workload

MEMORY_AIM_GIB = 8


@dataclass(frozen=True, slots=True)
class Measured:
    """What one workload took."""

    n_figures: int
    inside_s: float
    nearest_s: float
    peak_gib: float


def measure(size: Workload) -> Measured:
    """Build the benchmark mart of one workload and tell what it took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workload.write_seeds(folder / "seeds", size)
        n_figures = workload.write_raw(folder / "raw", size)
        by_model = models.run(folder / "raw", folder / "seeds", folder)
    nearest = models.seconds_of_peers(by_model)
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # the largest child so far
    return Measured(n_figures, sum(by_model.values()) - nearest, nearest, kilobytes / 2**20)


def _show(what: str, taken: Measured) -> None:
    print(
        f"{what}: {taken.n_figures:,} figures, inside the models {taken.inside_s:.1f} s, nearest peers apart"
        f" {taken.nearest_s:.1f} s, memory at most {taken.peak_gib:.1f} GiB",
        flush=True,
    )


def _compare(small: Measured, large: Measured) -> None:
    """Print how time and memory grew from one workload to a larger one."""
    growth = math.log(large.n_figures / small.n_figures)
    inside = math.log(large.inside_s / small.inside_s) / growth
    nearest = math.log(large.nearest_s / small.nearest_s) / growth
    print(f"time inside the models as a power of the data: ratio {inside:.2f} (aim: at most 1.1)")
    print(f"nearest peers as a power of the data: {nearest:.2f}")
    part = large.peak_gib / MEMORY_AIM_GIB
    print(f"memory in parts of {MEMORY_AIM_GIB} GiB: ratio {part:.2f} (aim: at most 1)", flush=True)


def main() -> None:
    """Measure the reference workload and the larger ones, and print the powers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-hundred", action="store_true")
    arguments = parser.parse_args()
    print("growth of time and memory of the benchmark mart with the data", flush=True)
    reference = measure(Workload())
    _show("285 authorities over ten years", reference)
    tenfold = measure(Workload(n_copies=10))
    _show("2.850 authorities over ten years", tenfold)
    _compare(reference, tenfold)
    if arguments.no_hundred:
        return
    hundredfold = measure(Workload(n_copies=100, n_years=1))
    _show("28.500 authorities over one year", hundredfold)
    _compare(reference, hundredfold)


if __name__ == "__main__":
    sys.exit(main())
