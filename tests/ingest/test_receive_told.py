"""What is told of files that cannot or need not be received: again, beside others, or that are no files at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ingest.check_files import refused
from ingest.home import Home
from ingest.receive import check_paths, load_paths
from ingest.register import Register
from tests.ingest.small_submission import write_submission

REFNIS = (
    "LVL_REFNIS|CD_REFNIS|CD_SUP_REFNIS|TX_REFNIS_DE|TX_REFNIS_FR|TX_REFNIS_NL|DT_VLDT_START|DT_VLDT_END\n"
    "4|11001|11000|Aartselaar|Aartselaar|Aartselaar|01/01/1977|31/12/9999\n"
)


def test_what_was_refused_is_told_again_what_is_wrong(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "brief.xlsx"
    file.write_bytes(b"%PDF-1.7 geen werkboek")

    first, second = load_paths(home, [file]), load_paths(home, [file])

    assert second.files[0].problems == first.files[0].problems != ()
    assert second.has_rejections


def test_a_refused_file_that_would_pass_now_is_asked_for_anew(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_submission(tmp_path / "een")
    too_strict = lambda tasks, *_: [refused(task, "submission", "too_strict", "Nee.") for task in tasks]  # noqa: E731
    with monkeypatch.context() as patched:
        patched.setattr("ingest.receive.check_files", too_strict)
        load_paths(home, [folder], received_on=date(2024, 3, 1))

    again = load_paths(home, [folder])

    assert [problem.rule_code for problem in again.files[0].problems] == ["refused_before"]
    assert "geweigerd op 01/03/2024" in again.files[0].note_nl
    assert "bewaar het opnieuw" in again.files[0].note_nl
    with Register(home.register_path) as register:
        assert register.submissions() == []


def test_real_files_beside_demo_files_are_noticed(home: Home, tmp_path: Path) -> None:
    assert not load_paths(home, [write_submission(tmp_path / "demo")]).is_mixed
    refnis = tmp_path / "refnis.txt"
    refnis.write_text(REFNIS)

    assert load_paths(home, [refnis]).is_mixed


def test_a_broken_link_and_an_empty_folder_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "koppeling.xlsx").symlink_to(tmp_path / "weg.xlsx")
    (tmp_path / "leeg").mkdir()

    linked, empty = check_paths([tmp_path / "koppeling.xlsx", tmp_path / "leeg"])

    assert "leidt nergens heen" in linked.problems[0].message_nl
    assert empty.problems[0].message_nl == "Deze map is leeg."
