"""A list counts whole or not at all: with earlier lists, later versions, and a person who lets it count."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import raw
from ingest.decide import DecisionError
from ingest.home import Home
from ingest.load_report import FileReport
from ingest.receive import load_paths
from ingest.register import Register
from ingest.via_list_records import states_of
from ingest.via_release import release
from tests.ingest.via_list_files import RECEIVED_ON, Row, booking, line, total, write_csv, write_workbook


def load(home: Home, name: str, rows: Sequence[Row], with_total: Any = None) -> FileReport:
    folder = home.path.parent / "handed_in"
    folder.mkdir(exist_ok=True)
    path = write_csv(folder / name, [*rows, total(list(rows), with_total)])
    (report,) = load_paths(home, [path], RECEIVED_ON, workers=1).files
    return report


def states(home: Home) -> dict[str, str]:
    with Register(home.register_path) as register:
        lists = register.via_lists()
    by_hash = states_of(lists)
    return {one.file.file_name: str(by_hash[one.file.file_hash]) for one in lists}


def counted(home: Home) -> list[tuple[str, Decimal]]:
    """The lines that count, as dbt takes them: those in raw of the lists that the snapshot calls counted."""
    raw.ensure_schemas(home)
    raw.write_register_snapshot(home)
    return duckdb.sql(f"""
        select movements.reference, movements.amount_eur
        from read_parquet('{home.raw}/via_movements/*/*.parquet', union_by_name = true) as movements
        inner join read_parquet('{home.raw}/register_via_lists/*/*.parquet') as lists
            on movements.load_id = lists.load_id and movements.file_hash = lists.file_hash
        where lists.state = 'counted'
        order by all
    """).fetchall()


def rules(report: FileReport) -> list[str]:
    return [problem.rule_code for problem in report.problems]


ONE, TWO, THREE = line(1), line(2), line(3)
AMOUNTS = [("B-1", Decimal("1001.50")), ("B-2", Decimal("1002.50"))]


def test_a_list_without_a_fault_counts_at_once(home: Home) -> None:
    report = load(home, "a.csv", [ONE, TWO])

    assert (report.outcome, report.note_nl) == ("received", "Ontvangen: alle 2 lijnen tellen mee.")
    assert counted(home) == AMOUNTS


def test_one_refused_line_keeps_the_whole_list_waiting_until_a_mended_version_comes(home: Home) -> None:
    waiting = load(home, "a.csv", [ONE, TWO | {"Maatregel": "Koopkrach"}])
    assert (waiting.outcome, rules(waiting)) == ("waiting", ["via_cell_unreadable"])
    assert counted(home) == []
    with pytest.raises(DecisionError, match="geweigerde lijnen"):
        release(home, "a.csv", "toch maar")

    load(home, "b.csv", [ONE, TWO])
    assert states(home) == {"a.csv": "replaced", "b.csv": "counted"}, "a list that never counted keeps its number"
    assert counted(home) == AMOUNTS


def test_a_list_with_only_a_question_waits_until_a_person_answers(home: Home) -> None:
    asked = load(home, "terugvordering.csv", [ONE, TWO | {"Bedrag": "-10,00"}])
    assert (asked.outcome, rules(asked)) == ("waiting", ["via_negative"])
    assert counted(home) == []
    with pytest.raises(DecisionError, match="waarom"):
        release(home, "terugvordering.csv", "  ")

    release(home, "terugvordering.csv", "terugvordering bevestigd door de betaler")

    assert counted(home) == [("B-1", Decimal("1001.50")), ("B-2", Decimal("-10.00"))]
    with pytest.raises(DecisionError, match="telt al mee"):
        release(home, "terugvordering.csv", "nog eens")


def test_a_new_version_takes_the_place_of_the_one_that_counts_and_a_waiting_one_does_not(home: Home) -> None:
    load(home, "1.csv", [ONE, TWO])
    load(home, "2.csv", [ONE | {"Versie": "2"}, TWO | {"Versie": "2", "Bedrag": "$ 1"}], "1,00")
    assert (states(home), counted(home)) == ({"1.csv": "counted", "2.csv": "waiting"}, AMOUNTS)

    load(home, "3.csv", [row | {"Versie": "3"} for row in (ONE, THREE)])
    assert states(home) == {"1.csv": "replaced", "2.csv": "replaced", "3.csv": "counted"}
    assert counted(home) == [("B-1", Decimal("1001.50")), ("B-3", Decimal("1003.50"))]


def test_a_version_that_came_before_is_refused(home: Home) -> None:
    load(home, "1.csv", [row | {"Versie": "2"} for row in (ONE, TWO)])
    again = load(home, "2.csv", [row | {"Versie": "2"} for row in (ONE, THREE)])
    older = load(home, "3.csv", [ONE, THREE])

    assert rules(again) == rules(older) == ["via_version_received_before"]
    assert "is versie 2 al ontvangen (‘1.csv’)" in older.problems[0].message_nl
    assert counted(home) == AMOUNTS


def test_a_reference_of_another_list_is_refused_and_the_same_movement_under_another_reference_is_asked(
    home: Home,
) -> None:
    load(home, "1.csv", [ONE, TWO])
    twice = load(home, "2.csv", [row | {"Lijst": "extra"} for row in (TWO, THREE)])
    alike = load(home, "3.csv", [row | {"Lijst": "nog een"} for row in (TWO | {"Referentie": "X"}, THREE)])
    other_payer = load(home, "4.csv", [line(1, Betaler="Opgroeien", Maatregel="Vorming en kwalificatie")])

    assert (rules(twice), twice.outcome) == (["via_reference_received_before"], "waiting")
    assert "rij 3 van lijst ‘2024-K2’ (‘1.csv’)" in twice.problems[0].message_nl
    assert (rules(alike), alike.outcome) == (["via_same_movement_received_before"], "waiting")
    assert (rules(other_payer), other_payer.outcome) == ([], "received"), "each payer has references of its own"
    assert counted(home) == [AMOUNTS[0], ("B-1", Decimal("1001.50")), AMOUNTS[1]]


def test_lists_that_come_in_together_are_compared_too(home: Home, tmp_path: Path) -> None:
    first = write_csv(tmp_path / "a.csv", [ONE, total([ONE])])
    second = write_csv(tmp_path / "b.csv", [ONE | {"Lijst": "B"}, total([ONE])])
    reports = load_paths(home, [first, second], RECEIVED_ON, workers=1).files

    assert [rules(report) for report in reports] == [[], ["via_reference_received_before"]]


def test_a_refused_list_does_not_stand_in_the_way_of_another_with_the_same_lines(home: Home) -> None:
    load(home, "1.csv", [ONE, TWO | {"Datum": "31/12/2024"}])
    report = load(home, "2.csv", [row | {"Lijst": "anders"} for row in (ONE, TWO)])

    assert (report.outcome, rules(report)) == ("received", [])
    assert counted(home) == AMOUNTS


def test_the_same_reference_in_the_accounts_of_two_authorities_is_two_bookings(home: Home) -> None:
    load(home, "1.csv", [booking(1, Betaler="Antwerpen") | {"NIS-code": "11002", "Bestuur": ""}])
    report = load(home, "2.csv", [booking(1, Betaler="Antwerpen", Lijst="2")])

    assert (report.outcome, rules(report)) == ("received", [])


def test_what_is_found_beside_earlier_lists_survives_a_raw_layer_that_was_thrown_away(home: Home) -> None:
    load(home, "1.csv", [ONE, TWO])
    load(home, "2.csv", [row | {"Lijst": "extra"} for row in (TWO | {"Bedrag": "-1,00"}, THREE)])
    before = problems_in_raw(home)
    shutil.rmtree(home.raw)
    later = load(home, "3.csv", [row | {"Lijst": "nog"} for row in (ONE, THREE)])
    raw.rebuild_missing(home)

    assert rules(later) == ["via_reference_received_before"], "earlier lines come from the archive when raw is gone"
    assert [row for row in problems_in_raw(home) if row[0] == "2.csv"] == before
    assert [rule for _, rule, _ in before] == ["via_negative", "via_reference_received_before"]


def problems_in_raw(home: Home) -> list[tuple[str, str, int]]:
    return duckdb.sql(f"""
        select file, rule_code, row_number
        from read_parquet('{home.raw}/submission_problems/*/*.parquet') order by all
    """).fetchall()


def test_a_list_is_found_by_the_start_of_its_hash_and_never_by_a_name_that_two_share(
    home: Home, tmp_path: Path
) -> None:
    other = tmp_path / "elders"
    other.mkdir()
    asked = [ONE | {"Bedrag": "-1,00"}]
    load(home, "lijst.csv", asked)
    load_paths(home, [write_csv(other / "lijst.csv", [asked[0] | {"Lijst": "B", "Referentie": "Q"}, total(asked)])])

    with pytest.raises(DecisionError, match="meer dan één lijst"):
        release(home, "lijst.csv", "klopt")
    with pytest.raises(DecisionError, match="geen VIA-lijst"):
        release(home, "../lijst.csv", "klopt")
    with Register(home.register_path) as register:
        first = register.via_lists()[0].file.file_hash
    assert release(home, first[:8], "klopt").file.file_hash == first


def test_a_list_that_was_received_before_changes_nothing(home: Home) -> None:
    load(home, "a.csv", [ONE, TWO])

    assert load(home, "b.csv", [ONE, TWO]).outcome == "unchanged"


def test_a_workbook_is_archived_as_one_and_its_lines_count(home: Home, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "lijst.xlsx", [ONE, TWO, total([ONE, TWO])])
    load_paths(home, [path], RECEIVED_ON, workers=1)

    assert [file.suffix for file in home.archive.glob("*/*")] == [".xlsx"]
    assert counted(home) == AMOUNTS


FAULTS: list[Row] = [{}, {}, {}, {"Bedrag": "-5,00"}, {"Maatregel": "?"}, {"Bedrag": "$ 5"}, {"Datum": "31/12/2024"}]
CENTS = st.integers(1, 10**9)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lists=st.lists(st.lists(st.tuples(CENTS, st.sampled_from(FAULTS)), min_size=1, max_size=4), min_size=1, max_size=3)
)
def test_the_lines_of_a_list_all_count_or_none_and_add_up_to_the_cent(
    tmp_path_factory: pytest.TempPathFactory, lists: list[list[tuple[int, Row]]]
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    home, expected, paths = Home(folder / "home"), [], []
    for number, drawn in enumerate(lists):
        rows = [
            line(place, Lijst=f"L{number}", Referentie=f"{number}-{place}", Bedrag=f"{cents // 100},{cents % 100:02d}")
            | {"Datum": f"{number + 1:02d}/05/2024"} | fault
            for place, (cents, fault) in enumerate(drawn, start=1)
        ]  # fmt: skip
        is_clean = not any(fault for _, fault in drawn)
        whole = sum(cents for cents, _ in drawn)
        paths.append(write_csv(folder / f"{number}.csv", [*rows, total(rows, f"{whole // 100},{whole % 100:02d}")]))
        twins = len({cents for cents, _ in drawn}) < len(drawn)
        expected += [(f"{number}-{place}", Decimal(cents) / 100) for place, (cents, _) in enumerate(drawn, start=1)
                     if is_clean and not twins]  # fmt: skip
    load_paths(home, paths, RECEIVED_ON, workers=1)

    found = counted(home)
    assert found == sorted(expected)
    with Register(home.register_path) as register:
        assert sum(one.facts.total_eur for one in register.via_lists() if one.may_count) == sum(a for _, a in expected)
