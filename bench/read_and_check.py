"""How much longer reading and checking submissions takes than bare python-calamine needs to read the same cells.

Run `python -m bench.read_and_check [FOLDER]`: on the workbooks of a folder, or on demo workbooks it writes itself.
Both are measured in processor time, in turn and in one run, each workbook by its fastest of several rounds, so that the
ratio does not depend on what else the machine is doing.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from python_calamine import CalamineWorkbook

from ingest.demo.write import write_demo
from ingest.submission import check_submission, examine

Action = Callable[[Path], object]
AIM = 3.0
ROUNDS = 9
N_AUTHORITIES = 40
YEARS = (2023, 2024)


def read_bare(path: Path) -> int:
    """Read every cell of every sheet with python-calamine alone; give the number of cells."""
    workbook = CalamineWorkbook.from_path(path)
    sheets = (workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names)
    return sum(len(row) for sheet in sheets for row in sheet)


def fastest(actions: Sequence[Action], path: Path) -> list[float]:
    """Give the seconds of the fastest round of each action; the actions take turns."""
    seconds = [math.inf] * len(actions)
    for _ in range(ROUNDS):
        for number, action in enumerate(actions):
            start = process_time()
            action(path)
            seconds[number] = min(seconds[number], process_time() - start)
    return seconds


def check(path: Path) -> object:
    """Read and check one workbook."""
    return examine(path, path.name)


def report(paths: Sequence[Path]) -> float:
    """Print what was measured and give the ratio of reading and checking to reading alone."""
    for path in paths[:3]:
        check_submission(path)
    rounds = [fastest((read_bare, check, check_submission), path) for path in paths]
    bare, checked, tabled = (1000 * sum(seconds) / len(paths) for seconds in zip(*rounds, strict=True))
    print(
        f"reading and checking {len(paths)} workbooks, {sum(map(read_bare, paths))} cells, against bare python-calamine"
    )
    print(f"  python-calamine alone        {bare:6.2f} ms per workbook")
    print(f"  reading and checking         {checked:6.2f} ms")
    print(f"  and tables for the warehouse {tabled:6.2f} ms, {tabled / bare:.2f} times bare")
    print(f"  ratio {checked / bare:.2f} (aim: at most {AIM:g}); fastest of {ROUNDS} rounds each")
    return checked / bare


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
