"""A file that ends the process which reads it is refused alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ingest.check_files import CheckTask, check_files
from tests.ingest.killed_load import EXIT_CODE
from tests.ingest.small_submission import write_submission


class KillsItsReader:
    """Stands where a path stands, and ends the process that receives it."""

    def __reduce__(self) -> tuple[Any, tuple[int]]:
        return os._exit, (EXIT_CODE,)


@pytest.fixture
def main_module_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page test before this one leaves its page behind as the main module, and a started process would run it."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.mark.usefixtures("main_module_of_its_own")
def test_a_file_that_kills_its_reader_is_refused_and_takes_no_other_file_along(tmp_path: Path) -> None:
    good = [CheckTask(write_submission(tmp_path / nis), nis, "real") for nis in ("11001", "11004", "11005")]
    deadly = CheckTask(KillsItsReader(), "boos.xlsx", "real")  # type: ignore[arg-type]

    found = check_files([good[0], deadly, *good[1:]], workers=2)

    assert [file.file_name for file in found] == ["11001", "boos.xlsx", "11004", "11005"]
    assert [problem.rule_code for problem in found[1].problems] == ["reader_died"]
    assert [file.is_refused for file in found] == [False, True, False, False]
