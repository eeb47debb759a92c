"""Hand the previous publication over to the build that follows it, as rows of raw: what was shown, and from what.

The models compare: what they list as changed after publication is theirs to say.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from ingest import raw_schemas
from ingest.publications import Publication, numbers_on_disk, publication_file, read_publication
from ingest.raw import SNAPSHOT_PART
from ingest.raw_parts import UNFINISHED, part_path, write_parquet
from ingest.register import Register
from ingest.register_reading import NO_YEAR

if TYPE_CHECKING:
    from ingest.home import Home
    from ingest.register_records import CurrentInputs

_VERSIONS = """(
    select counting.*, count(found.file_hash) as n_settled
    from intermediate.int_submissions_current as counting
    left join marts.fct_problems as found on found.file_hash = counting.file_hash and found.is_settled
    group by all
)"""
_RELATIONS = {
    raw_schemas.PUBLICATION_VALUES: "(select * from marts.fct_indicator_values where value is not null)",
    raw_schemas.PUBLICATION_VERSIONS: _VERSIONS,
    raw_schemas.PUBLICATION_APPLIED_CORRECTIONS: "(select * from marts.fct_cell_corrections where is_applied)",
    raw_schemas.PUBLICATION_CORRECTIONS: "marts.fct_corrections",
}
_TYPES = {pa.string(): "varchar", pa.int64(): "bigint", pa.float64(): "double", pa.date32(): "date"}


def write_previous(home: Home, inputs: CurrentInputs, number: int, note: str) -> None:
    """Write what the last readable publication showed, and which publication is being made now.

    Args:
        home: where everything lies.
        inputs: what the build at hand uses.
        number: of the publication that is being made.
        note: what its readers should know.

    Raises:
        OSError: raw cannot be written.
    """
    file = _last_readable(home, number)
    relations = dict(_RELATIONS)
    if file is not None:
        years = _changed_years(home, file, inputs)
        named = ", ".join(map(str, sorted(years))) or "null"
        relations[raw_schemas.PUBLICATION_BENCHMARKS] = f"(select * from marts.fct_benchmarks where year in ({named}))"  # noqa: S608
    for dataset in (*_RELATIONS, raw_schemas.PUBLICATION_BENCHMARKS):
        _hand_over(file, dataset, relations.get(dataset, ""), _target(home, dataset))
    row = {"number": number, "made_on": datetime.now(UTC).date(), "note": note}
    schema = raw_schemas.schema(raw_schemas.PUBLICATION_NEXT)
    write_parquet(pa.Table.from_pylist([row], schema=schema), _target(home, raw_schemas.PUBLICATION_NEXT))


def _last_readable(home: Home, number: int) -> Path | None:
    """The publication before this one; a damaged file gives way to the one before it, so that no list is lost."""
    for earlier in reversed([one for one in numbers_on_disk(home) if one < number]):
        try:
            read_publication(publication_file(home, earlier))
        except OSError:
            continue
        return publication_file(home, earlier)
    return None


def _target(home: Home, dataset: str) -> Path:
    return part_path(home, dataset, NO_YEAR, SNAPSHOT_PART)


def _hand_over(file: Path | None, dataset: str, relation: str, target: Path) -> None:
    """Copy a relation of a publication; where there is none, or none like it, the dataset has no rows."""
    import duckdb

    beside = target.with_name(f"{UNFINISHED}{target.name}")
    try:
        if file is None:
            target.unlink(missing_ok=True)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(str(file), read_only=True) as connection:
            path = str(beside).replace("'", "''")
            connection.execute(f"copy (select {_columns(dataset)} from {relation}) to '{path}' (format parquet)")  # noqa: S608
        beside.replace(target)
    except (duckdb.CatalogException, duckdb.BinderException):  # of before this table, or this column, existed
        target.unlink(missing_ok=True)
    finally:
        beside.unlink(missing_ok=True)


def _columns(dataset: str) -> str:
    kept = {"file_hash"} if dataset == raw_schemas.PUBLICATION_VERSIONS else set()
    empty = [f"cast(null as varchar) as {name}" for name, _ in raw_schemas.LOAD_COLUMNS if name not in kept]
    own = [f"cast({field.name} as {_TYPES[field.type]}) as {field.name}" for field in raw_schemas.columns(dataset)]
    return ", ".join([*empty, *sorted(kept), *own])


def _changed_years(home: Home, file: Path, inputs: CurrentInputs) -> set[int]:
    """The years in which another version counts than in that publication, or in which people decided since."""
    import duckdb

    with duckdb.connect(str(file), read_only=True) as connection:
        rows = connection.execute(
            "select nis_code, year, file_hash from publication.inputs where dataset = 'submission'"
        ).fetchall()
    then = set(rows)
    now = {(row.nis_code, row.year, row.file.file_hash) for row in inputs.submissions}
    return {year for _, year, _ in then ^ now} | _years_decided_since(home, read_publication(file))


def _years_decided_since(home: Home, publication: Publication) -> set[int]:
    """Decisions and corrections by their moment; a correction also when it may have expired since."""
    since = publication.published_at.replace(tzinfo=UTC)
    with Register(home.register_path) as register:
        decided = {row.year for row in register.decisions() if row.decided_at >= since}
        made = register.corrections()
    corrected = {
        one.correction.year
        for one in made
        if max(one.made_at, one.withdrawn_at or one.made_at) >= since
        or (one.correction.valid_until and one.correction.valid_until >= since.date())
    }
    return decided | corrected
