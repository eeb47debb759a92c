"""The contract of payment lists and lists of bookings, read from `contracts/via_lists.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ingest.codelists import seeds_path
from ingest.contract import CONTRACTS_PATH, Column

LIST_KINDS = ("via_payments", "via_bookings")
"""The kinds of list, as the contract calls them: known without reading it."""


@dataclass(frozen=True, slots=True)
class ListContract:
    """One kind of list. `payer` is the column of who paid, or of who made a list of bookings."""

    kind: str
    name_nl: str
    source_kind: str
    step: str
    total_nl: str
    amount: str
    columns: tuple[Column, ...]
    list_columns: tuple[str, ...]
    same_movement: tuple[str, ...]
    reference_within: tuple[str, ...]

    def column(self, name: str) -> Column:
        """Give a column by our name."""
        return next(column for column in self.columns if column.name == name)


def list_contracts() -> tuple[ListContract, ...]:
    """Give the contract of each kind of list."""
    return _contracts(seeds_path())


def list_contract(kind: str) -> ListContract:
    """Give the contract of one kind of list.

    Raises:
        StopIteration: there is no such kind.
    """
    return next(contract for contract in list_contracts() if contract.kind == kind)


@lru_cache(maxsize=8)
def _contracts(seeds: Path) -> tuple[ListContract, ...]:
    """The columns keep their code lists, so other seeds mean another contract."""
    document = tomllib.loads((CONTRACTS_PATH / "via_lists.toml").read_text(encoding="utf-8"))
    return tuple(_contract(document, entry) for entry in document["lists"])


def _contract(document: dict[str, Any], entry: dict[str, Any]) -> ListContract:
    return ListContract(
        kind=entry["kind"],
        name_nl=entry["name_nl"],
        source_kind=entry["source_kind"],
        step=entry["step"],
        total_nl=document["total_nl"],
        amount=document["amount"],
        columns=tuple(Column(**column) for column in (entry["payer"], *document["columns"])),
        list_columns=tuple(document["list_columns"]),
        same_movement=tuple(document["same_movement"]),
        reference_within=tuple(entry["reference_within"]),
    )
