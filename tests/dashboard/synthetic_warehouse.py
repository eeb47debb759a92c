"""A small publication with invented figures, in the shape of the marts, for the tests of the dashboard."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd

from tests.dashboard import synthetic_dimensions as dimensions
from tests.dashboard import synthetic_facts as facts
from tests.dashboard import synthetic_trend as trend
from tests.dashboard.synthetic_changes import changes


def build(home: Path, *, data_kind: str = "demo", number: int = 7) -> Path:
    """Write a publication into a home folder and return the path of its file."""
    publications = home / "publications"
    publications.mkdir(parents=True, exist_ok=True)
    path = publications / f"opvangspiegel_{number}.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema marts; create schema publication")
        connection.execute(trend.PRICE_FUNCTION)
        for name, frame in _tables().items():
            connection.register("frame", frame)
            connection.execute(f"create table marts.{name} as select * from frame")
        connection.register("frame", facts.publication(data_kind, number))
        connection.execute("create table publication.publication as select * from frame")
    current = home / "current.duckdb"
    current.unlink(missing_ok=True)
    current.symlink_to(path)
    return path


def _tables() -> dict[str, pd.DataFrame]:
    authorities = dimensions.authorities()
    values = facts.values()
    benchmarks = facts.benchmarks(values, authorities)
    return {
        "dim_authorities": authorities,
        "dim_authority_units": dimensions.units(),
        "dim_indicators": dimensions.indicators(),
        "dim_measures": dimensions.seed("measures"),
        "dim_care_types": dimensions.seed("care_types"),
        "dim_codes": dimensions.seed("codes"),
        "dim_peer_groups": dimensions.seed("peer_groups"),
        "dim_group_labels": dimensions.seed("peer_group_labels"),
        "dim_group_members": dimensions.members(authorities),
        "dim_peers": dimensions.nearest(),
        "dim_target_bands": dimensions.target_bands(),
        "dim_series_breaks": dimensions.breaks(),
        "dim_terms": dimensions.terms(),
        "dim_deflators": trend.deflators(),
        "fct_indicator_values": values,
        "fct_indicator_values_as_reported": trend.values_as_reported(),
        "fct_benchmarks": benchmarks,
        "fct_differences": facts.differences(benchmarks),
        "fct_measures": facts.measures(),
        "fct_changes": changes(values, dimensions.breaks()),
        "fct_corrections": facts.corrections(),
        "fct_cell_corrections": facts.cell_corrections(),
        "fct_queries": facts.queries(),
        "fct_submission_versions": facts.submission_versions(facts.submissions()),
        "fct_submissions": facts.submissions(),
        "fct_problems": facts.problems(),
    }
