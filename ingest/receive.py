"""Receive files: recognise, check, archive, write raw, register.

A load that is killed at any moment leaves the old state or the new. The order is what makes it safe: a file lies in
the archive before raw names it, and raw lies there before the register does; only what the register knows exists. Raw
is written while this process alone may write to the register, so that whoever holds that right may remove what a
killed load left behind.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from ingest import archive, recognise
from ingest.archive import ArchiveError, Fingerprint
from ingest.archive_copying import copying
from ingest.check_files import CheckTask, OnProgress, check_files, refused
from ingest.checked import CheckedFile, with_findings
from ingest.home import Home, HomeError, unusable
from ingest.load_report import (
    RECEIVED,
    REFUSED,
    UNCHANGED,
    UNKNOWN,
    FileReport,
    LoadReport,
    count_problems,
    file_report,
)
from ingest.problems import Problem
from ingest.raw_parts import parts_of_load, write_parts
from ingest.raw_schemas import PROBLEMS, REJECTED_ROWS
from ingest.receive_lists import add_list
from ingest.register import Register
from ingest.register_records import FileRecord, SubmissionRecord
from ingest.sources import tasks_of
from ingest.via_lists.contract import LIST_KINDS
from ingest.via_lists.reading import is_workbook
from ingest.via_lists_beside import findings_beside_earlier
from ingest.via_text.check import AGREEMENT_KINDS

COPIES_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A file on its way in. `archived_name` is empty until it lies in the archive.

    `shared` is what a list shares with lists received before it; it stands among the problems too.
    """

    task: CheckTask
    fingerprint: Fingerprint | None
    checked: CheckedFile
    archived_name: str = ""
    shared: tuple[Problem, ...] = ()


def check_paths(
    paths: Sequence[Path], on_progress: OnProgress | None = None, workers: int | None = None
) -> list[CheckedFile]:
    """Check files and folders without receiving them.

    Args:
        paths: files, CSV folders, or folders that are walked.
        on_progress: called with (files done, files in all, the name of the last one).
        workers: how many processes; None for one per core when that is worth it.
    """
    return check_files(tasks_of(paths), on_progress, workers)


def load_paths(
    home: Home,
    paths: Sequence[Path],
    received_on: date | None = None,
    on_progress: OnProgress | None = None,
    workers: int | None = None,
    names: Mapping[Path, str] | None = None,
) -> LoadReport:
    """Receive files and folders of any accepted kind.

    Args:
        home: where everything is written.
        paths: files, CSV folders, or folders that are walked.
        received_on: the day on which they came in; None for today.
        on_progress: called with (files done, files in all, the name of the last one).
        workers: how many processes; None for one per core when that is worth it.
        names: what the sender calls a file, where that is not the name it lies under.

    Raises:
        HomeError: the home folder cannot be written to.
        RegisterError: the register cannot be used.
    """
    home.ensure()
    started_at = datetime.now(UTC)
    received_on = received_on or date.today()
    tasks = [replace(task, received_on=received_on) for task in tasks_of(paths, names)]
    fingerprints = [_fingerprint(task) for task in tasks]
    with Register(home.register_path) as register:
        known = {file.file_hash: file for file in register.files()}
        new = _first_of_each(fingerprints, known)
        checked = check_files([tasks[position] for position in new], on_progress, workers)
        arrivals = [_Arrival(tasks[p], fingerprints[p], c) for p, c in zip(new, checked, strict=True)]
        try:
            # Each copy waits for the disk to confirm it: several may wait together.
            with copying(home), ThreadPoolExecutor(COPIES_AT_ONCE) as together:
                archived = list(together.map(partial(_archived, home), arrivals))
            load_id, reports = _registered(home, register, archived, received_on, started_at)
        except OSError as error:
            raise HomeError(unusable(home.path, error)) from error
        known = {file.file_hash: file for file in register.files()}
    in_order = _in_order(tasks, fingerprints, dict(zip(new, reports, strict=True)), known)
    return LoadReport(in_order, load_id, is_mixed=_holds_both_kinds(known.values()))


