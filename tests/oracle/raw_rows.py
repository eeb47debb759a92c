"""The raw Parquet of a home as plain rows, and which of them count."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

RawRow = dict[str, Any]
FileKey = tuple[str, str]
SHEETS = ("locations", "staff", "staff_year", "finance", "hours", "performance", "via")


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission that counts: the answers of the form, the rows of its sheets, and what was found in it."""

    unit: str
    year: int
    is_queried: bool
    form: RawRow
    rows: dict[str, list[RawRow]]
    problems: list[RawRow]


def read_rows(raw: Path, dataset: str) -> list[RawRow]:
    """Every row of a raw dataset."""
    tables = [pq.ParquetFile(path).read() for path in sorted((raw / dataset).glob("year=*/*.parquet"))]
    return pa.concat_tables(tables).to_pylist() if tables else []


def file_key(row: RawRow) -> FileKey:
    """What tells the register which file a row came from."""
    return row["load_id"], row["file_hash"]


def versions(raw: Path) -> dict[tuple[str, int], list[RawRow]]:
    """(unit, year) to the versions that were received, the first one first."""
    found: dict[tuple[str, int], list[RawRow]] = defaultdict(list)
    for row in sorted(read_rows(raw, "register_submissions"), key=lambda row: row["version"]):
        found[row["nis_code"], row["year"]].append(row)
    return found


def counting(raw: Path) -> dict[FileKey, str]:
    """The files whose figures count, with the last decision on each."""
    decisions: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    for row in sorted(read_rows(raw, "register_decisions"), key=lambda row: row["decision_id"]):
        decisions[row["nis_code"], row["year"], row["version"]].append(row["decision"])
    found = {}
    for (unit, year), received in versions(raw).items():
        standing = [row for row in received if _stands(decisions[unit, year, row["version"]])]
        if standing:
            found[file_key(standing[-1])] = decisions[unit, year, standing[-1]["version"]][-1]
    return found


def _stands(decisions: list[str]) -> bool:
    """Accepted once, and not withdrawn after that."""
    if "accepted" not in decisions:
        return False
    last_accepted = len(decisions) - 1 - decisions[::-1].index("accepted")
    return "withdrawn" not in decisions[last_accepted:]


def submissions(raw: Path) -> dict[tuple[str, int], Submission]:
    """(unit, year) to the submission that counts."""
    decided = counting(raw)
    by_file: dict[str, dict[FileKey, list[RawRow]]] = {
        name: _by_file(read_rows(raw, f"submission_{name}"), decided) for name in ("authority", "problems", *SHEETS)
    }
    found = {}
    for key, decision in decided.items():
        for form in by_file["authority"].get(key, []):
            found[form["nis_code"], form["year"]] = Submission(
                form["nis_code"],
                form["year"],
                decision == "queried",
                form,
                {name: by_file[name].get(key, []) for name in SHEETS},
                by_file["problems"].get(key, []),
            )
    return found


def _by_file(rows: list[RawRow], wanted: dict[FileKey, str]) -> dict[FileKey, list[RawRow]]:
    grouped: dict[FileKey, list[RawRow]] = defaultdict(list)
    for row in rows:
        if file_key(row) in wanted:
            grouped[file_key(row)].append(row)
    return grouped


def latest_public_rows(raw: Path, dataset: str) -> list[RawRow]:
    """The rows of a public dataset: of each year those of the file that was registered last."""
    registered = {
        file_key(row): row["registered_at"] for row in read_rows(raw, "register_files") if row["dataset"] == dataset
    }
    rows = [row for row in read_rows(raw, dataset) if file_key(row) in registered]
    newest: dict[int, FileKey] = {}
    for row in rows:
        key, best = file_key(row), newest.get(row["year"])
        if best is None or (registered[key], key) > (registered[best], best):
            newest[row["year"]] = key
    return [row for row in rows if file_key(row) == newest[row["year"]]]
