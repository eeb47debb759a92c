"""The reference workload: invented bulk measures for authorities × years × types of care × measures."""

from __future__ import annotations

import csv
import datetime
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ingest import raw_schemas

SEEDS = Path(__file__).resolve().parents[2] / "dbt_project" / "seeds"
LAST_YEAR = 2025
GAP_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Workload:
    """How large: copies of the real authorities, and years up to the last one."""

    n_copies: int = 1
    n_years: int = 10

    @property
    def years(self) -> range:
        """The years, the first one first."""
        return range(LAST_YEAR - self.n_years + 1, LAST_YEAR + 1)


def seed_rows(name: str, seeds: Path = SEEDS) -> list[dict[str, str]]:
    """The rows of a seed of the dbt project."""
    with (seeds / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_seeds(folder: Path, workload: Workload) -> None:
    """Write the project's seeds with as many authorities as the workload asks, existing all years."""
    folder.mkdir(parents=True)
    for path in SEEDS.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    authorities = [
        {**row, "nis_code": code, "name": f"{row['name']} {copy}"}
        for copy in range(workload.n_copies)
        for row, code in zip(seed_rows("authorities"), _codes(copy), strict=True)
    ]
    _write(folder / "authorities.csv", authorities)
    history = [
        {"unit_nis_code": row["nis_code"], "unit_name": row["name"], "valid_from_year": 1977, "valid_to_year": "",
         "nis_code": row["nis_code"]}
        for row in authorities
    ]  # fmt: skip
    _write(folder / "authority_history.csv", history)


def write_raw(folder: Path, workload: Workload, seed: int = 1) -> int:
    """Write the bulk measures as raw Parquet, and the empty schema of every other dataset; gives how many figures."""
    for dataset in raw_schemas.dataset_names():
        schema = pa.schema([*raw_schemas.LOAD_COLUMNS, *raw_schemas.columns(dataset)])
        _write_parquet(folder / dataset / "year=0" / "schema.parquet", schema.empty_table())
    table = _measures(workload, np.random.default_rng(seed))
    _write_parquet(folder / "bulk_measures" / f"year={LAST_YEAR}" / "bench.parquet", table)
    _write_parquet(folder / "register_files" / f"year={LAST_YEAR}" / "bench.parquet", _registered())
    return table.num_rows


def _codes(copy: int) -> list[str]:
    """The codes of one copy of the authorities: the real ones, then invented ones that sort after them."""
    return [row["nis_code"] if copy == 0 else f"{row['nis_code']}-{copy:03d}" for row in seed_rows("authorities")]


def _measures(workload: Workload, rng: np.random.Generator) -> pa.Table:
    codes = np.array([code for copy in range(workload.n_copies) for code in _codes(copy)])
    own_care_types = {"context", "submission"}
    pairs = [
        (row["measure"], care_type)
        for row in seed_rows("measures")
        for care_type in row["care_types"].split()
        if care_type != "all" or row["sheet"] in own_care_types
    ]
    shape = (len(workload.years), len(pairs), len(codes))
    kept = rng.random(shape) >= GAP_SHARE
    values = np.round(np.exp(rng.normal(5, 1, shape)), 4)[kept]
    year_at, pair_at, code_at = np.nonzero(kept)
    measures = np.array([measure for measure, _ in pairs])
    care_types = np.array([care_type for _, care_type in pairs])
    n = len(values)
    return pa.table({
        "load_id": pa.array(["bench"] * n), "file_hash": pa.array(["bench"] * n),
        "nis_code": pa.array(codes[code_at]), "year": pa.array(np.array(workload.years)[year_at]),
        "care_type": pa.array(care_types[pair_at]), "measure": pa.array(measures[pair_at]),
        "value": pc.cast(pa.array(np.char.mod("%.4f", values)), pa.decimal128(28, 10)),
        "status": pa.array(["reported"] * n),
    })  # fmt: skip


def _registered() -> pa.Table:
    moment = pa.array([datetime.datetime.fromisoformat(f"{LAST_YEAR}-01-01")], pa.timestamp("us"))
    return pa.table({
        "load_id": ["bench"], "file_hash": ["bench"], "dataset": ["bulk_measures"], "file_name": ["bench.csv"],
        "registered_at": moment, "kind": ["bulk_measures"], "data_kind": ["demo"],
    })  # fmt: skip


def _write_parquet(path: Path, table: pa.Table) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, path)


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
