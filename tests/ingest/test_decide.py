"""Decisions fall on the version they are meant for, and never on nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.decide import DecisionError, accept, query, withdraw
from ingest.home import Home
from ingest.receive import load_paths
from ingest.register import Register
from tests.ingest.small_submission import write_submission


def receive(home: Home, tmp_path: Path, name: str, nis_code: str = "11001", year: int = 2023) -> None:
    folder = write_submission(tmp_path / name, nis_code, year, mailbox=f"{name}@voorbeeld.be")
    assert load_paths(home, [folder]).files[0].outcome == "received"


def decisions(home: Home) -> list[tuple[str, int, int, str]]:
    with Register(home.register_path) as register:
        return [(row.nis_code, row.year, row.version, row.decision) for row in register.decisions()]


def test_accepting_concerns_the_latest_version(home: Home, tmp_path: Path) -> None:
    receive(home, tmp_path, "een")
    receive(home, tmp_path, "twee")

    assert accept(home, "11001", 2023, "nagekeken") == 1
    assert decisions(home) == [("11001", 2023, 2, "accepted")]


def test_accepting_twice_is_accepting_once(home: Home, tmp_path: Path) -> None:
    receive(home, tmp_path, "een")

    assert [accept(home, "11001", 2023), accept(home, "11001", 2023)] == [1, 0]


def test_accepting_everything_takes_each_latest_version_and_leaves_what_someone_decided(
    home: Home, tmp_path: Path
) -> None:
    receive(home, tmp_path, "een")
    receive(home, tmp_path, "twee")
    receive(home, tmp_path, "drie", nis_code="11004")
    receive(home, tmp_path, "vier", nis_code="11005", year=2022)
    query(home, "11004", 2023, "Klopt dit?")

    assert accept(home, all_receivable=True) == 2
    assert decisions(home)[1:] == [("11001", 2023, 2, "accepted"), ("11005", 2022, 1, "accepted")]


@pytest.mark.parametrize("note", ["", "  \n"])
@pytest.mark.parametrize(("decide", "asked"), [(query, "--text"), (withdraw, "waarom")])
def test_a_question_that_asks_nothing_and_a_withdrawal_without_reason_are_refused(
    home: Home,
    tmp_path: Path,
    decide: Callable[..., object],
    asked: str,
    note: str,
) -> None:
    receive(home, tmp_path, "een")

    with pytest.raises(DecisionError, match=asked):
        decide(home, "11001", 2023, note)
    assert decisions(home) == []


def test_a_withdrawn_version_is_not_accepted_again_without_saying_so(home: Home, tmp_path: Path) -> None:
    receive(home, tmp_path, "een")
    receive(home, tmp_path, "twee", nis_code="11004")
    withdraw(home, "11001", 2023, "verkeerd bestand")

    with pytest.raises(DecisionError, match=r"Versie 1 van NIS-code 11001.*verkeerd bestand.*--again"):
        accept(home, "11001", 2023)
    assert accept(home, year=2023) == 1
    assert accept(home, "11001", 2023, again=True) == 1
    assert decisions(home)[1:] == [("11004", 2023, 1, "accepted"), ("11001", 2023, 1, "accepted")]


def test_withdrawing_takes_back_the_version_that_counts_and_then_the_one_before(home: Home, tmp_path: Path) -> None:
    receive(home, tmp_path, "een")
    accept(home, "11001", 2023)
    receive(home, tmp_path, "twee")
    accept(home, "11001", 2023)
    receive(home, tmp_path, "drie")

    for _ in range(3):
        withdraw(home, "11001", 2023, "vergissing")

    assert [row[2] for row in decisions(home) if row[3] == "withdrawn"] == [2, 1, 3]
    with pytest.raises(DecisionError, match="al ingetrokken"):
        withdraw(home, "11001", 2023, "nog eens")
    with pytest.raises(DecisionError, match="al ingetrokken"):
        query(home, "11001", 2023, "en nu?")


@pytest.mark.parametrize("decide", [accept, query, withdraw])
def test_without_a_received_file_there_is_nothing_to_decide(home: Home, tmp_path: Path, decide) -> None:  # noqa: ANN001
    with pytest.raises(DecisionError, match="nog niets ontvangen"):
        decide(home, "11001", 2023, "")

    receive(home, tmp_path, "een")
    with pytest.raises(DecisionError, match="NIS-code 11004 over 2023"):
        decide(home, "11004", 2023, "")
