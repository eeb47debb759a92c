from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from ingest.cli import app
from ingest.decide import DecisionError
from ingest.home import Home
from ingest.raw import write_register_snapshot
from ingest.register import Register
from ingest.via_readings import accept_finding, findings

MISPRINT, ROUNDING = "e08c198ca672", "e08d53069818"


@pytest.fixture
def published(home: Home) -> Home:
    """A home whose publication holds two findings and nothing else."""
    with duckdb.connect(str(home.current)) as connection:
        connection.execute("create schema marts")
        connection.execute(f"""
            create table marts.fct_via_findings as
            select * from (values
                ('{MISPRINT}', 'VIA6', 2021, '4', 'misprint', false, 'Gedrukt staat 550.020.', 'Bewijs.'),
                ('{ROUNDING}', 'VIA6', 2021, '4', 'rounding', true, 'Een verschil door afronding.', 'Nagerekend.')
            ) as t (finding_id, agreement, year, table_code, likely_cause, is_accepted, message_nl, proof_nl)
        """)
    return home


def test_what_nobody_accepted_stands_first(published: Home) -> None:
    assert [(one.finding_id, one.is_accepted) for one in findings(published)] == [(MISPRINT, False), (ROUNDING, True)]


def test_an_acceptance_is_kept_with_its_note_and_its_moment_and_reaches_raw(published: Home) -> None:
    accept_finding(published, MISPRINT[:6], " Nagekeken met de sociale partners. ")

    with Register(published.register_path) as register:
        (kept,) = register.via_readings()
    write_register_snapshot(published)
    (row,) = duckdb.sql(f"""
        select finding_id, note, decided_at from read_parquet('{published.raw}/register_via_readings/*/*.parquet')
    """).fetchall()
    assert (kept.finding_id, kept.note) == (MISPRINT, "Nagekeken met de sociale partners.")
    assert row == (MISPRINT, kept.note, kept.accepted_at.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("finding", "note", "sentence"),
    [
        (MISPRINT, "  ", "--note"),
        ("ffff0000", "klopt", "geen bevinding 'ffff0000'"),
        ("e08", "klopt", "geen bevinding 'e08'"),
        ("e08c198ca672x", "klopt", "geen bevinding"),
    ],
)
def test_what_cannot_be_accepted_is_told_why(published: Home, finding: str, note: str, sentence: str) -> None:
    with pytest.raises(DecisionError, match=sentence):
        accept_finding(published, finding, note)
    with Register(published.register_path) as register:
        assert register.via_readings() == []


def test_an_identity_that_begins_two_findings_is_asked_further(published: Home) -> None:
    with duckdb.connect(str(published.current)) as connection:
        connection.execute("update marts.fct_via_findings set finding_id = 'e08c19000000' where is_accepted")

    with pytest.raises(DecisionError, match="e08c198ca672, e08c19000000"):
        accept_finding(published, "e08c", "klopt")


def test_without_a_publication_there_is_nothing_to_accept(home: Home) -> None:
    with pytest.raises(DecisionError, match="nog niets gepubliceerd"):
        findings(home)


def test_the_commands_say_what_they_did(published: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(Path(published.path)))
    runner = CliRunner()

    listed = runner.invoke(app, ["via", "findings"])
    accepted = runner.invoke(app, ["via", "accept", MISPRINT, "--note", "klopt"])

    assert "2 bevindingen." in listed.stdout
    assert MISPRINT in listed.stdout
    assert "Gedrukt staat 550.020." in accepted.stdout
