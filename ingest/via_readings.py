"""What the reconciliation of the agreements found, and the word of a person who accepts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ingest.decide import DecisionError
from ingest.home import Home
from ingest.register import Register

SHORTEST_ID = 4
_FINDINGS = """
    select finding_id, agreement, year, likely_cause, is_accepted, message_nl, proof_nl
    from marts.fct_via_findings
    order by agreement, year, is_accepted, likely_cause, table_code, finding_id
"""


@dataclass(frozen=True, slots=True)
class ViaFinding:
    """A finding in the figures of an agreement, as the current publication tells it."""

    finding_id: str
    agreement: str
    year: int
    likely_cause: str
    is_accepted: bool
    message_nl: str
    proof_nl: str


def findings(home: Home) -> list[ViaFinding]:
    """Every finding of the current publication, those that nobody accepted first.

    Raises:
        DecisionError: nothing was published yet.
    """
    return [ViaFinding(*row) for row in _published(home)]


def accept_finding(home: Home, finding: str, note: str) -> ViaFinding:
    """Accept a finding, and give it.

    Args:
        home: where the register and the publication lie.
        finding: its identity, or the start of it.
        note: why the reading is right.

    Raises:
        DecisionError: there is no such finding, more than one begins like this, or `note` says nothing.
    """
    if not note.strip():
        raise DecisionError("Zeg met --note waarom de lezing klopt: zo blijft na te gaan wie wat aanvaardde.")
    found = _found(findings(home), finding)
    with Register(home.register_path) as register, register.transaction():
        register.add_via_reading(found.finding_id, note.strip())
    return found


def _found(known: list[ViaFinding], wanted: str) -> ViaFinding:
    alike = [one for one in known if len(wanted) >= SHORTEST_ID and one.finding_id.startswith(wanted.lower())]
    if not alike:
        raise DecisionError(f"Er is geen bevinding '{wanted}'; 'opvangspiegel via findings' toont ze.")
    if len(alike) > 1:
        names = ", ".join(one.finding_id for one in alike)
        raise DecisionError(f"'{wanted}' kan meer dan één bevinding zijn; kies uit: {names}.")
    return alike[0]


def _published(home: Home) -> list[tuple[Any, ...]]:
    import duckdb

    if not home.current.exists():
        raise DecisionError("Er is nog niets gepubliceerd: bouw eerst met 'opvangspiegel build'.")
    with duckdb.connect(str(home.current.resolve()), read_only=True) as connection:
        return connection.execute(_FINDINGS).fetchall()
