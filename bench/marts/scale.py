"""How the benchmark mart grows: 10 times the authorities over ten years, and 100 times over one year.

Not part of the default run, for it takes a quarter of an hour and more: `make bench ARGS=marts.scale`. Prints the power
of the growth of the time inside the models (1 is in step with the data) and the memory that dbt needed at most.
Choosing the nearest peers compares every authority with every other, so it is reported apart; `--no-hundred` leaves out
the largest.
"""

from __future__ import annotations

import argparse
import math
import resource
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.benchmark_mart import PEER_MODELS
from bench.marts import models, workload
from bench.marts.workload import Workload


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
    nearest = sum(by_model.get(model, 0) for model in PEER_MODELS)
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # the largest child so far
    return Measured(n_figures, sum(by_model.values()) - nearest, nearest, kilobytes / 2**20)


def _show(what: str, taken: Measured) -> None:
    print(
        f"{what}: {taken.n_figures:,} figures, inside the models {taken.inside_s:.1f} s, nearest peers apart"
        f" {taken.nearest_s:.1f} s, memory at most {taken.peak_gib:.1f} GiB",
        flush=True,
    )


def _power(small: Measured, large: Measured) -> float:
    return math.log(large.inside_s / small.inside_s) / math.log(large.n_figures / small.n_figures)


def main() -> None:
    """Measure the reference workload and the larger ones, and print the powers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-hundred", action="store_true")
    arguments = parser.parse_args()
    print("growth of the time inside the models with the data, as a power", flush=True)
    reference = measure(Workload())
    _show("285 authorities over ten years", reference)
    tenfold = measure(Workload(n_copies=10))
    _show("2.850 authorities over ten years", tenfold)
    print(f"ratio {_power(reference, tenfold):.2f} (aim: at most 1.1)", flush=True)
    if arguments.no_hundred:
        return
    hundredfold = measure(Workload(n_copies=100, n_years=1))
    _show("28.500 authorities over one year", hundredfold)
    print(f"ratio {_power(reference, hundredfold):.2f} (aim: at most 1.1)")


if __name__ == "__main__":
    sys.exit(main())
