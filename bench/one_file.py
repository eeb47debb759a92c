"""How much of the time of everything it takes to load, rebuild and publish one changed file of one authority.

Run `python -m bench.one_file`. Everything: all demo files loaded into an empty home, accepted, built, tested and
published. One file: another version of one submission, in the same home, right after it. The last line sets the two
builds side by side without the loading.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from ingest.decide import accept
from ingest.demo.manifest import DemoManifest, HandedIn
from ingest.demo.write import write_demo
from ingest.home import Home
from ingest.publish import BuildReport, build
from ingest.receive import load_paths

AIM = 0.3
N_AUTHORITIES = 150
YEARS = (2021, 2022, 2023, 2024, 2025)
ANOTHER_SEED = 7


def clean_workbooks(manifest: DemoManifest) -> dict[tuple[str, int], HandedIn]:
    """The submissions without anything special about them, by authority and year."""
    return {
        (one.nis_code, one.year): one
        for one in manifest.submissions
        if one.version == 1 and one.dialect is None and not (one.mistake or one.is_before_correction)
    }


def published(home: Home, load: Callable[[], None]) -> tuple[float, BuildReport]:
    """Load, accept and publish; give the seconds that all of it took, and what the build did.

    Raises:
        SystemExit: nothing was published.
    """
    start = perf_counter()
    load()
    accept(home, all_receivable=True)
    report = build(home)
    if not report.is_published:
        raise SystemExit(f"nothing was published: {report.error} {report.failures}")
    return perf_counter() - start, report


def measure(folder: Path) -> None:
    """Print what was measured."""
    home = Home(folder / "home").ensure()
    manifest = write_demo(folder / "first", YEARS, N_AUTHORITIES)
    other = write_demo(folder / "second", YEARS[-1:], N_AUTHORITIES, seed=ANOTHER_SEED)
    both = clean_workbooks(manifest).keys() & clean_workbooks(other).keys()
    changed = other.path_of(clean_workbooks(other)[min(both)])

    def load_all() -> None:
        for batch in manifest.batches:
            load_paths(home, batch.paths, batch.received_on)

    everything, full = published(home, load_all)
    one_file, part = published(home, lambda: load_paths(home, [changed]) and None)
    print(f"one changed file, loaded, rebuilt and published, against all {len(manifest.submissions)} submissions")
    print(f"  everything      {everything:8.2f} s, of which the build {full.seconds:.2f} s")
    print(f"  one file        {one_file:8.2f} s, of which the build {part.seconds:.2f} s")
    print(f"  {part.scope}")
    print(f"  ratio           {one_file / everything:8.2f}    (aim: at most {AIM:g})")
    print(f"  the builds alone: {part.seconds / full.seconds:.2f} of a full build")


def main() -> None:
    """Measure in a home that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder))


if __name__ == "__main__":
    main()
