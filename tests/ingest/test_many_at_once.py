"""A hundred submissions that come in at the same time, from several processes, are all received."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from ingest.home import Home
from ingest.receive import load_paths
from ingest.register import Register
from tests.ingest.small_submission import write_submission

PROCESSES, EACH = 4, 25
NIS_CODES = ("11001", "11004", "11005")


def hand_in(home: Path, folder: Path, sender: int) -> list[str]:
    """Hand in submissions one by one, as one sender; they share their authorities with the other senders."""
    outcomes = []
    for number in range(EACH):
        nis_code = NIS_CODES[number % len(NIS_CODES)]
        path = write_submission(folder / f"{sender}_{number}", nis_code, 2023, f"s{sender}n{number}@voorbeeld.be")
        outcomes += [file.outcome for file in load_paths(Home(home), [path], workers=1).files]
    return outcomes


def test_a_hundred_submissions_at_once_are_received_without_loss(home: Home, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=context) as senders:
        outcomes = list(senders.map(partial(hand_in, home.path, tmp_path), range(PROCESSES)))

    with Register(home.register_path) as register:
        received = register.submissions()
    versions = {nis: [one.version for one in received if one.nis_code == nis] for nis in NIS_CODES}
    assert outcomes == [["received"] * EACH] * PROCESSES
    assert len({one.file.file_hash for one in received}) == PROCESSES * EACH
    assert all((home.archive / one.file.archived_name).is_file() for one in received)
    assert versions == {nis: list(range(1, len(found) + 1)) for nis, found in versions.items()}
