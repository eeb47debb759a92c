"""The page Kwaliteit on a real publication: every number on it recounted from the marts by hand."""

from __future__ import annotations

import os

import duckdb
import pandas as pd
import pytest

from dashboard import quality_tables, texts_quality
from dashboard.queries import rulebook
from ingest.home import Home
from tests.dashboard.pages import opened, words

YEAR = 2025


@pytest.fixture
def publication(small_warehouse: Home, monkeypatch: pytest.MonkeyPatch) -> duckdb.DuckDBPyConnection:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    return duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True)


def test_the_page_counts_the_problems_of_latest_versions_and_of_refused_files(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    problems = publication.execute("select * from marts.fct_problems where year = ?", [YEAR]).df()
    latest = publication.execute("select nis_code, version from marts.fct_submissions where year = ?", [YEAR]).df()
    latest_version = dict(zip(latest["nis_code"], latest["version"], strict=True))
    stands = [
        pd.isna(row["version"]) or row["version"] == latest_version[row["nis_code"]]
        for row in problems.to_dict("records")
    ]

    shown = next(frame.value for frame in opened("quality", year=str(YEAR)).dataframe if "Regel" in frame.value)

    assert 0 < sum(stands) < len(problems)
    assert shown["Aantal"].sum() == sum(stands)


def test_every_rule_is_told_in_the_words_of_the_rules(publication: duckdb.DuckDBPyConnection) -> None:
    shown = next(frame.value for frame in opened("quality", year=str(YEAR)).dataframe if "Regel" in frame.value)
    sentences = {sentence.rstrip(".") for sentence, _mend in rulebook.rule_words().values()}

    assert set(shown["Regel"]) <= sentences
    assert (shown["Hoe herstellen"] != "").all()


def test_the_shares_of_a_theme_add_up_and_leave_out_what_does_not_apply(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    shown = next(frame.value for frame in opened("quality", year=str(YEAR)).dataframe if "Aandeel" in frame.value)
    applies = publication.execute(
        "select count(*) from marts.fct_indicator_values "
        "where year = ? and care_type = 'group' and status <> 'not_applicable'",
        [YEAR],
    ).fetchone()[0]

    assert shown["Cijfers"].sum() == applies
    assert shown.groupby("Thema")["Aandeel"].sum().round(9).eq(1).all()


def test_a_year_without_problems_reasons_or_corrections_says_what_can_be_done(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    told = words(opened("quality", year=str(YEAR)))

    assert "Corrigeren gaat met `opvangspiegel correct`" in told
    assert f"Over {YEAR} gaf nog geen bestuur een reden" in told


def correction(state: str, **more: object) -> dict[str, object]:
    return {
        "name": "Gemeente 01", "nis_code": "11001", "year": YEAR, "sheet": "finance", "row_number": 3,
        "column_name": "amount_eur", "old_value": "1324276.10", "found_value": "132427.61", "new_value": "132427.61",
        "state": state, "state_label": state, "is_estimate": False, "reason_nl": "Een nul te veel",
        "on_word_of": "financieel directeur", "valid_until": None,
    } | more  # fmt: skip


def test_a_correction_that_the_source_has_overtaken_asks_for_attention() -> None:
    rows = pd.DataFrame([correction("applied"), correction("source_mended"), correction("expired")])

    assert quality_tables.corrections_summary(rows) == (
        "Toegepast: 1 van 3. 2 vragen aandacht: de bron of de datum is intussen veranderd."
    )


def test_a_correction_names_its_cell_as_the_workbook_does_and_its_values_the_belgian_way() -> None:
    rows = pd.DataFrame([correction("applied"), correction("applied", new_value="ja", is_estimate=True)])
    table = quality_tables.corrections_table(rows, rulebook.cell_words)

    assert table.loc[0, ["Tabblad", "Kolom", "Ingediend", "Gecorrigeerd"]].tolist() == [
        "Financiën", "Bedrag", "1.324.276,10", "132.427,61",
    ]  # fmt: skip
    assert table.loc[1, "Gecorrigeerd"] == f"ja ({texts_quality.ESTIMATE})"


def test_only_the_most_frequent_rules_are_drawn_and_all_of_them_stand_in_the_table() -> None:
    many = [
        {"rule_code": f"rule_{n}", "severity_label": "", "sheet_nl": None, "n_problems": 1, "n_authorities": 1,
         "n_of_rule": 1, "n_year_before": 0}
        for n in range(quality_tables.MOST_RULES_DRAWN + 3)
    ]  # fmt: skip
    counts = pd.DataFrame(many)

    assert len(quality_tables.problem_cells(counts, {})) == quality_tables.MOST_RULES_DRAWN
    assert len(quality_tables.problems_table(counts, {})) == len(many)
