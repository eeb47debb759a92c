"""A list beside those received before it: a version that came already, a line that another list told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from ingest.archive import archived_file
from ingest.cells.shown import shown
from ingest.check_files import CheckTask, check_file
from ingest.checked import CheckedFile, ViaListFacts
from ingest.home import Home
from ingest.problems import Problem, Severity
from ingest.raw_parts import part_path
from ingest.via_list_records import ViaListRecord
from ingest.via_lists.check import DATASET
from ingest.via_lists.contract import ListContract, list_contract
from ingest.via_lists.findings import Findings

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from ingest.register import Register


@dataclass(frozen=True, slots=True)
class _Known:
    """A list that came earlier, in the register or in this very load."""

    file_hash: str
    file_name: str
    facts: ViaListFacts
    is_refused: bool
    may_count: bool


def findings_beside_earlier(
    home: Home, register: Register, arriving: Sequence[tuple[str, CheckedFile]]
) -> dict[str, tuple[Problem, ...]]:
    """Give what each arriving list shares with those before it, by the hash of its file.

    Args:
        home: where the lines of earlier lists lie.
        register: inside its transaction, so that no list comes in between.
        arriving: (hash, checked list) in the order in which they come in.

    Raises:
        ArchiveError: an earlier list is neither in raw nor in the archive.
    """
    if not arriving:
        return {}
    import duckdb

    received = register.via_lists()
    known = [
        _Known(one.file.file_hash, one.file.file_name, one.facts, one.is_refused, one.may_count) for one in received
    ]
    found = {}
    with duckdb.connect() as connection:
        _fill(connection, [*_received_lines(home, register, received), *(_lines(*one) for one in arriving)])
        for file_hash, checked in arriving:
            findings = Findings(list_contract(checked.kind))
            _check_version(checked.via_list, known, findings)
            _check_lines(connection, file_hash, checked, known, findings)
            found[file_hash] = findings.problems
            severities = {problem.severity for problem in (*checked.problems, *findings.problems)}
            is_refused = Severity.REJECTED in severities
            may_count = not is_refused and Severity.BLOCKING not in severities
            known.append(_Known(file_hash, checked.file_name, checked.via_list, is_refused, may_count))
    return found


def _check_version(facts: ViaListFacts, known: Sequence[_Known], findings: Findings) -> None:
    """A later version is higher; a list that never counted may be mended under its own number."""
    before = [one for one in known if one.facts.identity == facts.identity]
    highest = max(before, key=lambda one: one.facts.list_version, default=None)
    counting = [one for one in before if one.may_count and one.facts.list_version == facts.list_version]
    if highest and (counting or highest.facts.list_version > facts.list_version):
        version = highest.facts.list_version
        findings.add(
            "via_version_received_before",
            f"Van lijst ‘{shown(facts.list_number)}’ is versie {version} al ontvangen (‘{shown(highest.file_name)}’).",
            None, "list_version", found=str(facts.list_version), expected=f"versie {version + 1} of hoger",
        )  # fmt: skip


def _check_lines(
    connection: DuckDBPyConnection, file_hash: str, checked: CheckedFile, known: Sequence[_Known], findings: Findings
) -> None:
    """Compare with the last version of every other list, unless that one is refused and can never count.

    What an earlier version of this list told, and may count, is not asked again.
    """
    latest = {one.facts.identity: one for one in known if one.facts.identity != checked.via_list.identity}
    others = {one.file_hash: one for one in latest.values() if not one.is_refused}
    own = [one.file_hash for one in known if one.facts.identity == checked.via_list.identity and one.may_count]
    contract = list_contract(checked.kind)
    for code, condition in _same_line(contract).items():
        rows = connection.execute(
            f"""
            select mine.row_number, mine.reference, other.file_hash, min(other.row_number)
            from lines as mine inner join lines as other on {condition}
            where mine.file_hash = ? and other.file_hash in (select unnest(?))
                and not exists (
                    select 1 from lines as before
                    where before.file_hash in (select unnest(?)) and {_equal("before", *_reference(contract))}
                )
            group by all order by all
            """,  # noqa: S608
            [file_hash, list(others), own],
        )
        for row_number, reference, other_hash, other_row in rows.fetchall():
            other = others[other_hash]
            place = f"rij {other_row} van lijst ‘{shown(other.facts.list_number)}’ (‘{shown(other.file_name)}’)"
            sentence = f"De lijn met referentie ‘{shown(reference)}’ staat ook op {place}."
            findings.add(code, sentence, row_number, "reference", found=shown(reference))


def _same_line(contract: ListContract) -> dict[str, str]:
    """When two lines are the same one, by rule, as conditions of ours over columns of the contract."""
    same_reference = _equal("other", *_reference(contract))
    return {
        "via_reference_received_before": same_reference,
        "via_same_movement_received_before": f"{_equal('other', *contract.same_movement)} and not ({same_reference})",
    }


def _reference(contract: ListContract) -> tuple[str, ...]:
    return (*contract.reference_within, "reference")


def _equal(table: str, *names: str) -> str:
    return " and ".join(f"mine.{name} = {table}.{name}" for name in ("source_kind", *names))


def _fill(connection: DuckDBPyConnection, tables: Sequence[pa.Table]) -> None:
    connection.register("arriving", pa.concat_tables(tables, promote_options="default"))
    connection.execute("create table lines as select * from arriving")


def _lines(file_hash: str, checked: CheckedFile) -> pa.Table:
    table = checked.tables[DATASET]
    return table.append_column("file_hash", pa.repeat(pa.scalar(file_hash, pa.string()), table.num_rows))


def _received_lines(home: Home, register: Register, received: Sequence[ViaListRecord]) -> list[pa.Table]:
    """The lines of earlier lists from raw, or from the archive where raw was thrown away."""
    import pyarrow.parquet as pq

    hashes = {one.file.file_hash for one in received}
    paths: dict[str, list[Path]] = {one.file.load_id: [] for one in received}
    for load_id, dataset, year in register.parts():
        if dataset == DATASET and load_id in paths:
            paths[load_id].append(part_path(home, dataset, year, load_id))
    tables = []
    for load_id, parts in paths.items():
        if all(path.is_file() for path in parts):
            tables += [pq.ParquetFile(path).read().drop_columns(["load_id"]) for path in parts]
        else:
            of_load = [one for one in received if one.file.load_id == load_id]
            tables += [_lines(one.file.file_hash, _read_again(home, one)) for one in of_load]
    return [table.filter(pc.is_in(table["file_hash"], pa.array(hashes, pa.string()))) for table in tables]


def _read_again(home: Home, one: ViaListRecord) -> CheckedFile:
    file = one.file
    path = archived_file(home, file.archived_name)
    return check_file(CheckTask(path, file.file_name, file.data_kind, file.kind, file.received_on))
