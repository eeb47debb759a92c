"""Damaged files are loaded right or refused with a message that names the place; `make fuzz` runs ten thousand."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.originals import checked, originals
from tests.fuzz.run import PROJECT_ROOT, examine
from tests.fuzz.verdict import complaints

N_CASES = 150
DIES = "from tests.fuzz import examiner; examiner.limit_memory(); {}"


@pytest.mark.parametrize("how", ["bytes", "cells"])
def test_no_damage_is_read_wrong_or_told_without_its_place(how: str) -> None:
    tally = examine(how, 0, N_CASES, seed=1)

    assert tally.complaints == []
    assert tally.outcomes.total() >= N_CASES
    assert {"loaded right", "loaded, problems told"} <= tally.outcomes.keys()


def test_a_process_that_takes_more_than_a_gigabyte_is_stopped() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", DIES.format("bytearray(3 << 29)")],
        cwd=PROJECT_ROOT, check=False, capture_output=True, text=True,
    )  # fmt: skip

    assert "MemoryError" in ended.stderr


def test_a_process_that_computes_on_is_stopped() -> None:
    endless = "import signal; signal.setitimer(signal.ITIMER_PROF, 0.2)\nwhile True: pass"

    ended = subprocess.run([sys.executable, "-c", endless], check=False, capture_output=True)

    assert ended.returncode == -signal.SIGPROF


def test_a_value_that_does_not_stand_in_the_file_is_noticed(tmp_path: Path) -> None:
    folder = next(original for original in originals(tmp_path / "before") if original.name == "csv folder")
    staff = folder.path / "Personeel.csv"
    staff.write_text(staff.read_text(encoding="utf-8").replace("7,0", "6,9"), encoding="utf-8")
    read_before = checked(folder.path)
    staff.write_text(staff.read_text(encoding="utf-8").replace("6,9", "6,8"), encoding="utf-8")

    (noticed,) = complaints(folder.path, read_before, folder.checked)

    assert noticed == "submission_staff, row 2, fte: read Decimal('6.9000'), found ['6,8']"
