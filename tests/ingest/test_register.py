"""The register only grows, numbers versions itself, and stays whole whatever happens to those who use it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ingest import register as register_module
from ingest.checked import ViaListFacts
from ingest.problems import Problem, Severity
from ingest.register import TABLES, Register, RegisterError
from ingest.register_records import FileRecord, ProblemCounts, SubmissionRecord
from ingest.register_remark_records import CellCorrection, Place
from ingest.register_remarks import REMARK_TABLES

LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)
A_LIST = ViaListFacts(
    "payment_list", "gsd_v", "K1", 1, date(2024, 1, 1), date(2024, 3, 31), 1, Decimal("1234.56")
)  # fmt: skip
A_CORRECTION = CellCorrection(
    "11001",
    2023,
    "staff_year",
    "group",
    "leavers",
    "3",
    "4",
    False,
    "verkeerd geteld",
    "verantwoordelijke",
    date(2030, 1, 1),
)


def a_file(file_hash: str, load_id: str = "load") -> FileRecord:
    return FileRecord(
        file_hash, load_id, f"{file_hash}.xlsx", "aartselaar.xlsx", "submission", False, "demo", 10, "received",
        date(2024, 3, 1), ProblemCounts(n_warning=2),
    )  # fmt: skip


def add_version(register: Register, file_hash: str, load_id: str = "load") -> int:
    """Register one more submission of Aartselaar over 2023, as receiving it does."""
    with register.transaction():
        if not register.files():
            register.add_load(load_id, LONG_AGO, [("submission_authority", 2023)])
        file = a_file(file_hash, load_id)
        version = register.next_version("11001", 2023)
        register.add_file(file)
        register.add_submission(SubmissionRecord("11001", 2023, version, "Aartselaar", "2025.1", 20, 12, file))
    return version


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "register.sqlite"


def test_what_is_added_is_read_back(path: Path) -> None:
    with Register(path) as register:
        add_version(register, "aa")

    with Register(path) as register:
        (found,) = register.submissions()
        assert (found.nis_code, found.year, found.version, found.n_filled_cells) == ("11001", 2023, 1, 12)
        assert (found.file.received_on, found.file.counts.n_warning) == (date(2024, 3, 1), 2)
        assert register.parts() == [("load", "submission_authority", 2023)]


def test_versions_count_up_per_authority_and_year(path: Path) -> None:
    with Register(path) as register:
        assert [add_version(register, name) for name in ("aa", "bb", "cc")] == [1, 2, 3]
        assert register.next_version("11001", 2024) == 1
        assert register.next_version("11004", 2023) == 1


@pytest.mark.parametrize("table", TABLES)
def test_no_table_of_the_register_can_be_changed_or_emptied(path: Path, table: str) -> None:
    with Register(path) as register:
        add_version(register, "aa")
        with register.transaction():
            register.add_decision("11001", 2023, 1, "accepted", "")
            register.add_refusal("aa", None, None)
            register.add_dataset("aa", "refnis", [])
            register.add_via_list("aa", A_LIST)
            register.add_via_list_findings("aa", [Problem("via_zero", Severity.BLOCKING, "Het bedrag is nul.")])
            register.add_via_release("aa", "klopt")
            register.add_via_reading("abc123", "nagekeken")
            register.add_reason("aa", "rule", None, None, None, "nieuwe locatie")
            register.add_answer(register.add_query("11001", 2023, 1, Place(), "Klopt dit?"), "ja")
            register.add_correction_withdrawal(register.add_correction(A_CORRECTION), "vergissing")
        register.add_publication(1, "opvangspiegel_1.duckdb", LONG_AGO, "digest")

    with closing(sqlite3.connect(path)) as outsider:
        column = outsider.execute(f"select name from pragma_table_info('{table}')").fetchone()[0]
        for statement in (f"delete from {table}", f"update {table} set {column} = {column}"):
            with pytest.raises(sqlite3.IntegrityError, match="alleen aangevuld"):
                outsider.execute(statement)


def test_remarks_are_read_back_as_they_were_made(path: Path) -> None:
    with Register(path) as register:
        add_version(register, "aa")
        with register.transaction():
            register.add_reason("aa", "rule", "staff", 2, "fte", "nieuwe locatie")
            place = Place("staff", 2, "fte")
            first = register.add_query("11001", 2023, 1, place, "Klopt dit?")
            register.add_query("11001", 2023, 1, Place(indicator_code="cost_per_place"), "En dit?")
            register.add_answer(first, "ja")
            number = register.add_correction(A_CORRECTION)

    with Register(path) as register:
        (reason,) = register.reasons()
        asked, waiting = register.queries()
        (correction,) = register.corrections()
        assert (reason.file_hash, reason.row_number, reason.reason) == ("aa", 2, "nieuwe locatie")
        assert (asked.place, asked.answer, waiting.place.indicator_code, waiting.answered_at) == (
            place, "ja", "cost_per_place", None,
        )  # fmt: skip
        assert (correction.correction_id, correction.correction, correction.withdrawn_at) == (
            number,
            A_CORRECTION,
            None,
        )
        assert reason.given_at < asked.asked_at < waiting.asked_at < asked.answered_at < correction.made_at


def test_a_register_from_before_the_remarks_gets_room_for_them(path: Path) -> None:
    with Register(path) as register:
        add_version(register, "aa")
    with closing(sqlite3.connect(path)) as older:
        older.executescript("".join(f"drop table {table};" for table in reversed(REMARK_TABLES)))
        older.execute("pragma user_version = 1")

    with Register(path) as register:
        assert (len(register.submissions()), register.queries()) == (1, [])


def test_an_error_halfway_undoes_the_whole_transaction(path: Path) -> None:
    with Register(path) as register:
        with pytest.raises(ZeroDivisionError), register.transaction():
            register.add_load("load", LONG_AGO, [])
            register.add_file(a_file("aa"))
            raise ZeroDivisionError
        assert register.files() == []


def test_the_same_version_is_never_given_twice(path: Path) -> None:
    with Register(path) as register:
        add_version(register, "aa")
        second = a_file("bb")
        with pytest.raises(sqlite3.IntegrityError), register.transaction():
            register.add_file(second)
            register.add_submission(SubmissionRecord("11001", 2023, 1, "Aartselaar", "2025.1", 1, 1, second))


def test_later_rows_have_a_later_moment_also_when_the_clock_is_set_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Register(path) as register:
        add_version(register, "aa")

        class ClockSetBack(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:
                return LONG_AGO

        monkeypatch.setattr(register_module, "datetime", ClockSetBack)
        add_version(register, "bb")
        first, second = register.files()
        assert (first.file_hash, second.file_hash) == ("aa", "bb")
        assert first.registered_at < second.registered_at


def test_a_publication_that_is_added_again_stays_one(path: Path) -> None:
    with Register(path) as register:
        for note in ("eerste", "nog eens"):
            register.add_publication(1, "opvangspiegel_1.duckdb", LONG_AGO, "digest", note)
        assert [(row.number, row.note) for row in register.publications()] == [(1, "eerste")]


def test_the_latest_accepted_version_that_was_not_withdrawn_is_what_a_build_uses(path: Path) -> None:
    with Register(path) as register:
        for name in ("aa", "bb", "cc"):
            add_version(register, name)

        def used() -> list[int]:
            return [row.version for row in register.current_inputs().submissions]

        def decide(version: int, decision: str) -> None:
            with register.transaction():
                register.add_decision("11001", 2023, version, decision, "")

        assert used() == []
        decide(1, "accepted")
        assert used() == [1]
        decide(2, "accepted")
        assert used() == [2]
        decide(2, "queried")
        assert used() == [2]
        decide(2, "withdrawn")
        assert used() == [1]


def test_the_newest_file_of_a_dataset_and_year_is_what_a_build_uses(path: Path) -> None:
    with Register(path) as register:
        with register.transaction():
            register.add_load("load", LONG_AGO, [])
            for file_hash, years in (("aa", [2021, 2022]), ("bb", [2022])):
                register.add_file(a_file(file_hash))
                register.add_dataset(file_hash, "population", years)
        found = [(row.file.file_hash, row.years) for row in register.current_inputs().datasets]
        assert found == [("aa", (2021,)), ("bb", (2022,))]


def test_only_the_latest_version_without_any_decision_waits_for_one(path: Path) -> None:
    with Register(path) as register:
        add_version(register, "aa")
        add_version(register, "bb")
        assert [row.version for row in register.undecided()] == [2]
        with register.transaction():
            register.add_decision("11001", 2023, 2, "queried", "Klopt dit?")
        assert register.undecided() == []


def test_a_file_that_is_no_register_is_refused_with_a_sentence(path: Path) -> None:
    path.write_bytes(b"dit is geen register, maar wel lang genoeg om er een te kunnen zijn" * 20)

    with pytest.raises(RegisterError, match=r"register\.sqlite.*kan niet geopend worden"), Register(path):
        pass


def test_a_register_of_a_newer_program_is_left_alone(path: Path) -> None:
    with Register(path):
        pass
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("pragma user_version = 99")

    with pytest.raises(RegisterError, match="nieuwere versie"), Register(path):
        pass
