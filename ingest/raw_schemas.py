"""The columns of every raw dataset, as docs/architecture.md names them."""

from __future__ import annotations

from functools import cache

import pyarrow as pa

from ingest import contract

LOAD_COLUMNS = (("load_id", pa.string()), ("file_hash", pa.string()))
MOMENT = pa.timestamp("us")
MONEY = pa.decimal128(18, 2)
DECIMAL = pa.decimal128(18, 4)
LONG_DECIMAL = pa.decimal128(28, 10)

PROBLEMS = "submission_problems"
REJECTED_ROWS = contract.REJECTED_ROWS
REGISTER_SUBMISSIONS = "register_submissions"
REGISTER_DECISIONS = "register_decisions"
REGISTER_FILES = "register_files"
REGISTER_REASONS = "register_reasons"
REGISTER_QUERIES = "register_queries"
REGISTER_CORRECTIONS = "register_corrections"
REGISTER_VIA_LISTS = "register_via_lists"
REGISTER_VIA_READINGS = "register_via_readings"
PUBLICATION_VALUES = "publication_values"
PUBLICATION_VERSIONS = "publication_versions"
PUBLICATION_APPLIED_CORRECTIONS = "publication_applied_corrections"
PUBLICATION_BENCHMARKS = "publication_benchmarks"
PUBLICATION_CORRECTIONS = "publication_corrections"
PUBLICATION_NEXT = "publication_next"

_FIGURE = (
    ("nis_code", pa.string()), ("year", pa.int64()), ("care_type", pa.string()), ("indicator_code", pa.string()),
)  # fmt: skip

