"""The lists of the demo tell of the same euros as its sheets VIA, and the ones that must wait do."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.checked import CheckedFile
from ingest.demo.manifest import DemoManifest
from ingest.demo.write import write_demo
from ingest.home import Home
from ingest.load_report import FileReport
from ingest.receive import load_paths
from ingest.recognise import data_kind_beside
from ingest.submission import check_submission
from tests.ingest.via_list_files import check

Sums = dict[tuple[str, str, int, str, str], Decimal]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoManifest:
    return write_demo(tmp_path_factory.mktemp("demo"), (2023, 2024, 2025), 8, seed=7, workers=1)


def list_paths(demo: DemoManifest) -> list[Path]:
    return [path for batch in demo.batches for path in batch.paths if path.parent.name == "via_lijsten"]


@pytest.fixture(scope="module")
def reports(demo: DemoManifest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, FileReport]:
    home = Home(tmp_path_factory.mktemp("home"))
    wanted = set(list_paths(demo))
    batches = [(batch.received_on, [path for path in batch.paths if path in wanted]) for batch in demo.batches]
    loaded = [load_paths(home, paths, day, workers=1).files for day, paths in batches if paths]
    return {file.file_name: file for files in loaded for file in files}


def test_only_the_lists_that_must_wait_do_and_each_for_its_own_reason(reports: dict[str, FileReport]) -> None:
    waiting = {name: {one.rule_code for one in file.problems} for name, file in reports.items() if file.problems}

    assert waiting == {
        "gsd_v_2024-K2.csv": {"via_cell_unreadable"},
        "gsd_v_2025-K4_bis.csv": {"via_reference_received_before"},
        "opgroeien_2025-K4_terugvorderingen.xlsx": {"via_negative"},
    }
    assert {file.outcome for name, file in reports.items() if name in waiting} == {"waiting"}
    assert {file.outcome for name, file in reports.items() if name not in waiting} == {"received"}
    assert {file.kind for file in reports.values()} == {"via_payments", "via_bookings"}


def test_every_list_is_marked_as_invented(demo: DemoManifest) -> None:
    assert {data_kind_beside(path) for path in list_paths(demo)} == {"demo"}


def test_what_was_paid_and_booked_is_what_the_sheets_say(demo: DemoManifest, reports: dict[str, FileReport]) -> None:
    on_lists: dict[str, Sums] = defaultdict(dict)
    for path in list_paths(demo):
        if reports[path.name].outcome == "received":
            add_up(on_lists, check(path, demo.batches[-1].received_on), "measure", "year")
    # The version of GSD-V's list that was mended has every line of the first one.
    sound = [one for one in demo.submissions if not (one.mistake or one.months or one.is_incomplete)]
    of_lists = [one for one in sound if one.year >= 2024 and not one.is_before_correction]
    assert len(of_lists) >= 8
    n_compared = 0
    for one in of_lists:
        on_sheet: dict[str, Sums] = defaultdict(dict)
        add_up(on_sheet, check_submission(demo.path_of(one)), "via_measure", "via_year", one.nis_code)
        assert own(on_sheet["paid"], one.nis_code, one.year) == own(on_lists["paid"], one.nis_code, one.year)
        booked = own(on_lists["booked"], one.nis_code, one.year)
        assert booked in ({}, own(on_sheet["booked"], one.nis_code, one.year))
        n_compared += bool(booked)
    assert n_compared, "some of them report their bookings"


def own(sums: Sums, nis_code: str, year: int) -> Sums:
    return {key: amount for key, amount in sums.items() if (key[0], key[2]) == (nis_code, year)}


def add_up(sums: dict[str, Sums], checked: CheckedFile, measure: str, year: str, nis_code: str = "") -> None:
    """Add the amounts of each step of the money of the year itself per authority, measure, year and type of care."""
    dataset = "submission_via" if nis_code else "via_movements"
    for row in checked.tables[dataset].to_pylist():
        key = (nis_code or row["nis_code"], row[measure], row[year], row["care_type"], row["agreement"])
        step = sums[row["step"]]
        step[key] = step.get(key, Decimal(0)) + row["amount_eur"]
