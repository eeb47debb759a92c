"""Run dbt in this process: a run of a few nodes then takes a second, and not the three of starting dbt."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from unittest import mock

from ingest.dbt_folders import PROJECT_FOLDER, folder_with_seeds
from ingest.failed_tests import sentences_of
from tests.parsed_project import environment, start_from

SEEDS = PROJECT_FOLDER / "seeds"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the nodes of one run: by name their status and message, and what failed tests found."""

    statuses: dict[str, str] = field(default_factory=dict)
    messages: dict[str, str] = field(default_factory=dict)
    sentences: dict[str, list[str]] = field(default_factory=dict)
    error: str = ""

    @property
    def failures(self) -> dict[str, str]:
        """The nodes that did not succeed, with dbt's own message."""
        good = ("pass", "success", "warn", "no-op")
        return {name: self.messages[name] for name, status in self.statuses.items() if status not in good}


@dataclass(frozen=True, slots=True)
class Warehouse:
    """A place to run dbt in: its database, its raw files, its seeds, a folder for dbt itself, and one to start from."""

    database: Path
    raw: Path
    work: Path
    seeds: Path = SEEDS
    parsed: Path | None = None

    @classmethod
    def in_home(cls, folder: Path, parsed: Path) -> Self:
        """A place laid out as a home is, which starts from the project as it was parsed before."""
        building = folder / "building"
        return cls(building / "opvangspiegel.duckdb", folder / "raw", building / "dbt", parsed=parsed)

    def run(self, *arguments: str) -> Outcome:
        """Run one dbt command, `build --select …` for one."""
        from dbt.adapters.duckdb.connections import DuckDBConnectionManager
        from dbt.cli.main import dbtRunner

        project = folder_with_seeds(self.seeds, self.work)
        if self.parsed:
            start_from(self.parsed, self.work)
        self.work.mkdir(parents=True, exist_ok=True)
        folders = ["--project-dir", project, "--profiles-dir", project]
        folders += ["--target-path", self.work, "--log-path", self.work]
        places = environment(self.database, self.raw, self.work)
        with mock.patch.dict(os.environ, places), contextlib.chdir(self.work):
            quiet = ["--quiet", "--no-use-colors", "--log-level-file", "none"]
            result = dbtRunner().invoke([*quiet, *arguments, *map(str, folders)])
            DuckDBConnectionManager.close_all_connections()
        nodes = getattr(result.result, "results", None) or []
        failed = [one for one in nodes if str(one.status) == "fail" and getattr(one.node, "compiled_code", None)]
        return Outcome(
            statuses={one.node.name: str(one.status) for one in nodes},
            messages={one.node.name: str(one.message or "") for one in nodes},
            sentences={one.node.name: sentences_of(self.database, one.node.compiled_code) for one in failed},
            error=str(result.exception or ""),
        )