def _fingerprint(task: CheckTask) -> Fingerprint | None:
    """The hash of what can be read; None for what cannot, such as a path that leads nowhere, or a device."""
    try:
        return archive.fingerprint(task.path) if task.path.is_file() or task.path.is_dir() else None
    except OSError:
        return None


def _first_of_each(fingerprints: list[Fingerprint | None], known: dict[str, FileRecord]) -> list[int]:
    """The positions of the files to read: not received before, and each content once.

    What was refused before is read again: whoever hands it in again must hear again what is wrong.
    """
    seen = {file_hash for file_hash, file in known.items() if file.outcome != REFUSED}
    positions = []
    for position, found in enumerate(fingerprints):
        if found is None or found.file_hash not in seen:
            positions.append(position)
        if found is not None:
            seen.add(found.file_hash)
    return positions


def _in_order(
    tasks: list[CheckTask],
    fingerprints: list[Fingerprint | None],
    read_now: dict[int, FileReport],
    known: dict[str, FileRecord],
) -> tuple[FileReport, ...]:
    """One report per file: as read now, as registered before, or as the equal file that was read in its place."""
    equals = {fingerprints[p].file_hash: report for p, report in read_now.items() if fingerprints[p]}
    reports = []
    for position, task in enumerate(tasks):
        found = fingerprints[position]
        if position in read_now:
            reports.append(read_now[position])
        elif found.file_hash in known:
            reports.append(_unchanged(task, known[found.file_hash]))
        else:
            reports.append(replace(equals[found.file_hash], file_name=task.file_name))
    return tuple(reports)


def _archived(home: Home, arrival: _Arrival) -> _Arrival:
    if arrival.checked.kind == recognise.UNKNOWN or arrival.fingerprint is None:
        return arrival
    try:
        name = archive.store(home, arrival.task.path, arrival.fingerprint, _extension(arrival))
    except ArchiveError as error:
        changed = refused(arrival.task, arrival.checked.kind, "file_changed", str(error))
        return replace(arrival, checked=changed)
    return replace(arrival, archived_name=name)


def _extension(arrival: _Arrival) -> str:
    """The ending of the archived copy: of what the file is, whatever it calls itself."""
    if arrival.task.path.is_dir() or recognise.is_zip_of_csv(arrival.task.path):
        return "zip"
    if arrival.checked.kind == recognise.SUBMISSION:
        return "xlsx"
    if arrival.checked.kind in LIST_KINDS and is_workbook(arrival.task.path):
        return "xlsx"
    return "zip" if recognise.is_zip(arrival.task.path) else "txt"


def _registered(
    home: Home, register: Register, arrivals: list[_Arrival], received_on: date, started_at: datetime
) -> tuple[str | None, list[FileReport]]:
    """Write raw and register in one go; files that another process registered meanwhile stay out."""
    with register.transaction():
        known = {file.file_hash: file for file in register.files()}
        arrivals = _beside_earlier_lists(home, register, arrivals, known)
        incoming = [a for a in arrivals if a.archived_name and a.fingerprint.file_hash not in known]
        load_id = _new_load_id(started_at) if incoming else None
        if load_id:
            parts = parts_of_load(load_id, ((a.fingerprint.file_hash, a.checked) for a in incoming))
            write_parts(home, load_id, parts)
            register.add_load(load_id, started_at, parts)
        return load_id, [_report(register, arrival, known, load_id, received_on) for arrival in arrivals]


def _beside_earlier_lists(
    home: Home, register: Register, arrivals: list[_Arrival], known: dict[str, FileRecord]
) -> list[_Arrival]:
    new = {a.fingerprint.file_hash: a.checked for a in arrivals if a.archived_name and a.checked.via_list}
    shared = findings_beside_earlier(home, register, [(key, one) for key, one in new.items() if key not in known])

    def completed(arrival: _Arrival) -> _Arrival:
        found = shared.get(arrival.fingerprint.file_hash, ()) if arrival.fingerprint else ()
        return replace(arrival, checked=with_findings(arrival.checked, found), shared=found)

    return [completed(arrival) for arrival in arrivals] if shared else arrivals


