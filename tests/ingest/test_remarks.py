"""Reasons, answers and corrections that cannot be taken are refused in a sentence that says why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.correct import Why, correct, corrections, withdraw_correction
from ingest.decide import DecisionError, query
from ingest.home import Home
from ingest.places import PlaceError, place_of
from ingest.receive import load_paths
from ingest.remarks import answer_query, give_reason, queries
from ingest.version_changes import changes_between
from tests.ingest.small_submission import write_submission

WHY = Why("verkeerd aangeduid", "verantwoordelijke kinderopvang")
COLUMN = "Laatste maand van de cijfers"


@pytest.fixture
def received(home: Home, tmp_path: Path) -> Home:
    load_paths(home, [write_submission(tmp_path / "een", mailbox="een@voorbeeld.be")], workers=1)
    return home


def correct_month(home: Home, value: str, why: Why = WHY, column: str = COLUMN) -> int:
    return correct(home, "11001", 2023, "Bestuur", None, column, value, why).correction_id


def test_a_correction_keeps_the_old_value_and_its_grounds(received: Home) -> None:
    number = correct_month(received, "6")
    (made,) = corrections(received, "11001", 2023)

    assert made.correction_id == number
    assert (made.correction.old_value, made.correction.new_value, made.correction.row_key) == ("12", "6", "*")
    assert (made.correction.on_word_of, made.correction.is_estimate) == ("verantwoordelijke kinderopvang", False)


@pytest.mark.parametrize(
    ("value", "why", "column", "sentence"),
    [
        ("13", WHY, COLUMN, "van 1 tot en met 12"),
        ("juni", WHY, COLUMN, COLUMN),
        ("12", WHY, COLUMN, "Er staat al 12"),
        ("6", Why(" ", "directeur"), COLUMN, "--why"),
        ("6", Why("fout", ""), COLUMN, "een functie, geen naam"),
        ("6", Why("fout", "directeur", date(2001, 1, 1)), COLUMN, "al voorbij"),
        ("11004", WHY, "NIS-code", "nieuwe versie"),
        ("a@b.be", WHY, "Functionele mailbox", "tekst waar geen cijfer op steunt"),
    ],
)
def test_a_correction_that_cannot_hold_is_refused(
    received: Home, value: str, why: Why, column: str, sentence: str
) -> None:
    with pytest.raises(DecisionError, match=sentence):
        correct_month(received, value, why, column)
    assert corrections(received) == []


def test_a_cell_has_one_correction_at_a_time_and_a_withdrawn_one_stays_in_the_list(received: Home) -> None:
    first = correct_month(received, "6")
    with pytest.raises(DecisionError, match=f"al correctie {first}"):
        correct_month(received, "7")

    withdraw_correction(received, first, "toch juist")
    with pytest.raises(DecisionError, match="al ingetrokken"):
        withdraw_correction(received, first, "nog eens")
    second = correct_month(received, "7")
    assert [(one.correction_id, one.withdrawal_reason) for one in corrections(received)] == [
        (first, "toch juist"),
        (second, None),
    ]


def test_a_reason_needs_a_problem_to_answer(received: Home) -> None:
    with pytest.raises(DecisionError, match="geen probleem"):
        give_reason(received, "11001", 2023, "nieuwe locatie", place_of(2023, "Financiën", 99))
    with pytest.raises(DecisionError, match="waarom het cijfer juist is"):
        give_reason(received, "11001", 2023, " ")


def test_a_question_is_answered_once(received: Home) -> None:
    number = query(received, "11001", 2023, "Klopt dit?", place_of(2023, "Bestuur", column=COLUMN))
    answer_query(received, number, "ja")

    with pytest.raises(DecisionError, match="al beantwoord"):
        answer_query(received, number, "nee")
    with pytest.raises(DecisionError, match="geen vraag met nummer 99"):
        answer_query(received, 99, "ja")
    (asked,) = queries(received, "11001", 2023)
    assert (asked.place.sheet, asked.place.column_name, asked.answer) == ("authority", "last_month", "ja")


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ({"sheet": "Financien"}, None),
        ({"sheet": "Kosten"}, "De bladen zijn: Bestuur, Locaties"),
        ({"sheet": "Financiën", "column": "Bedrg"}, "Bedoelt u 'Bedrag'"),
        ({"row_number": 3}, "ook het blad"),
        ({"indicator": "cost_per_plac"}, "Bedoelt u 'cost_per_place'"),
        ({"indicator": "cost_per_place", "sheet": "VIA"}, "niet beide"),
    ],
)
def test_a_place_that_does_not_exist_is_told_with_the_nearest_that_does(
    place: dict[str, object], sentence: str | None
) -> None:
    if sentence is None:
        assert place_of(2023, **place).sheet == "finance"
        return
    with pytest.raises(PlaceError, match=sentence):
        place_of(2023, **place)


def test_versions_differ_in_the_cells_that_differ(received: Home, tmp_path: Path) -> None:
    assert changes_between(received, "11001", 2023).from_version is None
    load_paths(received, [write_submission(tmp_path / "twee", mailbox="twee@voorbeeld.be")], workers=1)
    (cell,) = changes_between(received, "11001", 2023).cells

    assert (cell.sheet_nl, cell.column_name, cell.old, cell.new) == (
        "Bestuur", "mailbox", "een@voorbeeld.be", "twee@voorbeeld.be",
    )  # fmt: skip
    with pytest.raises(DecisionError, match="Versie 9 bestaat niet; ontvangen zijn versies 1, 2"):
        changes_between(received, "11001", 2023, to_version=9)
