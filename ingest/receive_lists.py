"""Receive payment lists and lists of bookings: registered whole, and counted whole or not at all."""

from __future__ import annotations

from ingest.checked import CheckedFile
from ingest.load_report import RECEIVED, WAITING, FileReport, file_report
from ingest.problems import Problem
from ingest.register import Register
from ingest.register_records import FileRecord
from ingest.via_list_records import ListState, states_of


def add_list(register: Register, checked: CheckedFile, record: FileRecord, found: tuple[Problem, ...]) -> FileReport:
    """Register a list whose file is registered, with what it shares with earlier ones, and say whether it counts."""
    register.add_via_list(record.file_hash, checked.via_list)
    register.add_via_list_findings(record.file_hash, found)
    state = states_of(register.via_lists())[record.file_hash]
    if state is ListState.COUNTED:
        return file_report(checked, RECEIVED, f"Ontvangen: alle {checked.via_list.n_lines} lijnen tellen mee.")
    return file_report(checked, WAITING, f"Ontvangen, maar de lijst wacht en geen enkele lijn telt mee. {_how(record)}")


def _how(record: FileRecord) -> str:
    if record.counts.n_rejected:
        return "Dien de verbeterde lijst in met een hoger versienummer."
    return f"Kloppen de lijnen toch, zeg dat dan met 'opvangspiegel via release {record.file_hash[:12]} --note …'."
