"""How long the page Inzenden takes from the drop of a workbook to its list of problems.

Run `python -m bench.check_on_page [HOME]`: on the publication in a home folder, or on a small demo it makes itself.
Against twice the page as it is, run again, plus the reading of the workbook alone. All are measured in one run, in turn
and by the fastest of several rounds. The figures that would follow are measured apart.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from streamlit.testing.v1 import AppTest

from ingest import console, handing_in
from ingest.contract import submission_contract
from ingest.demo_journey import DemoParameters, make_demo
from ingest.home import HOME_VARIABLE, Home
from ingest.matching import folded
from ingest.reading.open import read_file

AIM = 2.0
ROUNDS = 7
N_AUTHORITIES = 40
YEARS = (2024, 2025)
ROOT = Path(__file__).resolve().parent.parent
PREVIEW = "preview_shown"


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes."""
    start = perf_counter()
    action()
    return perf_counter() - start


def opened(path: Path) -> AppTest:
    """The page of the authority and year that a demo workbook is named after, without a file."""
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=300)
    app.query_params["nis"], app.query_params["year"] = path.stem.split("_")[:2]
    app.run()
    app.switch_page("app_pages/submit.py").run()
    app.session_state[PREVIEW] = False
    return app


def drop(app: AppTest, path: Path, name: str) -> None:
    """Drop a workbook on the page and run it.

    Raises:
        SystemExit: the page does not say that it recognised the file.
    """
    app.file_uploader[0].set_value((name, path.read_bytes(), ""))
    app.run()
    if app.exception or not any("Herkend" in one.value for one in app.markdown):
        raise SystemExit(f"{path.name} was not recognised on the page")


def measure(path: Path, home: Home) -> float:
    """Print what was measured on one workbook and give the ratio."""
    wanted = frozenset(folded(sheet.sheet_nl) for sheet in submission_contract().sheets)
    app = opened(path)
    drop(app, path, "warm.xlsx")
    best = [math.inf] * 3
    for number in range(ROUNDS):
        app.file_uploader[0].set_value(None)
        app.run()
        taken = (
            seconds(lambda: read_file(path, wanted)),
            seconds(app.run),
            seconds(lambda name=f"{number}.xlsx": drop(app, path, name)),
        )
        best = [min(pair) for pair in zip(best, taken, strict=True)]
    read, rerun, dropped = best
    after = seconds(lambda: handing_in.preview(home, handing_in.Dropped(path.name, path.read_bytes())))
    print(
        f"  {path.name}, {path.stat().st_size} bytes: read {read * 1000:.0f} ms, the page again {rerun * 1000:.0f} ms, "
        f"from drop to problems {dropped * 1000:.0f} ms; the figures that would follow {after * 1000:.0f} ms"
    )
    return dropped / (read + rerun)


def measure_home(home: Home) -> None:
    """Print the ratio of the largest and of an ordinary workbook of the last year in a home."""
    os.environ[HOME_VARIABLE] = str(home.path)
    folder = sorted(path for path in home.demo.iterdir() if path.name.isdigit())[-1]
    books = sorted(folder.glob("?????_????.xlsx"), key=lambda path: path.stat().st_size)
    print("from the drop of a workbook to its list of problems, against reading it and one bare rerun of the page")
    for path in (books[len(books) // 2], books[-1]):
        print(f"  ratio {measure(path, home):.2f} (aim: at most {AIM:g})")


def main() -> None:
    """Measure in the home that is named, or in a small demo that is gone afterwards."""
    if sys.argv[1:]:
        measure_home(Home(Path(sys.argv[1]).absolute()))
        return
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder)).ensure()
        make_demo(home, DemoParameters(YEARS, N_AUTHORITIES), console.progress)
        measure_home(home)


if __name__ == "__main__":
    main()
