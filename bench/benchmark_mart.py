"""The benchmark mart: the time inside the models against a hand-written script and against pandas.

The reference workload: 285 authorities × 10 years × 3 types of care and the total × all measures × all indicators ×
7 peer groups. `--years 2` makes it smaller. The pandas script is timed on a few authorities and scaled up to all.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.marts import analyst, hand_written, models, workload

SAMPLE = 4


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Measure the three side by side and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=10)
    size = workload.Workload(n_years=parser.parse_args().years)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        raw, seeds = folder / "raw", folder / "seeds"
        workload.write_seeds(seeds, size)
        n_figures = workload.write_raw(raw, size)
        by_model = models.run(raw, seeds, folder)
        by_hand = _seconds(lambda: hand_written.run(raw, seeds, folder / "hand_written.duckdb"))
        shared = _seconds(lambda: analyst.run(raw, seeds, 0))
        sample = _seconds(lambda: analyst.run(raw, seeds, SAMPLE))
    n_authorities = len(workload.seed_rows("authorities"))
    pandas = shared + (sample - shared) / SAMPLE * n_authorities
    inside = sum(by_model.values())
    peers = models.seconds_of_peers(by_model)
    print(f"building the benchmarks of {n_figures:,} figures: the models against a hand-written DuckDB script")
    print(f"inside the models {inside:.1f} s, of which {peers:.1f} s for choosing the nearest peers")
    print(f"hand-written script {by_hand:.1f} s; pandas {pandas:.0f} s (from {SAMPLE} of {n_authorities} authorities)")
    print(f"ratio {inside / by_hand:.2f} (aim: at most 1.5)")
    print(f"against pandas: ratio {inside / pandas:.3f} (aim: at most 0.1)")


if __name__ == "__main__":
    main()
