"""A stand-in for dbt: builds a database of one table at once, so that the steps around it can be tested."""

from __future__ import annotations

from pathlib import Path

import duckdb

from ingest.dbt_run import DbtRun, NodeResult, OnProgress

GOOD = NodeResult("fct_answers", "model", "success")
BAD = NodeResult("answers_are_known", "test", "fail", "Got 3 results", "Elk antwoord is gekend.", failures=3)
SKIPPED = NodeResult("fct_more", "model", "skipped")


class FakeDbt:
    """Builds a database whose only figure is `answer`; `nodes` are the results it reports."""

    def __init__(self, answer: int = 1, nodes: tuple[NodeResult, ...] = (GOOD,), error: str = "") -> None:
        self.answer = answer
        self.nodes = nodes
        self.error = error

    def __call__(self, database: Path, raw: Path, work: Path, on_progress: OnProgress | None = None) -> DbtRun:
        with duckdb.connect(str(database)) as connection:
            connection.execute("create schema marts")
            connection.execute(f"create table marts.answers as select {self.answer} as answer")
        if on_progress is not None:
            on_progress(1, 1, "fct_answers")
        return DbtRun(self.nodes, self.error)


def answer_in(database: Path) -> int:
    """The one figure of the publication that this path leads to."""
    with duckdb.connect(str(database.resolve()), read_only=True) as connection:
        return connection.execute("select answer from marts.answers").fetchone()[0]
