"""The command report as it is typed, a document of hostile text, and what an old publication gives."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from dashboard.queries.benchmarks import Choice
from dashboard.report import command, render
from dashboard.report.sections import Picture, Report, Section, Table
from ingest import cli, serve
from tests.dashboard.documents import found, text_of
from tests.dashboard.pages import opened, words
from tests.dashboard.synthetic_warehouse import build

HOSTILE = '#panic("x") *b* $x$ <script> \\ [a] =1+1 “”'


def test_text_from_data_never_becomes_markup() -> None:
    table = Table([HOSTILE], [[HOSTILE]], [1], [False])
    picture = Picture('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', HOSTILE)
    section = Section(HOSTILE, [HOSTILE], [(HOSTILE, HOSTILE)], picture, table, HOSTILE)
    hostile = Report("nl", HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, (2026, 1, 2), [section])

    assert [text_of(cell) for cell in found(hostile, "table")[0]["children"]] == [HOSTILE, HOSTILE]
    assert found(hostile, "image")[0]["alt"] == HOSTILE
    assert text_of(found(hostile, "heading")[-1]) == HOSTILE
    assert render.slides_pdf(hostile).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["-o", "x.pdf"], "Zeg met --nis over welk bestuur"),
        (["-o", "x.pdf", "--nis", "11001", "--all"], "Zeg met --nis over welk bestuur"),
        (["-o", "x.docx", "--nis", "11001"], "eindigt niet op .pdf"),
        (["-o", "x.pdf", "--nis", "11001", "--lang", "fr"], "Kies nl of en"),
    ],
)
def test_the_command_refuses_what_makes_no_report(options: list[str], told: str) -> None:
    result = CliRunner().invoke(cli.app, ["report", "--year", "2025", *options])

    assert result.exit_code == 2
    assert told in result.output


def test_the_command_hands_over_what_was_typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    given: list[dict] = []
    monkeypatch.setattr(serve, "run_report", lambda _home, asked: given.append(asked) or 0)
    path = tmp_path / "a.pdf"
    typed = ["--nis", "11001", "--peers", "11002, 12025", "--xlsx", "--lang", "en", "-o", str(path)]
    result = CliRunner().invoke(cli.app, ["report", "--year", "2025", *typed])

    assert result.exit_code == 0
    asked = command.Asked(**given[0])
    assert asked.order("11001").choice == Choice("11001", 2025, "group", "own", ("11002", "12025"))
    assert (asked.language, asked.output, list(asked.beside)) == ("en", str(path), ["xlsx"])


def test_a_publication_of_an_earlier_version_gives_a_sentence_on_the_page_and_in_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with duckdb.connect(str(build(tmp_path))) as publication:
        publication.execute("drop table marts.fct_differences")
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(tmp_path))
    choice = {"nis": "11001", "year": 2025, "care_type": "group", "peer_group": "nearest", "peers": []}
    code = command.run(json.dumps(choice | {"language": "nl", "output": "nowhere/rapport.pdf", "beside": []}))
    app = opened()

    told = "tabellen die deze versie nodig heeft ontbreken: marts.fct_differences"
    assert code == 1
    assert told in capsys.readouterr().err.replace("\n", " ")
    assert told in words(app)
    assert not app.get("download_button")
