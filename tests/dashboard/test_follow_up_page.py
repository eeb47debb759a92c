"""The page Opvolging on a real publication: who must be called, how submissions came in, what waits."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dashboard import follow_up_tables
from dashboard.queries import calling
from ingest.decide import query, withdraw
from ingest.home import Home
from ingest.pending import PublishedSubmission, pending
from tests.dashboard.pages import link_of, opened, words

YEAR = 2025


@pytest.fixture
def publication(small_warehouse: Home, monkeypatch: pytest.MonkeyPatch) -> duckdb.DuckDBPyConnection:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    return duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True)


def test_who_handed_nothing_in_is_called_and_nobody_without_a_reason(publication: duckdb.DuckDBPyConnection) -> None:
    rows = publication.execute("select * from marts.fct_submissions where year = ?", [YEAR]).df()
    expected = {
        row["name"]
        for row in rows.to_dict("records")
        if row["is_overdue"] or (pd.notna(row["n_open_problems"]) and row["n_open_problems"] > 0)
    }

    shown = next(frame.value for frame in opened("follow_up", year=str(YEAR)).dataframe if "Mailbox" in frame.value)

    assert set(shown["Bestuur"]) == expected
    assert (shown["Waarom"] != "").all()


def test_the_line_of_received_ends_at_what_was_received_and_stands_at_what_was_in_time_on_the_due_day(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    received, in_time = publication.execute(
        """
        select count(first_received_on), count(*) filter (where first_received_on <= due_on)
        from marts.fct_submissions where year = ?
        """,
        [YEAR],
    ).fetchone()

    line = calling.progress(YEAR).query("year == @YEAR and kind == 'received'")

    assert received > in_time > 0
    assert line["n_authorities"].max() == received
    assert line[line["day"] <= 0]["n_authorities"].max() == in_time
    assert line["n_authorities"].is_monotonic_increasing


def test_narrowing_to_what_is_not_published_stands_in_the_link(publication: duckdb.DuckDBPyConnection) -> None:
    unpublished = publication.execute(
        "select count(*) from marts.fct_submissions where year = ? and not is_published", [YEAR]
    ).fetchone()[0]
    app = opened("follow_up", year=str(YEAR), published="no")

    assert link_of(app)["published"] == "no"
    assert len(app.dataframe[1].value) == unpublished


def test_figures_that_nobody_handed_in_are_empty_and_not_zero(publication: duckdb.DuckDBPyConnection) -> None:
    shown = opened("follow_up", year=str(YEAR), status="expected").dataframe[1].value

    assert len(shown) > 0
    assert shown[["Open opmerkingen", "Open vragen", "Ingevuld"]].isna().all(axis=None)
    assert set(shown["Laattijdig"]) == {""}


def test_a_publication_of_everything_accepted_leaves_nothing_to_publish(
    publication: duckdb.DuckDBPyConnection,
) -> None:
    assert "deze publicatie bevat alles wat aanvaard is" in words(opened("follow_up", year=str(YEAR)))


def test_what_was_decided_since_a_publication_is_told_per_submission(
    publication: duckdb.DuckDBPyConnection, small_warehouse: Home, tmp_path: Path
) -> None:
    home = Home(tmp_path / "copy").ensure()
    shutil.copy(small_warehouse.register_path, home.register_path)
    rows = publication.execute(
        "select nis_code, year, published_version from marts.fct_submissions where is_published order by all"
    ).fetchall()
    published = [PublishedSubmission(*row) for row in rows]
    since = publication.execute("select published_at from publication.publication").fetchone()[0]
    withdrawn, queried, *_others = published
    withdraw(home, withdrawn.nis_code, withdrawn.year, "Verkeerd bestand")
    query(home, queried.nis_code, queried.year, "Klopt dit?")

    found = pending(home, published, since)

    assert {(one.nis_code, one.year): (one.kind, one.note) for one in found} == {
        (withdrawn.nis_code, withdrawn.year): ("removed", "Verkeerd bestand"),
        (queried.nis_code, queried.year): ("decided", "Klopt dit?"),
    }
    assert pending(home, published[1:], since + timedelta(days=1)) == []


def test_a_submission_that_was_not_published_yet_would_be_added(
    publication: duckdb.DuckDBPyConnection, small_warehouse: Home
) -> None:
    rows = publication.execute(
        "select nis_code, year, published_version from marts.fct_submissions where is_published order by all"
    ).fetchall()
    later = publication.execute("select published_at from publication.publication").fetchone()[0] + timedelta(days=1)

    found = pending(small_warehouse, [PublishedSubmission(*row) for row in rows[1:]], later)

    assert [(one.nis_code, one.year, one.kind, one.next_version) for one in found] == [
        (*rows[0][:2], "added", rows[0][2])
    ]


def test_the_reasons_to_call_stand_in_one_sentence() -> None:
    row = {"name": "Gemeente 01", "mailbox": None, "is_overdue": False, "n_refused": 0, "n_open_queries": 2,
           "asked_on": pd.Timestamp("2026-05-04"), "n_open_problems": 1}  # fmt: skip

    assert follow_up_tables.calls_table(pd.DataFrame([row]))["Waarom"].tolist() == [
        "2 vragen onbeantwoord, de oudste sinds 4 mei 2026; 1 open opmerking"
    ]


@pytest.mark.usefixtures("warehouse")
def test_the_sentence_and_the_line_below_it_count_the_same_open_remarks() -> None:
    told = words(opened("follow_up", year=str(YEAR)))
    assert "2 opmerkingen vragen een antwoord of een verbetering. 1 bestand werd geweigerd." in told
    assert "**2** open opmerkingen" in told
