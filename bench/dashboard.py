"""The dashboard in a real browser: a new picture, a first page and an own peer set, against a bare Streamlit page.

The bare page holds one list of as many choices and one chart of as many marks as the page it stands beside. Both are
served from this machine, and their rounds take turns. Run `python -m bench.dashboard [HOME]`: without the home of a
demo of all authorities and five years, one is made first. An own peer set is asked of ten years.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

import duckdb
from playwright.sync_api import sync_playwright

from bench.pages import ten_years, watching
from ingest import console
from ingest.demo_journey import DemoParameters, make_demo
from ingest.home import Home
from tests.browser.chromium import find_chromium
from tests.browser.screenshots import open_page, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROUNDS, WARM = 24, 2
YEARS = (2021, 2022, 2023, 2024, 2025)
AIM, AIM_OWN_PEERS, AIM_FIRST_PAGE = 1.5, 2.0, 1.5
N_OWN_PEERS = 20
CHANGED = {"Overzicht": "", "Vergelijk": "vergelijk", "Evolutie": "evolutie", "Peers": "peers"}
OWN = {"Overzicht": "", "Evolutie": "evolutie"}
BARE = Path(__file__).parent / "pages" / "bare.py"
LINK = "year=2024&care_type=group"
NAMED = "select nis_code, name from marts.dim_authorities where is_named order by nis_code"


@dataclass(frozen=True)
class Bench:
    """A browser with the addresses of both servers, and the authorities to choose from (code, name)."""

    browser: Browser
    product: str
    bare: str
    authorities: list[tuple[str, str]]

    def new_page(self) -> Page:
        """A page of its own in a browser window of its own."""
        return self.browser.new_context(viewport={"width": 1440, "height": 900}).new_page()


def taking_turns(of_product: Callable[[int], float], of_bare: Callable[[int], float]) -> tuple[float, float]:
    """The mean of the rounds of both, in milliseconds, without the first ones.

    A bare page takes either one pass of the browser or two, as chance has it: of two values so far apart the median is
    now the one and now the other, while their mean stays.
    """
    taken = [(of_product(number), of_bare(number)) for number in range(ROUNDS + WARM)][WARM:]
    return fmean(one for one, _ in taken), fmean(other for _, other in taken)


def tell(what: str, product: float, bare: float, n_marks: int, aim: float) -> None:
    """Print one ratio with what it was made of."""
    print(
        f"  {what}: {product:.0f} ms beside {bare:.0f} ms with {n_marks} marks; ratio {product / bare:.2f} "
        f"(aim: at most {aim:g})"
    )


def changed_choice(bench: Bench, name: str, path: str) -> None:
    """Another municipality on a page, until its picture is there."""
    page, beside = bench.new_page(), bench.new_page()
    open_page(page, f"{bench.product}/{path}?{LINK}&nis={bench.authorities[0][0]}")
    n_marks = watching.marks_on(page)
    open_page(beside, f"{bench.bare}/?marks={n_marks}")
    others = [label for _code, label in bench.authorities[1:]]
    told = taking_turns(
        lambda number: watching.choose(page, "Gemeente", others[number * 7 % len(others)]),
        lambda number: watching.choose(beside, "Gemeente", f"Keuze {number * 7 + 2:03}"),
    )
    tell(f"another municipality on {name}", *told, n_marks, AIM)


def own_peers(bench: Bench, name: str, path: str) -> None:
    """Another set of peers, never asked before, until the picture of all indicators stands."""
    page, beside = bench.new_page(), bench.new_page()
    codes = [code for code, _label in bench.authorities]

    def chosen(number: int) -> float:
        peers = ",".join(codes[number + 1 :: len(codes) // N_OWN_PEERS])
        open_page(page, f"{bench.product}/{path}?{LINK}&nis={codes[0]}&peers={peers}")
        page.get_by_role("combobox", name="Vergelijk met", exact=True).click()
        option = page.get_by_role("option", name="Eigen selectie").inner_text()
        page.keyboard.press("Escape")
        return watching.choose(page, "Vergelijk met", option)

    chosen(0)
    n_marks = watching.marks_on(page)
    open_page(beside, f"{bench.bare}/?marks={n_marks}")
    told = taking_turns(
        lambda number: chosen(number + 1),
        lambda number: watching.choose(beside, "Gemeente", f"Keuze {number + 2:03}"),
    )
    tell(f"a new own peer set on {name}", *told, n_marks, AIM_OWN_PEERS)


def first_page(bench: Bench) -> None:
    """The first page for a visitor with an empty browser, after the server has been used once."""
    address = f"{bench.product}/?{LINK}&nis={bench.authorities[0][0]}"
    page = bench.new_page()
    open_page(page, address)
    n_marks = watching.marks_on(page)
    told = taking_turns(
        lambda _number: watching.open_anew(bench.browser, address),
        lambda _number: watching.open_anew(bench.browser, f"{bench.bare}/?marks={n_marks}"),
    )
    tell("the first page", *told, n_marks, AIM_FIRST_PAGE)


@contextmanager
def opened(home: Path) -> Iterator[Bench]:
    """Both servers and a browser.

    Raises:
        SystemExit: there is no Chromium.
    """
    path = find_chromium()
    if path is None:
        raise SystemExit("no Chromium found")
    with duckdb.connect(str(home / "current.duckdb"), read_only=True) as warehouse:
        authorities = warehouse.execute(NAMED).fetchall()
    with served(home) as product, served(home, BARE) as bare, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield Bench(browser, product, bare, authorities)
        browser.close()


def measure(home: Path, folder: Path) -> None:
    """Print every ratio."""
    print("the dashboard in Chromium until the new picture is there, against a bare Streamlit page", flush=True)
    with opened(home) as bench:
        first_page(bench)
        for name, path in CHANGED.items():
            changed_choice(bench, name, path)
    with opened(ten_years.widen(home, folder / "ten_years")) as bench:
        for name, path in OWN.items():
            own_peers(bench, name, path)


def main() -> None:
    """Measure on the home that is named, or on a demo that is gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if sys.argv[1:]:
            measure(Path(sys.argv[1]).absolute(), folder)
            return
        home = Home(folder / "home").ensure()
        make_demo(home, DemoParameters(YEARS), console.progress)
        measure(home.path, folder)


if __name__ == "__main__":
    main()