_OWN_COLUMNS: dict[str, pa.Schema] = {
    PROBLEMS: pa.schema([
        ("nis_code", pa.string()), ("year", pa.int64()), ("file", pa.string()), ("sheet", pa.string()),
        ("sheet_nl", pa.string()), ("row_number", pa.int64()), ("column_name", pa.string()),
        ("header_nl", pa.string()), ("care_type", pa.string()), ("item", pa.string()), ("rule_code", pa.string()),
        ("severity", pa.string()), ("found", pa.string()), ("expected", pa.string()), ("message_nl", pa.string()),
    ]),
    "refnis": pa.schema([
        ("level", pa.int64()), ("nis_code", pa.string()), ("parent_nis_code", pa.string()), ("name_nl", pa.string()),
        ("name_fr", pa.string()), ("name_de", pa.string()), ("valid_from", pa.date32()), ("valid_to", pa.date32()),
    ]),
    "population": pa.schema([
        ("year", pa.int64()), ("nis_code", pa.string()), ("age", pa.int64()), ("population", pa.int64()),
        ("data_kind", pa.string()),
    ]),
    "bulk_measures": pa.schema([
        ("nis_code", pa.string()), ("year", pa.int64()), ("care_type", pa.string()), ("measure", pa.string()),
        ("value", LONG_DECIMAL), ("status", pa.string()),
    ]),
    "fiscal_income": pa.schema([
        ("year", pa.int64()), ("nis_code", pa.string()), ("n_declarations", pa.int64()),
        ("total_net_taxable_eur", MONEY), ("n_residents", pa.int64()), ("data_kind", pa.string()),
    ]),
    "price_index": pa.schema([
        ("year", pa.int64()), ("index_figure", DECIMAL), ("base_year", pa.int64()), ("index_name", pa.string()),
        ("source", pa.string()), ("data_kind", pa.string()),
    ]),
    "via_lines": pa.schema([
        ("agreement", pa.string()), ("year", pa.int64()), ("table_code", pa.string()), ("row_label", pa.string()),
        ("kind", pa.string()), ("unit", pa.string()), ("measure", pa.string()), ("sector", pa.string()),
        ("amount_printed_eur", MONEY), ("quantity_printed", DECIMAL), ("source_place", pa.string()),
        ("data_kind", pa.string()), ("line_number", pa.int64()),
    ]),
    "via_movements": pa.schema([
        ("source_kind", pa.string()), ("payer", pa.string()), ("nis_code", pa.string()), ("agreement", pa.string()),
        ("measure", pa.string()), ("year", pa.int64()), ("care_type", pa.string()), ("step", pa.string()),
        ("moved_on", pa.date32()), ("amount_eur", MONEY), ("reference", pa.string()), ("row_number", pa.int64()),
    ]),
    REGISTER_SUBMISSIONS: pa.schema([
        ("nis_code", pa.string()), ("year", pa.int64()), ("version", pa.int64()), ("received_on", pa.date32()),
        ("registered_at", MOMENT), ("contract_version", pa.string()), ("data_kind", pa.string()),
        ("n_required_cells", pa.int64()), ("n_filled_cells", pa.int64()), ("file_name", pa.string()),
    ]),
    REGISTER_DECISIONS: pa.schema([
        ("decision_id", pa.int64()), ("nis_code", pa.string()), ("year", pa.int64()), ("version", pa.int64()),
        ("decision", pa.string()), ("decided_at", MOMENT), ("note", pa.string()),
    ]),
    REGISTER_FILES: pa.schema([
        ("dataset", pa.string()), ("file_name", pa.string()), ("registered_at", MOMENT), ("kind", pa.string()),
        ("data_kind", pa.string()),
    ]),
    REGISTER_VIA_LISTS: pa.schema([
        ("file_name", pa.string()), ("received_on", pa.date32()), ("registered_at", MOMENT), ("data_kind", pa.string()),
        ("source_kind", pa.string()), ("payer", pa.string()), ("list_number", pa.string()),
        ("list_version", pa.int64()), ("period_from", pa.date32()), ("period_to", pa.date32()),
        ("n_lines", pa.int64()), ("n_refused", pa.int64()), ("n_queried", pa.int64()), ("total_eur", MONEY),
        ("released_at", MOMENT), ("release_note", pa.string()), ("state", pa.string()),
    ]),
    REGISTER_VIA_READINGS: pa.schema([
        ("decision_id", pa.int64()), ("finding_id", pa.string()), ("decided_at", MOMENT), ("note", pa.string()),
    ]),
    REGISTER_REASONS: pa.schema([
        ("reason_id", pa.int64()), ("nis_code", pa.string()), ("year", pa.int64()), ("version", pa.int64()),
        ("rule_code", pa.string()), ("sheet", pa.string()), ("row_number", pa.int64()), ("column_name", pa.string()),
        ("reason", pa.string()), ("given_at", MOMENT),
    ]),
    REGISTER_QUERIES: pa.schema([
        ("query_id", pa.int64()), ("nis_code", pa.string()), ("year", pa.int64()), ("version", pa.int64()),
        ("sheet", pa.string()), ("row_number", pa.int64()), ("column_name", pa.string()),
        ("indicator_code", pa.string()), ("question", pa.string()), ("asked_at", MOMENT), ("answer", pa.string()),
        ("answered_at", MOMENT),
    ]),
    REGISTER_CORRECTIONS: pa.schema([
        ("correction_id", pa.int64()), ("nis_code", pa.string()), ("year", pa.int64()), ("sheet", pa.string()),
        ("row_key", pa.string()), ("column_name", pa.string()), ("old_value", pa.string()),
        ("new_value", pa.string()), ("is_estimate", pa.bool_()), ("reason", pa.string()),
        ("on_word_of", pa.string()), ("valid_until", pa.date32()), ("made_at", MOMENT),
        ("withdrawal_reason", pa.string()), ("withdrawn_at", MOMENT), ("is_expired", pa.bool_()),
    ]),
    PUBLICATION_VALUES: pa.schema([*_FIGURE, ("value", pa.float64()), ("status", pa.string())]),
    PUBLICATION_VERSIONS: pa.schema([
        ("unit_nis_code", pa.string()), ("year", pa.int64()), ("version", pa.int64()), ("state", pa.string()),
        ("n_settled", pa.int64()),
    ]),
    PUBLICATION_APPLIED_CORRECTIONS: pa.schema([
        ("correction_id", pa.int64()), ("nis_code", pa.string()), ("year", pa.int64()),
    ]),
    PUBLICATION_BENCHMARKS: pa.schema([
        *_FIGURE, ("peer_group", pa.string()), ("n_peers", pa.int64()), ("p25", pa.float64()),
        ("median", pa.float64()), ("p75", pa.float64()), ("weighted_mean", pa.float64()), ("rank", pa.int64()),
        ("judgement", pa.string()),
    ]),
    PUBLICATION_CORRECTIONS: pa.schema([
        ("publication_number", pa.int64()), ("published_on", pa.date32()), *_FIGURE, ("old_value", pa.float64()),
        ("new_value", pa.float64()), ("old_status", pa.string()), ("new_status", pa.string()),
        ("difference", pa.float64()), ("cause", pa.string()), ("from_version", pa.int64()),
        ("to_version", pa.int64()), ("why_nl", pa.string()), ("n_moved", pa.int64()),
    ]),
    PUBLICATION_NEXT: pa.schema([("number", pa.int64()), ("made_on", pa.date32()), ("note", pa.string())]),
}  # fmt: skip


def dataset_names() -> tuple[str, ...]:
    """Every raw dataset, the sheets of a submission first."""
    return tuple(_all_columns())


def columns(dataset: str) -> pa.Schema:
    """The columns of a dataset as a reader of files gives them, without load_id and file_hash.

    Raises:
        KeyError: there is no such dataset.
    """
    return _all_columns()[dataset]


def schema(dataset: str) -> pa.Schema:
    """The columns of a dataset as it lies in raw.

    Raises:
        KeyError: there is no such dataset.
    """
    return pa.schema([*LOAD_COLUMNS, *columns(dataset)])


@cache
def _all_columns() -> dict[str, pa.Schema]:
    return {**contract.raw_schemas(contract.submission_contract()), **_OWN_COLUMNS}
