"""Write into a publication what it is and which files it was built from."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from ingest.home import Home

# A version counts while its last decision is an acceptance; of those the latest one is the authority's answer.
_SUBMISSIONS = """
with last_decisions as (
    select nis_code, year, version, max_by(decision, decision_id) as decision
    from read_parquet($decisions, union_by_name = true)
    group by nis_code, year, version
),
accepted as (
    select submissions.*
    from read_parquet($submissions, union_by_name = true) as submissions
    inner join last_decisions using (nis_code, year, version)
    where last_decisions.decision = 'accepted'
    qualify submissions.version = max(submissions.version) over (partition by submissions.nis_code, submissions.year)
)
insert into publication.inputs
select file_name, file_hash, 'submission', nis_code, year, version, received_on, data_kind from accepted
"""

_PUBLIC_FILES = """
insert into publication.inputs
select file_name, file_hash, dataset, null, null, null, cast(registered_at as date), data_kind
from read_parquet($files, union_by_name = true)
"""

_TABLES = """
create schema publication;
create table publication.inputs (
    file_name varchar, file_hash varchar, dataset varchar, nis_code varchar, year bigint, version bigint,
    received_on date, data_kind varchar
);
create table publication.publication (
    number bigint, published_at timestamp, note varchar, inputs_digest varchar, data_kind varchar, n_submissions bigint
);
"""

# One demo file among the inputs makes the whole a demo: no reader may take it for real.
_PUBLICATION = """
insert into publication.publication
select
    $number,
    $published_at,
    $note,
    coalesce(sha256(string_agg(concat_ws('|', dataset, file_hash, nis_code, year, version), ';'
        order by dataset, file_hash, nis_code, year, version)), ''),
    case when count(*) filter (where data_kind = 'demo') > 0 then 'demo' else 'real' end,
    count(*) filter (where dataset = 'submission')
from publication.inputs
"""


def write_publication(home: Home, database: Path, number: int, published_at: datetime, note: str) -> None:
    """Complete a freshly built database: its number, its moment (UTC), its inputs; then close it with nothing pending."""
    import duckdb

    moment = published_at.replace(tzinfo=None, microsecond=0)
    with duckdb.connect(str(database)) as connection:
        connection.execute(_TABLES)
        connection.execute(_SUBMISSIONS, {name: _glob(home, f"register_{name}") for name in ("decisions", "submissions")})
        connection.execute(_PUBLIC_FILES, {"files": _glob(home, "register_files")})
        connection.execute(_PUBLICATION, {"number": number, "published_at": moment, "note": note})
        connection.execute("checkpoint")


def _glob(home: Home, dataset: str) -> str:
    """Every Parquet file of a raw dataset, the one without rows included."""
    return str(home.raw / dataset / "**" / "*.parquet")
