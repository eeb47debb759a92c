"""The page VIA on a real publication: the flow, the printed tables, the calls and lists, and the own money."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard import via_own_tables, via_own_words, via_printed, via_words
from dashboard.charts.via_flow import flow_chart
from dashboard.indicators import Indicator
from ingest.home import Home
from tests.dashboard.pages import link_of, opened, words

ABSENCE = Indicator("sickness_absence", "Ziekteverzuim", "staff", "Personeel", "%", 1, "lower", "")


@pytest.fixture
def publication(small_warehouse: Home, monkeypatch: pytest.MonkeyPatch) -> duckdb.DuckDBPyConnection:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    return duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True)


def with_column(tables: list[pd.DataFrame], *heads: str) -> pd.DataFrame:
    return next(table for table in tables if set(heads) <= set(table.columns))


def test_the_steunpunt_sees_the_agreement_its_misprint_and_where_it_stands(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    app = opened("via", via_view="all", agreement="VIA6", money_year="2021")
    tables = [shown.value for shown in app.dataframe]

    assert "Het akkoord verdeelt €\u00a011.264.049, waarvan €\u00a02.506.007 voor de eigen sector." in words(app)
    flow = with_column(tables, "Van", "Naar", "Bedrag (€)")
    assert flow.loc[flow["Soort"] == "budget", "Bedrag (€)"].sum() == 11_264_049
    assert flow.loc[flow["Naar"] == "Gezinszorg", "Bedrag (€)"].sum() == 555_020 + 299_711
    printed = with_column(tables, "Zoals gedrukt", "Gezinszorg", "Kolom niet gekend")
    row = printed[printed["Zoals gedrukt"] == "IFIC lokaal / digitalisering en innovatie"].iloc[0]
    assert (row["Gezinszorg"], row["Kinderopvang"]) == ("◆ 550.020", "1.081.823")
    found = with_column(tables, "Gedrukt", "Voorstel", "Bewijs").set_index("Gedrukt")
    assert found.loc["€\u00a0550.020", ["Voorstel", "Aanvaard"]].tolist() == ["€\u00a0555.020", "nog niet"]
    assert link_of(app)["money_year"] == "2021"


def test_the_steunpunt_sees_who_to_call_and_which_lists_wait(publication: duckdb.DuckDBPyConnection) -> None:
    app = opened("via", via_view="all")
    calls = with_column([shown.value for shown in app.dataframe], "Mailbox", "Waarom")
    first, n = publication.execute(
        """
        select max_by(a.name, c.to_explain_eur), count(*) from marts.fct_via_calls as c
        inner join marts.dim_authorities as a using (nis_code) where c.agreement = 'VIA6'
        """
    ).fetchone()
    waiting = publication.execute("select count(*) from marts.fct_via_lists where state = 'waiting'").fetchone()[0]

    assert (calls["Bestuur"].iloc[0], len(calls)) == (first, n)
    assert calls["Waarom"].str.len().min() > 0
    assert f"lijsten wachten: {waiting}," in words(app)


def test_the_burn_down_ends_where_the_authorities_together_stand(publication: duckdb.DuckDBPyConnection) -> None:
    app = opened("via", via_view="all", money_year="2024", measure="training")
    rows = with_column([shown.value for shown in app.dataframe], "Stap", "Tot en met", "Samen (€)")
    spent = publication.execute(
        """
        select sum(amount_eur) from marts.fct_via_movements
        where agreement = 'VIA6' and measure = 'training' and year = 2024 and step = 'spent'
        """
    ).fetchone()[0]

    assert rows.loc[rows["Stap"] == "besteed", "Samen (€)"].iloc[-1] == pytest.approx(float(spent))
    assert f"is tot nu {via_words.euro(spent)} besteed van" in words(app)
    assert link_of(app)["measure"] == "training"


def test_a_manager_sees_the_own_money_and_what_is_not_told_is_not_zero(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    nis, paid, remaining = publication.execute(
        """
        select nis_code, sum(paid_eur), sum(remaining_eur) from marts.fct_via_ledger
        where year = 2025 and care_type = 'group' and remaining_eur > 0 and justified_eur is null
        group by nis_code having count(*) = (
            select count(*) from marts.fct_via_ledger as l
            where l.nis_code = fct_via_ledger.nis_code and l.year = 2025 and l.care_type = 'group'
        ) order by nis_code limit 1
        """
    ).fetchone()
    app = opened("via", nis=nis, year="2025", care_type="group")
    table = with_column([shown.value for shown in app.dataframe], "Besteden tegen", "Over (€)")

    assert f"ontvangen {via_words.euro(paid)}," in words(app)
    assert "verantwoord niet gemeld." in words(app)
    assert f"Er blijft {via_words.euro(remaining)} over; te besteden tegen 30 juni 2026" in words(app)
    assert table["Over (€)"].sum() == pytest.approx(float(remaining))
    assert table["Verantwoord (€)"].isna().all()


def test_a_publication_without_the_ledger_says_what_to_do(warehouse: Path) -> None:
    assert "Bouw het magazijn opnieuw" in words(opened("via"))


def test_a_step_that_nobody_told_has_no_bar() -> None:
    ledger = pd.DataFrame([{"label": "Koopkracht", "paid_eur": 10.0, "spent_eur": None}])
    rows = via_own_tables.step_rows(ledger, {"paid": "uitbetaald", "spent": "besteed"})

    assert rows["shown"].tolist() == ["", "€\u00a010", "niet gemeld"]
    assert rows["amount_eur"].isna().tolist() == [True, False, True]


def test_the_flow_is_as_wide_as_its_euros() -> None:
    links = pd.DataFrame(
        [
            ("budget", "Budget", "measure", "A", 30.0),
            ("budget", "Budget", "measure", "B", 10.0),
            ("measure", "A", "sector", "X", 30.0),
            ("measure", "B", "sector", "X", 10.0),
        ],
        columns=["from_stage", "from_label", "to_stage", "to_label", "amount_eur"],
    ).assign(shown="")
    ribbons, blocks = (layer.data for layer in flow_chart(links, str).layer[:2])
    heights = (blocks["bottom"] - blocks["top"]).set_axis(blocks["label"])
    widths = (ribbons["y2"] - ribbons["y"]).groupby(ribbons["link"]).agg(["min", "max"])

    assert heights["Budget"] == pytest.approx(heights["X"]) == pytest.approx(heights["A"] + heights["B"])
    assert heights["A"] == pytest.approx(3 * heights["B"])
    assert widths.loc["B → X"].tolist() == pytest.approx([heights["B"]] * 2)


def test_an_effect_is_told_without_a_cause_and_a_group_too_small_has_no_median() -> None:
    took_part = {
        "year": 2024, "measure_label": "Pedagogische coaches", "expected_direction": "lower", "took_part": True,
        "n_authorities": 40, "before_year": 2023, "after_year": 2025, "before_median": 8.1, "after_median": 7.9,
    }  # fmt: skip
    did_not = took_part | {"took_part": False, "n_authorities": 3, "before_median": None, "after_median": None}
    told = via_own_words.effect(ABSENCE, [took_part, did_not], {"n_authorities": 41, "paid_eur": 1000})

    assert "(40) ging de mediaan van 8,1\u00a0% in 2023 naar 7,9\u00a0% in 2025." in told
    assert "Bij besturen die geen geld kregen (3) zijn er te weinig" in told
    assert not {"dankzij", "doordat", "waardoor", "effect", "gevolg"} & set(told.lower().split())
    assert via_own_tables.effect_rows(pd.DataFrame([took_part, did_not]), ABSENCE)["value"].tolist() == [8.1, 7.9]


def test_a_printed_table_keeps_its_order_its_blanks_and_its_doubts() -> None:
    def figure(row: str, sector: str | None, position: int | None, printed: float | None, doubt: bool) -> dict:
        return {
            "table_code": "4", "row_label": row, "kind": "allocation", "unit": "eur", "sector_label": sector,
            "sector_position": position, "printed": printed, "line_number": 1, "is_marked": doubt,
        }  # fmt: skip

    lines = pd.DataFrame(
        [
            figure("Tweede in het alfabet", "Gezinszorg", 2, 1250.0, True),
            figure("Eerste in het alfabet", "Kinderopvang", 1, None, False),
            figure("Eerste in het alfabet", None, None, 9.0, False),
        ]
    )
    table = next(via_printed.printed_tables(lines))

    assert table.cells.to_dict("list") == {
        "Zoals gedrukt": ["Tweede in het alfabet", "Eerste in het alfabet"],
        "Kinderopvang": ["", "(leeg)"],
        "Gezinszorg": ["◆ 1.250", ""],
        "Kolom niet gekend": ["", "9"],
    }
    assert table.marked["Gezinszorg"].tolist() == [True, False]
    assert not table.marked.drop(columns="Gezinszorg").to_numpy().any()
