from __future__ import annotations

from datetime import UTC, date, datetime

import pandas as pd

from dashboard import sentences
from dashboard.indicators import Indicator

STAFF = Indicator("fte", "VTE per 10 plaatsen", "staff", "Personeel", "VTE", 2, "neutral", "…")
OCCUPANCY = Indicator("occupancy", "Bezetting", "performance", "Prestaties", "%", 1, "target_band", "…")
SPACE = "\u00a0"


def row(**changes: object) -> dict[str, object]:
    return {
        "value": 1.85, "status": "reported", "status_label": "gerapporteerd", "n_peers": 17, "peers_total": 17,
        "p25": 1.61, "median": 1.77, "p75": 1.94, "weighted_mean": 1.79, "difference": 0.08,
        "judgement": "similar", "judgement_label": "vergelijkbaar met de gelijken", "group_label": "Kempen",
        "band_lower": None, "band_upper": float("nan"),
    } | changes  # fmt: skip


def test_a_finding_names_the_value_the_middle_half_and_the_median() -> None:
    assert sentences.finding("Aartselaar", STAFF, row(), "nearest") == (
        f"Aartselaar heeft 1,85{SPACE}VTE. Van de 17 meest gelijkende besturen ligt de helft tussen 1,61 en "
        f"1,94{SPACE}VTE (mediaan 1,77{SPACE}VTE). Dat is vergelijkbaar met de gelijken."
    )


def test_a_group_is_named_and_says_how_many_have_a_figure() -> None:
    found = sentences.finding("Aartselaar", STAFF, row(n_peers=14), "reference_region")
    assert "Van de 17 andere besturen (Kempen), waarvan 14 met een cijfer, ligt de helft" in found


def test_an_authority_without_a_figure_reads_why_and_still_sees_the_others() -> None:
    own = row(
        value=None, status="not_submitted", status_label="niet ingediend", judgement="none", judgement_label="geen"
    )
    found = sentences.finding("Aartselaar", STAFF, own, "all")
    assert found.startswith("Aartselaar heeft hier geen cijfer (niet ingediend). Van de 17 andere besturen")
    assert "mediaan 1,77" in found
    assert "Dat is" not in found


def test_a_value_that_was_not_simply_reported_is_marked() -> None:
    own = row(status="partial_year", status_label="slechts een deel van het jaar", judgement="none")
    found = sentences.own_value("Aartselaar", STAFF, own)
    assert found == (
        f"Aartselaar heeft 1,85{SPACE}VTE (slechts een deel van het jaar, telt niet mee in de vergelijking)."
    )


def test_too_few_peers_are_explained_instead_of_a_statistic() -> None:
    few = row(n_peers=1, p25=None, median=None, p75=None, judgement="none")
    assert "heeft er 1 een cijfer: te weinig" in sentences.finding("Aartselaar", STAFF, few, "all")
    none = row(n_peers=0, median=None, judgement="none", group_label=None)
    assert "Geen van de 17 andere besturen heeft hier een cijfer." in sentences.finding("A", STAFF, none, "all")


def test_a_middle_half_that_is_one_value_is_not_called_a_range() -> None:
    flat = row(p25=0.0, median=0.0, p75=0.0)
    found = sentences.finding("A", STAFF, flat, "nearest")
    assert f"heeft minstens de helft 0,00{SPACE}VTE (mediaan)." in found


def test_a_target_is_named_with_the_judgement() -> None:
    found = sentences.finding(
        "A", OCCUPANCY, row(judgement="below_band", judgement_label="onder de streefwaarde", band_lower=80.0), "all"
    )
    assert found.endswith("De streefwaarde is minstens 80\u00a0%. Dat is onder de streefwaarde.")
    assert "De streefwaarde is 100\u00a0%." in sentences.finding(
        "A", OCCUPANCY, row(band_lower=100, band_upper=100), "all"
    )


def test_a_target_carries_its_unit_once() -> None:
    assert sentences.bounded(80, 100, "%") == f"80 tot 100{SPACE}%"
    assert sentences.bounded(None, 5, "dagen") == f"hoogstens 5{SPACE}dagen"
    assert sentences.bounded(100, 200, "€") == f"€{SPACE}100 tot €{SPACE}200"
    assert sentences.bounded(None, None, "%") == ""


def test_one_peer_or_none_is_told_in_words() -> None:
    nobody = row(n_peers=0, peers_total=0, median=None, judgement="none")
    assert sentences.finding("A", STAFF, nobody, "nearest").endswith("geen andere besturen om mee te vergelijken.")
    one = row(n_peers=1, peers_total=1, median=None, judgement="none")
    assert "maar één bestuur om mee te vergelijken; het heeft een cijfer." in sentences.finding("A", STAFF, one, "all")


def test_a_publication_of_one_submission_is_counted_in_the_singular() -> None:
    told = sentences.source(1, datetime(2026, 6, 1, 8, 0, tzinfo=UTC), 1)
    assert told.endswith("gebouwd uit 1 inzending.")


def test_the_median_and_the_group_as_a_whole_are_both_named() -> None:
    told = sentences.comparison("A", STAFF, row(), "all")
    assert f"mediaan 1,77{SPACE}VTE" in told
    assert f"De groep als geheel (som van de tellers gedeeld door som van de noemers) komt op 1,79{SPACE}VTE." in told
    assert f"Verschil met de mediaan: 0,08{SPACE}VTE hoger." in told


def test_a_difference_that_rounds_to_nothing_is_called_equal() -> None:
    assert sentences.difference(STAFF, row(difference=-0.001)) == "Dat is gelijk aan de mediaan."


def test_percentages_differ_by_percentage_points() -> None:
    assert (
        sentences.difference(OCCUPANCY, row(difference=7.5)) == f"Verschil met de mediaan: 7,5{SPACE}procentpunt hoger."
    )


def test_a_trend_tells_from_where_to_where_and_warns_of_a_break() -> None:
    first, last = {"year": 2022, "value": 1.5}, {"year": 2025, "value": 1.8}
    told = sentences.trend("A", STAFF, first, last, has_break=True)
    assert told.startswith(f"A steeg van 1,50{SPACE}VTE in 2022 naar 1,80{SPACE}VTE in 2025.")
    assert "breuk in de reeks" in told
    assert sentences.trend("A", STAFF, None, None, has_break=False) == "A heeft in geen enkel jaar een cijfer."


def test_a_single_authority_is_counted_in_the_singular() -> None:
    counts = pd.Series(
        {
            "n_expected": 30,
            "n_received": 29,
            "n_late": 3,
            "n_missing": 1,
            "n_open_problems": 2,
            "n_refused": 1,
            "due_on": date(2026, 4, 30),
        }
    )
    assert sentences.follow_up(2025, counts) == (
        "Voor 2025 dienden 29 van de 30 besturen in, 3 daarvan na de uiterste datum (30 april 2026). "
        "1 bestuur diende niets in. 2 opmerkingen vragen een antwoord of een verbetering. 1 bestand werd geweigerd."
    )
    told = sentences.follow_up(2025, pd.Series(dict(counts) | {"n_received": 1, "n_open_problems": 0, "n_refused": 0}))
    assert told.startswith("Voor 2025 diende 1 van de 30 besturen in")
    assert told.endswith("Geen enkele opmerking vraagt een antwoord of een verbetering.")
