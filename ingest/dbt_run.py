"""Run `dbt build` in a process of its own, and say how it went.

A child process, because dbt keeps its DuckDB file locked, keeps global state and cannot be stopped from within. When
the parent dies, the child notices that its input is closed and ends at once, so that no orphan goes on writing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from ingest.codelists import seeds_path
from ingest.compiled_steps import steps_of, write_steps
from ingest.dbt_folders import PROJECT_FOLDER, folder_with_seeds, forget_another_place
from ingest.failed_tests import sentences_of

FAILED_STATUSES = frozenset({"error", "fail", "runtime error", "partial success"})

OnProgress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class NodeResult:
    """What became of one seed, model or test."""

    name: str
    resource_type: str
    status: str
    message: str = ""
    description: str = ""
    failures: int | None = None

    @property
    def is_failed(self) -> bool:
        """Whether this node alone keeps the publication back."""
        return self.status in FAILED_STATUSES


@dataclass(frozen=True, slots=True)
class DbtRun:
    """The outcome of a run; `error` is set when dbt could not even begin."""

    nodes: tuple[NodeResult, ...]
    error: str = ""

    @property
    def succeeded(self) -> bool:
        """Whether everything was built and every error-level test passed."""
        return not self.error and bool(self.nodes) and not any(node.is_failed for node in self.nodes)


def run_dbt_build(database: Path, raw: Path, work: Path, on_progress: OnProgress | None = None) -> DbtRun:
    """Build seeds, models and tests of the dbt project into `database`, reading `raw`; dbt's own files go to `work`.

    The models' unit tests stay out: they prove the code, not the data, and `make test` runs them. Places are named as
    seen from `work`: in every home alike, so that dbt need not read its project again where a home was moved or copied.
    """
    work.mkdir(parents=True, exist_ok=True)
    work = work.resolve()
    environment = {
        **os.environ,
        "OPVANGSPIEGEL_WAREHOUSE": os.path.relpath(database.resolve(), work),
        "OPVANGSPIEGEL_RAW": os.path.relpath(raw.resolve(), work),
        "OPVANGSPIEGEL_SEEDS": "seeds",
        "DO_NOT_TRACK": "1",
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }
    project = folder_with_seeds(seeds_path(), work)
    forget_another_place(project, work)
    command = [sys.executable, "-m", "ingest.dbt_run", str(project), str(work)]
    with (work / "dbt_output.txt").open("w", encoding="utf-8") as log:
        child = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env=environment,
            cwd=PROJECT_FOLDER.parent,
            text=True,
            encoding="utf-8",
        )
        with child:
            try:
                return _follow(child, on_progress)
            finally:
                child.kill()


def _follow(child: subprocess.Popen[str], on_progress: OnProgress | None) -> DbtRun:
    """Pass on the child's progress until it hands over its outcome."""
    for line in child.stdout or ():
        event = json.loads(line)
        if "outcome" in event:
            outcome = event["outcome"]
            return DbtRun(tuple(NodeResult(**node) for node in outcome["nodes"]), outcome["error"])
        if on_progress is not None:
            on_progress(event["done"], event["total"], event["name"])
    return DbtRun((), f"dbt stopte onverwacht (code {child.wait()})")


class _Reporter:
    """Turns dbt's events into lines for the parent."""

    def __init__(self, channel: IO[str]) -> None:
        self._channel = channel
        self._lock = threading.Lock()
        self._done = 0

    def send(self, event: dict[str, Any]) -> None:
        """Write one event as one line."""
        with self._lock:
            self._channel.write(json.dumps(event) + "\n")
            self._channel.flush()

    def on_event(self, event: Any) -> None:
        """Report each node that starts, with the number that are done."""
        if event.info.name == "LogStartLine":
            self.send({"done": self._done, "total": event.data.total, "name": event.data.description})
        elif event.info.name == "NodeFinished":
            self._done += 1


def _as_node(result: Any, database: Path) -> dict[str, Any]:
    """A dbt result as the fields of NodeResult; a test that found something says what, in the words of its rows."""
    query = getattr(result.node, "compiled_code", None)
    found = sentences_of(database, query) if query and str(result.status) in ("fail", "warn") else []
    return {
        "name": result.node.name,
        "resource_type": str(result.node.resource_type),
        "status": str(result.status),
        "message": "\n".join(found) or str(result.message or ""),
        "description": str(getattr(result.node, "description", "") or ""),
        "failures": result.failures,
    }


def _end_with_the_parent() -> None:
    """Stop this process at once when the parent has gone, whatever dbt is doing."""

    def wait() -> None:
        sys.stdin.read()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _run_in_this_process(project: str, work: str) -> None:
    """The child's work: run dbt and report to the parent over what was standard output."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    _end_with_the_parent()
    os.chdir(work)
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    reporter = _Reporter(channel)
    database = Path(os.environ["OPVANGSPIEGEL_WAREHOUSE"])
    folders = ["--project-dir", project, "--profiles-dir", project, "--target-path", work, "--log-path", work]
    result = dbtRunner(callbacks=[reporter.on_event]).invoke(
        ["--no-use-colors", "--log-level-file", "none", "build", "--exclude-resource-type", "unit_test", *folders]
    )
    results = getattr(result.result, "results", None) or []
    write_steps(Path(work), steps_of(results, os.environ["OPVANGSPIEGEL_RAW"]))
    error = str(result.exception) if result.exception else ""
    DuckDBConnectionManager.close_all_connections()  # the file must be whole before the parent hears of it
    reporter.send({"outcome": {"nodes": [_as_node(one, database) for one in results], "error": error}})


if __name__ == "__main__":
    _run_in_this_process(sys.argv[1], sys.argv[2])
