"""How much of the time of one process loading takes with all cores: reading, checking, archiving, raw, register.

Run `python -m bench.load_on_all_cores`. Each round loads the same demo files twice, into two empty homes; the fastest
round of either counts.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from time import perf_counter

from ingest.demo.manifest import DemoManifest
from ingest.demo.write import write_demo
from ingest.home import Home
from ingest.receive import load_paths

AIM_WITH_TWO_CORES = 0.75
ROUNDS = 3
N_AUTHORITIES = 150
YEARS = (2023, 2024)


def seconds_to_load(manifest: DemoManifest, workers: int | None) -> float:
    """Load every file in one go into an empty home, and give the seconds it took."""
    paths = [path for batch in manifest.batches for path in batch.paths]
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        load_paths(Home(Path(folder)), paths, workers=workers)
        return perf_counter() - start


def main() -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory() as folder:
        manifest = write_demo(Path(folder), years=YEARS, n_authorities=N_AUTHORITIES, workers=1)
        rounds = [(seconds_to_load(manifest, 1), seconds_to_load(manifest, None)) for _ in range(ROUNDS)]
    one, every = (min(seconds) for seconds in zip(*rounds, strict=True))
    print(f"loading {len(manifest.submissions)} submissions with {os.cpu_count()} cores, against one process")
    print(f"  one process     {one:8.2f} s")
    print(f"  all cores       {every:8.2f} s")
    print(f"  ratio           {every / one:8.2f}    (aim: at most {AIM_WITH_TWO_CORES:g})")


if __name__ == "__main__":
    main()
