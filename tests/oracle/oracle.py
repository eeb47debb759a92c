"""The whole second computation: from the raw Parquet of a home to the frames that the marts are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from tests.oracle.benchmarks import benchmarks
from tests.oracle.changes import changes
from tests.oracle.definitions import SEEDS, Definitions, Figure
from tests.oracle.deflators import deflators
from tests.oracle.indicators import indicator_rows
from tests.oracle.measures import Key, Measures
from tests.oracle.peers import nearest_peers

GRAIN = ["nis_code", "year", "care_type"]


@dataclass(frozen=True, slots=True)
class Answers:
    """The oracle's answers, in the columns of the marts."""

    measures_as_reported: pd.DataFrame
    measures: pd.DataFrame
    indicator_values: pd.DataFrame
    peers: pd.DataFrame
    benchmarks: pd.DataFrame
    changes: pd.DataFrame
    deflators: pd.DataFrame


def answers(raw: Path, seeds: Path = SEEDS) -> Answers:
    """Compute everything from the Parquet below `raw` and the seeds."""
    definitions = Definitions(seeds)
    measures = Measures(raw, definitions)
    values = _values_frame(measures, definitions)
    peers = nearest_peers(measures, definitions)
    return Answers(
        _as_reported_frame(measures),
        _frame(measures.today),
        values,
        peers,
        benchmarks(values, peers, definitions),
        changes(values, definitions),
        deflators(raw, values, definitions),
    )


def _values_frame(measures: Measures, definitions: Definitions) -> pd.DataFrame:
    columns = [*GRAIN, "indicator_code", "numerator", "denominator", "value", "status"]
    frame = pd.DataFrame(indicator_rows(measures, definitions), columns=columns)
    return frame.astype({"numerator": float, "denominator": float, "value": float})


def _frame(figures: dict[Key, Figure]) -> pd.DataFrame:
    rows = [(*key, figure.value, figure.status) for key, figure in figures.items()]
    return pd.DataFrame(rows, columns=[*GRAIN, "measure", "value", "status"]).astype({"value": float})


def _as_reported_frame(measures: Measures) -> pd.DataFrame:
    frame = _frame(measures.as_reported).rename(columns={"nis_code": "unit_nis_code"})
    keys = zip(frame["unit_nis_code"], frame["year"], strict=True)
    return frame.assign(nis_code=[measures.authority_of[key] for key in keys])
