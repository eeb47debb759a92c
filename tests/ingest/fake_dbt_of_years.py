"""A stand-in for dbt with one model by year and two that are not: makes its tables at once and keeps their SQL."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb

from ingest.compiled_steps import Step, write_steps
from ingest.dbt_run import DbtRun, NodeResult, OnProgress

_FILES = "read_parquet('{{raw}}/register_submissions/*/*.parquet', hive_partitioning = false)"
_RECEIVED = f"select nis_code, year, version from {_FILES}"


def model(name: str, sql: str, parents: tuple[str, ...], rebuilt: str = "by_year") -> Step:
    """A model as dbt would have compiled it."""
    return Step(f"model.x.{name}", name, "model", "", "marts", name, "table", rebuilt, "", parents, sql)


RECEIVED = model("received", _RECEIVED, ("source.x.raw.register_submissions",))
BY_YEAR = model("counts", "select year, count(*) as n from marts.received group by year", ("model.x.received",))
WHOLE = model("total", "select sum(n) as n from marts.counts", ("model.x.counts",), rebuilt="")
TEST = replace(model("few", "", ("model.x.total",), rebuilt=""), unique_id="test.x.few", resource_type="test")


class FakeDbtOfYears:
    """Makes `received` and `counts` by year and their `total`; no more than `most` submissions are allowed."""

    def __init__(self, most: int = 9, steps: tuple[Step, ...] = (RECEIVED, BY_YEAR, WHOLE)) -> None:
        self.steps = (*steps, replace(TEST, sql=f"select * from marts.total where n > {most}"))
        self.n_runs = 0

    def __call__(self, database: Path, raw: Path, work: Path, on_progress: OnProgress | None = None) -> DbtRun:
        self.n_runs += 1
        work.mkdir(exist_ok=True)
        write_steps(work, self.steps)
        with duckdb.connect(str(database)) as connection:
            connection.execute("create schema marts")
            for step in self.steps[:-1]:
                sql = step.sql.replace("{{raw}}", str(raw))
                connection.execute(f"create table {step.relation} as {sql}")
            n_found = len(connection.execute(self.steps[-1].sql).fetchall())
        test = NodeResult("few", "test", "fail" if n_found else "pass", failures=n_found)
        return DbtRun((*(NodeResult(step.name, "model", "success") for step in self.steps[:-1]), test))
