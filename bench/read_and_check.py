"""How much longer reading and checking submissions takes than bare python-calamine needs to read the same cells.

Run `python -m bench.read_and_check [FOLDER]`: on the workbooks of a folder, or on demo workbooks it writes itself.
Both are measured in turn in one run, each workbook by its fastest of several rounds, so that the ratio does not depend
on what else the machine is doing.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from python_calamine import CalamineWorkbook

from ingest.demo.write import write_demo
from ingest.submission import check_submission

AIM = 3.0
ROUNDS = 5
N_AUTHORITIES = 40
YEARS = (2023, 2024)


def read_bare(path: Path) -> int:
    """Read every cell of every sheet with python-calamine alone; give the number of cells."""
    workbook = CalamineWorkbook.from_path(path)
    sheets = (workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names)
    return sum(len(row) for sheet in sheets for row in sheet)


def fastest(action: Callable[[Path], object], path: Path) -> float:
    """Give the seconds of the fastest round."""
    seconds = []
    for _ in range(ROUNDS):
        start = process_time()
        action(path)
        seconds.append(process_time() - start)
    return min(seconds)


def measure(paths: Sequence[Path]) -> tuple[float, float]:
    """Give the seconds that bare reading and checking take together, over all workbooks."""
    bare = checked = 0.0
    for path in paths:
        bare += fastest(read_bare, path)
        checked += fastest(check_submission, path)
    return bare, checked


def report(paths: Sequence[Path]) -> float:
    """Print what was measured and give the ratio."""
    n_cells = sum(map(read_bare, paths))
    for path in paths[:3]:
        check_submission(path)
    bare, checked = measure(paths)
    ratio = checked / bare
    print(f"reading and checking {len(paths)} workbooks, {n_cells} cells (fastest of {ROUNDS} rounds each)")
    print(f"  python-calamine alone    {1000 * bare / len(paths):8.2f} ms per workbook")
    print(f"  check_submission         {1000 * checked / len(paths):8.2f} ms per workbook")
    print(f"  ratio                    {ratio:8.2f}    (aim: at most {AIM:g})")
    return ratio


def main(arguments: Sequence[str]) -> None:
    """Measure the workbooks of a folder, or demo workbooks."""
    if arguments:
        report(sorted(Path(arguments[0]).rglob("*.xlsx")))
        return
    with tempfile.TemporaryDirectory() as folder:
        write_demo(Path(folder), years=YEARS, n_authorities=N_AUTHORITIES, workers=1)
        report(sorted(Path(folder).rglob("*.xlsx")))


if __name__ == "__main__":
    main(sys.argv[1:])
