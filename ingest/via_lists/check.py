"""A payment list or a list of bookings from file to rows: the door to reading and checking."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from ingest import raw_schemas
from ingest.checked import CheckedFile, ViaListFacts
from ingest.problems import Problem, Severity
from ingest.reading.grids import FileRefused
from ingest.via_lists.contract import ListContract, list_contract
from ingest.via_lists.findings import Findings
from ingest.via_lists.line_rules import check_line
from ingest.via_lists.lines import Line, Lines, places_of, read_lines
from ingest.via_lists.list_rules import check_list
from ingest.via_lists.reading import FoundList, lists_in

DATASET = "via_movements"


def check_list_file(path: Path, file_name: str, kind: str, received_on: date | None = None) -> CheckedFile:
    """Read and check every line of a list.

    Args:
        path: where it lies.
        file_name: what the sender calls it.
        kind: the kind of list, as recognised.
        received_on: the day on which it came in; None for today.

    Returns:
        Every problem at once and the lines that could be read, in euro and to the cent. Whether they count is not
        said here: that depends on the whole list, and on a person. Bad content never raises.
    """
    contract = list_contract(kind)
    try:
        found = lists_in(path)
    except FileRefused as refusal:
        problem = Problem(
            refusal.rule_code, Severity.FATAL, refusal.sentence, found=refusal.found, expected=refusal.expected
        )
        return CheckedFile(file_name, kind, problems=(problem,))
    if len(found) != 1:
        findings = Findings(contract)
        findings.add(
            "via_two_lists", f"Het bestand bevat {len(found)} lijsten.", found=str(len(found)), expected="één lijst"
        )
        return CheckedFile(file_name, kind, problems=findings.problems)
    return _checked(found[0], file_name, contract, received_on or date.today())


def _checked(found: FoundList, file_name: str, contract: ListContract, received_on: date) -> CheckedFile:
    findings = Findings(contract, found.sheet_nl)
    places = places_of(found, contract, findings)
    if findings.problems:
        return CheckedFile(file_name, contract.kind, problems=findings.problems)
    read = read_lines(found, contract, places, findings)
    if not read.lines:
        findings.add("via_no_lines", "Onder de kolomkoppen staat geen enkele lijn.")
        return CheckedFile(file_name, contract.kind, problems=findings.problems)
    facts = _facts(read, contract)
    if facts is None:
        findings.add("via_list_unknown", "Op geen enkele lijn is te lezen welke lijst dit is.")
        return CheckedFile(file_name, contract.kind, problems=findings.problems)
    for line in read.lines:
        check_line(line, received_on, findings)
    check_list(read, contract, findings)
    tables = {DATASET: _rows(read.lines, contract)}
    return CheckedFile(file_name, contract.kind, tables, findings.problems, via_list=facts)


def _facts(read: Lines, contract: ListContract) -> ViaListFacts | None:
    """Which list it is, as the first line that can be read says; None when no line says it."""
    first = next((line for line in read.lines if line.has(*contract.list_columns)), None)
    if first is None:
        return None
    total = sum((line.values[contract.amount] for line in read.lines if line.has(contract.amount)), Decimal(0))
    own = {name: first.values[name] for name in contract.list_columns}
    return ViaListFacts(contract.source_kind, **own, n_lines=len(read.lines), total_eur=total)


def _rows(lines: list[Line], contract: ListContract) -> pa.Table:
    """The lines of which every required cell could be read."""
    schema = raw_schemas.columns(DATASET)
    required = [column.name for column in contract.columns if column.required]
    own = {"source_kind": contract.source_kind, "step": contract.step}
    rows = [own | {"row_number": line.row_number} | _kept(line, schema) for line in lines if line.has(*required)]
    return pa.Table.from_pylist(rows, schema=schema)


def _kept(line: Line, schema: pa.Schema) -> dict[str, object]:
    return {name: value for name, value in line.values.items() if name in schema.names}
