"""Write the demo: every file that authorities and public producers would hand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from os import cpu_count
from pathlib import Path

from ingest.demo.authorities import FIRST_YEAR, LAST_YEAR, authorities_of_year
from ingest.demo.csv_folder import DIALECTS, write_csv_folder
from ingest.demo.grids import Grid, grids_of
from ingest.demo.income_file import write_income
from ingest.demo.manifest import Batch, DemoManifest, HandedIn
from ingest.demo.mistakes import MISTAKE_BY_NAME
from ingest.demo.plan import Plan, make_plan
from ingest.demo.price_index_file import write_price_index
from ingest.demo.public_files import MARKER_FILE, MARKER_NL, write_population, write_refnis
from ingest.demo.traits import rng
from ingest.demo.variants import before_correction, incomplete, part_of_year
from ingest.demo.via_lists import LISTS_MARKER_NL, received_on, write_lists
from ingest.demo.workbook import write_workbook
from ingest.demo.world import Figures, figures_of

DEFAULT_YEARS = (2021, 2022, 2023, 2024, 2025)
DEFAULT_SEED = 20260101
PUBLIC_FOLDER = "openbaar"
LIST_FOLDER = "via_lijsten"
_REFERENCE = Path(__file__).resolve().parent.parent / "reference"
VIA_LINES = (_REFERENCE / "via6_lines.csv", _REFERENCE / "via4_lines.csv")
FEW_FILES = 80
"""Fewer than this are written sooner than further processes can be started."""
FILES_PER_TASK = 12
Progress = Callable[[int, int, str], None]


def _figures(handed_in: HandedIn, seed: int) -> Figures:
    authority = next(one for one in authorities_of_year(handed_in.year) if one.nis_code == handed_in.nis_code)
    figures = figures_of(authority, seed, handed_in.year)
    random = rng(seed, handed_in.nis_code, "variant", handed_in.year)
    if handed_in.months:
        return part_of_year(figures, *handed_in.months)
    if handed_in.is_incomplete:
        return incomplete(figures, random)
    return before_correction(figures, random) if handed_in.is_before_correction else figures


def _grids(handed_in: HandedIn, seed: int) -> list[Grid]:
    grids = grids_of(_figures(handed_in, seed))
    if handed_in.mistake:
        random = rng(seed, handed_in.nis_code, "mistake", handed_in.year)
        MISTAKE_BY_NAME[handed_in.mistake].make({grid.name: grid for grid in grids}, random)
    return grids


def _write_submission(folder: Path, seed: int, handed_in: HandedIn) -> None:
    path = folder / handed_in.relative_path
    grids = _grids(handed_in, seed)
    if handed_in.dialect is None:
        write_workbook(path, grids)
    else:
        write_csv_folder(path, grids, DIALECTS[handed_in.dialect])


def _done_one_by_one(folder: Path, seed: int, submissions: list[HandedIn], workers: int) -> Iterator[None]:
    write = partial(_write_submission, folder, seed)
    if workers == 1 or len(submissions) < FEW_FILES:
        yield from map(write, submissions)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(write, submissions, chunksize=FILES_PER_TASK)


def _write_submissions(folder: Path, seed: int, submissions: list[HandedIn], workers: int, report: Progress) -> None:
    for year in {one.year for one in submissions}:
        (folder / str(year)).mkdir(parents=True, exist_ok=True)
    written = _done_one_by_one(folder, seed, submissions, workers)
    for done, _ in enumerate(written, start=1):
        report(done, len(submissions), submissions[done - 1].name)


def _say_nothing(done: int, total: int, label: str) -> None:
    """Progress that nobody watches."""


def _write_public_files(folder: Path, years: Sequence[int]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER_FILE).write_text(MARKER_NL, encoding="utf-8")
    refnis, price_index = folder / "TU_COM_REFNIS.txt", folder / "prijsindex.csv"
    write_refnis(refnis)
    write_price_index(price_index, max(years))
    written = [refnis, price_index]
    for year in years:
        population, income = folder / f"TF_SOC_POP_STRUCT_{year}.txt", folder / f"TF_PSNL_INC_TAX_MUNTY_{year}.txt"
        write_population(population, year)
        write_income(income, year)
        written += [population, income]
    return [*written, *VIA_LINES]


def _write_lists(folder: Path, plan: Plan, years: Sequence[int], seed: int) -> dict[date, list[Path]]:
    """Write the payment lists and bookings of whoever takes part, also of who hands nothing in; by day of receipt."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER_FILE).write_text(LISTS_MARKER_NL, encoding="utf-8")
    taking_part = {(one.nis_code, one.year) for one in plan.submissions} | set(plan.not_handed_in)
    written = {}
    for year in years:
        authorities = [one for one in authorities_of_year(year) if (one.nis_code, year) in taking_part]
        if paths := write_lists(folder, authorities, year, seed):
            written[received_on(year)] = paths
    return written


def _batches(
    folder: Path, public: list[Path], submissions: list[HandedIn], lists: dict[date, list[Path]]
) -> list[Batch]:
    by_day: dict[date, list[Path]] = {day: list(paths) for day, paths in lists.items()}
    for one in submissions:
        by_day.setdefault(one.received_on, []).append(folder / one.relative_path)
    days = sorted(by_day)
    first = date(days[0].year, 1, 15)
    return [Batch(first, public), *(Batch(day, by_day[day]) for day in days)]


def _checked_years(years: Sequence[int]) -> list[int]:
    checked = sorted(set(years))
    if not checked or checked[0] < FIRST_YEAR or checked[-1] > LAST_YEAR:
        raise ValueError(f"Demogegevens bestaan voor {FIRST_YEAR} tot en met {LAST_YEAR}.")
    return checked


def write_demo(
    folder: Path,
    years: Sequence[int] = DEFAULT_YEARS,
    n_authorities: int | None = None,
    seed: int = DEFAULT_SEED,
    on_progress: Progress | None = None,
    workers: int | None = None,
) -> DemoManifest:
    """Write demo submissions and public files to `folder`, the same bytes for the same arguments.

    Args:
        folder: made when missing; files of an earlier demo with the same name are replaced.
        years: the years to hand in, from 2020 to 2026.
        n_authorities: how many of today's authorities take part (with what they were made of); all when None.
        seed: another seed gives another invented world.
        on_progress: called with the files done, the files in all and what is being written.
        workers: how many processes write; one per core when None.

    Raises:
        ValueError: a year without reference facts (the message is a Dutch sentence).
    """
    years = _checked_years(years)
    plan = make_plan(years, n_authorities, seed)
    report = on_progress or _say_nothing
    report(0, len(plan.submissions), "openbare bestanden")
    public = _write_public_files(folder / PUBLIC_FOLDER, years)
    lists = _write_lists(folder / LIST_FOLDER, plan, years, seed)
    _write_submissions(folder, seed, plan.submissions, workers or cpu_count() or 1, report)
    return DemoManifest(folder, _batches(folder, public, plan.submissions, lists), plan.submissions, plan.not_handed_in)