def _report(
    register: Register, arrival: _Arrival, known: dict[str, FileRecord], load_id: str | None, received_on: date
) -> FileReport:
    if not arrival.archived_name:
        outcome = UNKNOWN if arrival.checked.kind == recognise.UNKNOWN else REFUSED
        return file_report(arrival.checked, outcome, arrival.checked.problems[0].message_nl)
    if arrival.fingerprint.file_hash in known:
        return _known_before(arrival, known[arrival.fingerprint.file_hash])
    record = _file_record(arrival, load_id, received_on)
    register.add_file(record)
    if record.outcome == REFUSED:
        identity = arrival.checked.identity
        register.add_refusal(record.file_hash, *((identity.nis_code, identity.year) if identity else (None, None)))
        return file_report(arrival.checked, REFUSED, "Geweigerd: niets uit dit bestand is geladen.")
    if arrival.checked.identity:
        return _add_submission(register, arrival.checked, record)
    if arrival.checked.via_list:
        return add_list(register, arrival.checked, record, arrival.shared)
    for dataset, table in arrival.checked.tables.items():
        if dataset not in (PROBLEMS, REJECTED_ROWS):
            years = table.column("year").unique().to_pylist() if "year" in table.column_names else []
            register.add_dataset(record.file_hash, dataset, sorted(years))
    return file_report(arrival.checked, RECEIVED, f"Ontvangen. {arrival.checked.summary_nl}".strip())


def _add_submission(register: Register, checked: CheckedFile, record: FileRecord) -> FileReport:
    identity = checked.identity
    version = register.next_version(identity.nis_code, identity.year)
    register.add_submission(
        SubmissionRecord(
            identity.nis_code,
            identity.year,
            version,
            identity.authority_name,
            identity.contract_version,
            checked.n_required_cells,
            checked.n_filled_cells,
            record,
        )
    )
    return file_report(checked, RECEIVED, f"Ontvangen als versie {version}.", version)


def _file_record(arrival: _Arrival, load_id: str, received_on: date) -> FileRecord:
    checked = arrival.checked
    return FileRecord(
        file_hash=arrival.fingerprint.file_hash,
        load_id=load_id,
        archived_name=arrival.archived_name,
        file_name=arrival.task.file_name,
        kind=checked.kind,
        is_folder=arrival.task.path.is_dir(),
        data_kind=checked.identity.data_kind if checked.identity else arrival.task.data_kind,
        n_bytes=arrival.fingerprint.n_bytes,
        outcome=REFUSED if checked.is_refused else RECEIVED,
        received_on=received_on,
        counts=count_problems(checked.problems),
    )


def _known_before(arrival: _Arrival, before: FileRecord) -> FileReport:
    """A file that another load took in meanwhile, or one that was refused before: the register keeps saying so."""
    if before.outcome != REFUSED:
        return _unchanged(arrival.task, before)
    note = f"Dit bestand werd al geweigerd op {before.received_on:%d/%m/%Y}; er verandert niets."
    if arrival.checked.is_refused:
        return file_report(arrival.checked, REFUSED, note)
    message = f"{note} Er is nu niets meer op aan te merken: bewaar het opnieuw, en dien het dan in."
    return file_report(refused(arrival.task, arrival.checked.kind, "refused_before", message), REFUSED, message)


def _unchanged(task: CheckTask, before: FileRecord) -> FileReport:
    note = f"Dit bestand werd al ontvangen op {before.received_on:%d/%m/%Y}; er verandert niets."
    return FileReport(task.file_name, before.kind, UNCHANGED, note)


def _holds_both_kinds(files: Iterable[FileRecord]) -> bool:
    """Whether real and demo files were received; the printed figures of a VIA agreement belong to either."""
    kinds = {file.data_kind for file in files if file.outcome == RECEIVED and file.kind not in AGREEMENT_KINDS}
    return len(kinds) > 1


def _new_load_id(started_at: datetime) -> str:
    """Sorts by time for people; unique whatever the clock says."""
    return f"{started_at:%Y%m%dT%H%M%S%f}Z-{secrets.token_hex(4)}"
