"""The command line: Dutch words, exit codes, and never a traceback."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.cli import app
from ingest.home import Home
from tests.conftest import SMALL_YEARS
from tests.ingest.small_submission import write_submission
from tests.ingest.via_list_files import line, total, write_csv

PROJECT_ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    "demo", "load", "check", "template", "report", "accept", "query", "withdraw", "reason", "answer", "queries",
    "changes", "correct", "corrections", "publications", "build", "serve", "status", "trace",
)  # fmt: skip
GROUPS = ("via",)


def run(*arguments: object, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as people do, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ingest.cli", *map(str, arguments)],
        cwd=PROJECT_ROOT,
        env={**os.environ, "OPVANGSPIEGEL_HOME": str(home), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_help_is_in_dutch_and_names_every_command(tmp_path: Path) -> None:
    answer = run("--help", home=tmp_path)

    assert answer.returncode == 0
    assert {command.name or command.callback.__name__ for command in app.registered_commands} == set(COMMANDS)
    assert {group.typer_instance.info.name for group in app.registered_groups} == set(GROUPS)
    assert all(f"  {command} " in answer.stdout for command in (*COMMANDS, *GROUPS))
    for english in ("Usage", "Options", "Commands", "Show this message"):
        assert english not in answer.stdout


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, ingest.cli; print(sorted({'duckdb', 'pyarrow', 'pandas', 'dbt', 'streamlit'} & set(sys.modules)))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], cwd=PROJECT_ROOT, capture_output=True, text=True, check=True)

    assert loaded.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nonsens",), "De opdracht is niet begrepen: 'nonsens'"),
        (("template", "--nis", "11001"), "Er ontbreekt iets: '--year'"),
        (("status", "--json", "nu"), "Dit staat er te veel: 'nu'"),
        (("serve", "--poort", "1"), "De optie '--poort' bestaat niet"),
        (("template", "--nis", "11001", "--year", "dit jaar", "-o", "x"), "De waarde van '--year' is niet bruikbaar"),
        (("accept",), "Zeg met --nis en --year"),
    ],
)
def test_a_mistyped_command_gets_one_dutch_sentence_and_code_2(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    answer = run(*arguments, home=tmp_path)

    assert answer.returncode == 2
    assert sentence in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("serve",), "Er is nog niets gepubliceerd"),
        (("accept", "--nis", "11001", "--year", "2024"), "Er is nog niets ontvangen"),
        (("demo", "--years", "gisteren"), "'gisteren' zijn geen jaren"),
        (("demo", "--years", "2015", "--no-serve"), "Demogegevens bestaan voor"),
        (("template", "--nis", "1", "--year", "2025", "-o", "x.xlsx"), "geen bestuur met NIS-code '1'"),
        (("template", "--nis", "11001", "--year", "2025", "-o", "niet/daar/x.xlsx"), "bestand of die map bestaat niet"),
    ],
)
def test_what_cannot_be_done_gets_one_dutch_sentence_and_code_1(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    answer = run(*arguments, home=tmp_path / "home")

    assert answer.returncode == 1
    assert sentence in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


def test_an_unusable_home_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a_file").write_text("", encoding="utf-8")

    answer = run("build", home=tmp_path / "a_file" / "home")

    assert answer.returncode == 1
    assert "OPVANGSPIEGEL_HOME" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_debug_shows_where_an_error_came_from(tmp_path: Path) -> None:
    assert "Traceback" in run("--debug", "serve", home=tmp_path).stderr


def test_the_status_of_an_empty_home_says_that_nothing_is_published(tmp_path: Path) -> None:
    answer = run("status", home=tmp_path / "home")

    assert answer.returncode == 0
    assert "Er is nog niets gepubliceerd." in answer.stdout


def test_a_pdf_named_xlsx_is_refused_without_a_traceback(tmp_path: Path) -> None:
    file = tmp_path / "jaarverslag.xlsx"
    file.write_bytes(b"%PDF-1.7 not a workbook")

    for command in ("check", "load"):
        answer = run(command, file, home=tmp_path / "home")
        assert answer.returncode == 1
        assert "jaarverslag.xlsx" in answer.stdout
        assert "geweigerd" in answer.stdout
        assert "Traceback" not in answer.stdout + answer.stderr


def test_check_gives_the_same_as_json(tmp_path: Path) -> None:
    file = tmp_path / "leeg.xlsx"
    file.write_bytes(b"")

    answer = run("check", "--json", file, home=tmp_path / "home")
    found = json.loads(answer.stdout)

    assert (answer.returncode, found["exit_code"]) == (1, 1)
    assert found["files"][0]["file_name"] == "leeg.xlsx"
    assert found["files"][0]["problems"][0]["severity"] == "fatal"
    assert found["files"][0]["problems"][0]["mend_nl"] == "Bewaar het werkboek opnieuw en dien dat bestand in."
    assert not (tmp_path / "home").exists()


def test_check_says_whose_submission_it_took_a_file_for_and_after_which_version_it_was_read(tmp_path: Path) -> None:
    answer = run("check", write_submission(tmp_path / "een", year=2021), home=tmp_path / "home")

    assert "(NIS-code 11001, boekjaar 2021, versie 2014.1 van het sjabloon)" in " ".join(answer.stdout.split())


def test_a_file_of_which_a_cell_is_refused_is_not_called_in_order(tmp_path: Path) -> None:
    folder = write_submission(tmp_path / "een", mailbox="bel ons")

    answer = run("check", folder, home=tmp_path / "home")

    assert answer.returncode == 1
    assert "te ontvangen, zonder de geweigerde cellen of rijen" in answer.stdout
    assert "in orde" not in answer.stdout


def test_loading_a_real_file_beside_a_demo_is_warned_about(tmp_path: Path) -> None:
    real = write_submission(tmp_path / "echt", mailbox="een@voorbeeld.be")
    form = real / "bestuur.csv"
    form.write_text(form.read_text("utf-8").replace("demogegevens (verzonnen cijfers)", "echte cijfers"), "utf-8")

    alone = run("load", write_submission(tmp_path / "demo"), home=tmp_path / "home")
    beside = run("load", real, home=tmp_path / "home")

    assert "demo: Ontvangen als versie 1." in alone.stdout
    assert "Let op" not in alone.stdout
    assert "echt: Ontvangen als versie 2." in beside.stdout
    assert "blijft de hele publicatie als demo gemarkeerd" in beside.stdout


def test_the_name_of_a_file_never_becomes_markup(tmp_path: Path) -> None:
    file = tmp_path / "[bold red]groot[link=x].txt"
    file.write_text("wat dan ook", encoding="utf-8")

    assert "[bold red]groot[link=x].txt" in run("check", file, home=tmp_path / "home").stdout


def test_a_taken_port_is_told_before_anything_is_done(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        answer = run("demo", "--port", port, home=tmp_path / "home")

    assert answer.returncode == 1
    assert f"127.0.0.1:{port} is in gebruik" in answer.stderr
    assert not (tmp_path / "home").exists()


def test_the_status_of_a_publication_names_its_inputs(small_warehouse: Home) -> None:
    status = json.loads(run("status", "--json", home=small_warehouse.path).stdout)

    assert status["publication"]["data_kind"] == "demo"
    submissions = [row for row in status["inputs"] if row["dataset"] == "submission"]
    assert {row["year"] for row in submissions} == set(SMALL_YEARS)
    assert sum(row["n_files"] for row in submissions) == status["publication"]["n_submissions"]
    assert len(status["files"]) == sum(row["n_files"] for row in status["inputs"])
    assert status["refused"]
    shown = run("status", home=small_warehouse.path)
    assert shown.returncode == 0
    assert "Statbel bevolking naar leeftijd" in shown.stdout
    assert "population" not in shown.stdout


def test_a_waiting_list_is_told_of_shown_in_the_status_and_let_through_by_a_person(tmp_path: Path) -> None:
    home, rows = tmp_path / "home", [line(1), line(2, Bedrag="-5,00")]
    path = write_csv(tmp_path / "lijst.csv", [*rows, total(rows)])

    checked = run("check", path, home=home)
    loaded = run("load", "--json", "--received-on", "2024-07-05", path, home=home)
    waiting = json.loads(run("status", "--json", home=home).stdout)["lists_waiting"]
    without_why = run("via", "release", "lijst.csv", home=home)
    released = run("via", "release", "lijst.csv", "--note", "bevestigd", home=home)
    after = json.loads(run("status", "--json", home=home).stdout)["lists_waiting"]

    assert (checked.returncode, "zou wachten" in checked.stdout) == (0, True)
    (file,) = json.loads(loaded.stdout)["files"]
    assert (file["outcome"], [problem["rule_code"] for problem in file["problems"]]) == ("waiting", ["via_negative"])
    assert [(row["file_name"], row["total_eur"], row["n_blocking"]) for row in waiting] == [("lijst.csv", "996.50", 1)]
    assert (without_why.returncode, "--note" in without_why.stderr) == (1, True)
    assert (released.returncode, "2 lijnen" in released.stdout, after) == (0, True, [])
