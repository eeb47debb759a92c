"""What the register knows of payment lists and lists of bookings, as rows for dbt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ingest.via_list_records import ViaListRecord, states_of


def via_list_rows(lists: Sequence[ViaListRecord]) -> list[dict[str, Any]]:
    """One row of register_via_lists per list; moments in UTC, without saying so in the type."""
    states = states_of(lists)
    return [_row(one) | {"state": str(states[one.file.file_hash])} for one in lists]


def _row(one: ViaListRecord) -> dict[str, Any]:
    file = one.file
    return asdict(one.facts) | {
        "load_id": file.load_id,
        "file_hash": file.file_hash,
        "file_name": file.file_name,
        "received_on": file.received_on,
        "registered_at": file.registered_at.replace(tzinfo=None),
        "data_kind": file.data_kind,
        "n_refused": file.counts.n_rejected,
        "n_queried": file.counts.n_blocking,
        "released_at": one.released_at.replace(tzinfo=None) if one.released_at else None,
        "release_note": one.release_note,
    }
