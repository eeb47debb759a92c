"""What dbt remembers of the project once it has read it, made once per run and given to each folder that dbt works in.

Reading the project takes dbt longer than building a small warehouse of it. It remembers under which names the database
and the raw folder were known; those are the same in everything that is laid out as a home is.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from unittest import mock

from ingest.dbt_folders import PARSED, PROJECT_FOLDER, forget_another_place

# Names a folder in which the project was read already, for a run of pytest inside another one.
PARSED_PROJECT = "PARSED_DBT_PROJECT"


def environment(database: Path, raw: Path, work: Path) -> dict[str, str]:
    """What dbt is told of the places it works with, as a build tells it: as seen from its own folder."""
    return {
        "OPVANGSPIEGEL_WAREHOUSE": os.path.relpath(database, work),
        "OPVANGSPIEGEL_RAW": os.path.relpath(raw, work),
        "OPVANGSPIEGEL_SEEDS": "seeds",
        "DO_NOT_TRACK": "1",
    }


def parse(work: Path) -> None:
    """Let dbt read the project in a folder that lies as it does in a home."""
    from dbt.cli.main import dbtRunner

    forget_another_place(PROJECT_FOLDER, work)
    folders = ("--project-dir", PROJECT_FOLDER, "--profiles-dir", PROJECT_FOLDER, "--target-path", work)
    places = environment(work.parent / "opvangspiegel.duckdb", work.parents[1] / "raw", work)
    with mock.patch.dict(os.environ, places), contextlib.chdir(work):
        words = ["--quiet", "--log-level-file", "none", "parse", *map(str, folders), "--log-path", str(work)]
        assert dbtRunner().invoke(words).success


def start_from(parsed: Path, work: Path) -> None:
    """Let dbt's own folder begin with what is remembered, where dbt did not work there before."""
    if not (work / PARSED).exists():
        work.mkdir(parents=True, exist_ok=True)
        forget_another_place(PROJECT_FOLDER, work)
        shutil.copy(parsed / PARSED, work / PARSED)
