"""What would follow from a submission before it is sent: its figures beside last year's and those of the peers."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ingest import contract, raw_schemas
from ingest.preview_warehouse import PUBLISHED, PreviewWarehouse, Scope
from ingest.raw_parts import problem_rows

if TYPE_CHECKING:
    from ingest.checked import CheckedFile, SubmissionIdentity
    from ingest.home import Home

_LOAD = "preview"
_FIGURES = f"""
with years as (
    select year, care_type, indicator_code, value, status
    from {PUBLISHED}.marts.fct_indicator_values
    where nis_code = $nis_code
)

select
    own.indicator_code, own.care_type, own.value, own.status,
    published.value as published_value, published.status as published_status,
    last_year.value as last_year_value, last_year.status as last_year_status
from marts.fct_indicator_values as own
left join years as published
    on published.year = own.year and published.care_type = own.care_type
    and published.indicator_code = own.indicator_code
left join years as last_year
    on last_year.year = own.year - 1 and last_year.care_type = own.care_type
    and last_year.indicator_code = own.indicator_code
where own.nis_code = $nis_code and own.year = $year
order by own.indicator_code, own.care_type
"""  # noqa: S608
_LAST_VERSION = f"""
select max(version) as last from {PUBLISHED}.staging.stg_register__submissions
where nis_code = $nis_code and year = $year
"""  # noqa: S608
_LAST_DECISION = f"select max(decision_id) as last from {PUBLISHED}.staging.stg_register__decisions"  # noqa: S608


class PreviewError(Exception):
    """There is nothing to preview; the message is a Dutch sentence for the reader."""


@dataclass(frozen=True, slots=True)
class PreviewFigure:
    """An indicator as it would become, as it is published now for the same year, and as it was the year before."""

    indicator_code: str
    care_type: str
    value: float | None
    status: str
    published_value: float | None
    published_status: str | None
    last_year_value: float | None
    last_year_status: str | None


@dataclass(frozen=True, slots=True)
class PreviewPlace:
    """Where the figure would stand among the peers of one group, in the words and units of `fct_benchmarks`."""

    indicator_code: str
    care_type: str
    peer_group: str
    group_code: str | None
    peers_total: int
    n_peers: int
    p25: float | None
    median: float | None
    p75: float | None
    weighted_mean: float | None
    rank: int | None
    percentile_rank: float | None
    quartile: int | None
    difference: float | None
    judgement: str
    reason: str | None
    band_lower: float | None
    band_upper: float | None


@dataclass(frozen=True, slots=True)
class Preview:
    """All figures of the authority (on today's map) in the year of the submission, and their places among peers."""

    nis_code: str
    year: int
    figures: tuple[PreviewFigure, ...]
    places: tuple[PreviewPlace, ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        return asdict(self)


def preview(home: Home, checked: CheckedFile, received_on: date | None = None) -> Preview:
    """Compute what the publication would say if this submission were accepted and added to it now.

    The formulas are those of the publication itself; nothing is written anywhere.

    Args:
        home: where the publication lies.
        checked: a submission that was read and checked (see `ingest.submission.check_submission`).
        received_on: the day on which it would be received, today when not given.

    Raises:
        PreviewError: the file is refused or is no submission, there is no publication, or the authority is unknown.
    """
    identity = _identity(checked)
    if not home.current.exists():
        raise PreviewError("Er is nog niets gepubliceerd, dus is er nog niets om deze cijfers naast te leggen.")
    with PreviewWarehouse(home.current.resolve()) as warehouse:
        if not warehouse.formulas:
            raise PreviewError(
                "De publicatie bewaart haar formules nog niet. Bouw ze opnieuw met 'opvangspiegel build'."
            )
        scope = warehouse.scope(identity.nis_code, identity.year)
        if scope is None:
            raise PreviewError(f"NIS-code {identity.nis_code} was in {identity.year} geen Vlaams bestuur.")
        warehouse.build(scope, _raw(warehouse, checked, identity, received_on or date.today()))
        return _answer(warehouse, scope)


def _identity(checked: CheckedFile) -> SubmissionIdentity:
    if checked.is_refused:
        raise PreviewError(f"{checked.file_name} wordt geweigerd: daar volgen geen cijfers uit.")
    if checked.identity is None:
        raise PreviewError(f"{checked.file_name} is geen inzending van een bestuur: daar volgen geen cijfers uit.")
    return checked.identity


def _answer(warehouse: PreviewWarehouse, scope: Scope) -> Preview:
    key = {"nis_code": scope.nis_code, "year": scope.year}
    columns = ", ".join(field.name for field in fields(PreviewPlace))
    places = warehouse.rows(
        f"select {columns} from marts.fct_benchmarks where nis_code = $nis_code and year = $year order by all",  # noqa: S608
        **key,
    )
    figures = warehouse.rows(_FIGURES, **key)
    return Preview(
        scope.nis_code,
        scope.year,
        tuple(PreviewFigure(**row) for row in figures),
        tuple(PreviewPlace(**row) for row in places),
    )


def _raw(
    warehouse: PreviewWarehouse, checked: CheckedFile, identity: SubmissionIdentity, received_on: date
) -> dict[str, pa.Table]:
    """The raw rows that receiving and accepting this file would add, under a load that does not exist."""
    given = dict(checked.tables) | {raw_schemas.PROBLEMS: problem_rows(checked)}
    names = [*contract.raw_schemas(contract.submission_contract()), raw_schemas.PROBLEMS]
    tables = {name: _loaded(name, given.get(name)) for name in names}
    own = {"nis_code": identity.nis_code, "year": identity.year, "version": _next_version(warehouse, identity)}
    now = datetime.now(UTC).replace(tzinfo=None)
    received = {
        "received_on": received_on,
        "registered_at": now,
        "contract_version": identity.contract_version,
        "data_kind": identity.data_kind,
        "n_required_cells": checked.n_required_cells,
        "n_filled_cells": checked.n_filled_cells,
        "file_name": checked.file_name,
    }
    accepted = {"decision_id": _next_decision(warehouse), "decision": "accepted", "decided_at": now, "note": ""}
    tables[raw_schemas.REGISTER_SUBMISSIONS] = _one_row(raw_schemas.REGISTER_SUBMISSIONS, own | received)
    tables[raw_schemas.REGISTER_DECISIONS] = _one_row(raw_schemas.REGISTER_DECISIONS, own | accepted)
    return tables


def _next_version(warehouse: PreviewWarehouse, identity: SubmissionIdentity) -> int:
    found = warehouse.rows(_LAST_VERSION, nis_code=identity.nis_code, year=identity.year)
    return (found[0]["last"] or 0) + 1


def _next_decision(warehouse: PreviewWarehouse) -> int:
    return (warehouse.rows(_LAST_DECISION)[0]["last"] or 0) + 1


def _loaded(dataset: str, rows: pa.Table | None) -> pa.Table:
    """The rows of a dataset as they would lie in raw."""
    schema = raw_schemas.schema(dataset)
    if rows is None:
        return schema.empty_table()
    mark = pa.repeat(pa.scalar(_LOAD, pa.string()), rows.num_rows)
    names = raw_schemas.columns(dataset).names
    return pa.Table.from_arrays([mark, mark, *rows.select(names).columns], names=schema.names).cast(schema)


def _one_row(dataset: str, values: dict[str, Any]) -> pa.Table:
    return pa.Table.from_pylist([values | {"load_id": _LOAD, "file_hash": _LOAD}], schema=raw_schemas.schema(dataset))
