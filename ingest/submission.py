"""A submission from file to checked tables: the door to reading and checking."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.checked import CheckedFile, SubmissionIdentity
from ingest.checking.cells import count_cells, report_cells, report_long_rows
from ingest.checking.form import count_form_cells, read_form, year_on_form
from ingest.checking.layout import match_columns, match_sheets
from ingest.checking.log import ProblemLog
from ingest.checking.raw_tables import raw_tables
from ingest.checking.rule import FormData, Submission
from ingest.checking.rules import apply_rules
from ingest.checking.shown_totals import report_shown_totals
from ingest.checking.table import empty_table, read_table
from ingest.contract import Contract, submission_contract, submission_forms
from ingest.matching import folded
from ingest.problems import Problem, Severity
from ingest.reading.grids import FileRefused, Grid
from ingest.reading.open import claims_to_be, read_file
from ingest.template_marks import TOTALS_SHEET

KIND = "submission"
_FORM = "authority"


@dataclass(frozen=True, slots=True)
class Examination:
    """What reading and checking brought up; `submission` is None when the file cannot be opened at all."""

    submission: Submission | None
    problems: tuple[Problem, ...]
    n_required_cells: int = 0
    n_filled_cells: int = 0


def looks_like_submission(path: Path) -> bool:
    """Whether a path is a submission by its content, or claims to be a workbook and cannot be opened."""
    return claims_to_be(path, submission_contract().sheet(_FORM).sheet_nl, _wanted_sheets())


def check_submission(path: Path, file_name: str | None = None) -> CheckedFile:
    """Read and check a submission: a workbook, a folder of CSV files or such a folder zipped.

    Args:
        path: where it lies.
        file_name: what the sender calls it, when that is not the name it lies under.

    Returns:
        Every problem at once, and the raw tables (without load_id and file_hash) unless a problem is fatal.
        Bad content never raises.
    """
    examined = examine(path, file_name or path.name)
    problems, submission = examined.problems, examined.submission
    if submission is None:
        return CheckedFile(file_name or path.name, KIND, problems=problems)
    is_refused = any(problem.severity is Severity.FATAL for problem in problems)
    return CheckedFile(
        file_name or path.name,
        KIND,
        tables={} if is_refused else raw_tables(submission),
        problems=problems,
        identity=_identity(submission),
        n_required_cells=examined.n_required_cells,
        n_filled_cells=examined.n_filled_cells,
    )


def examine(path: Path, file_name: str) -> Examination:
    """Read and check a submission without making tables of it. Bad content never raises."""
    log = ProblemLog(file_name)
    try:
        handed_in = read_file(path, _wanted_sheets() | {folded(TOTALS_SHEET)})
    except FileRefused as refusal:
        log.add(refusal.rule_code, refusal.sentence, found=refusal.found, expected=refusal.expected)
        return Examination(None, log.problems)
    default = submission_contract()
    grids = match_sheets(handed_in, default, log)
    contract = submission_contract(year_on_form(default.sheet(_FORM), grids.get(_FORM)))
    asked = contract.sheet(_FORM)
    form = read_form(asked, contract.version, submission_forms(_FORM), grids.get(_FORM), log)
    submission, n_required, n_filled = _read_sheets(contract, form, grids, log)
    for grid in (grid for grid in handed_in.grids if folded(grid.name) == folded(TOTALS_SHEET)):
        report_shown_totals(submission, grid, log)
    apply_rules(submission, log)
    return Examination(submission, log.problems, n_required, n_filled)


@lru_cache(maxsize=1)
def _wanted_sheets() -> frozenset[str]:
    return frozenset(folded(sheet.sheet_nl) for sheet in submission_contract().sheets)


def _read_sheets(
    contract: Contract, form: FormData, grids: dict[str, Grid], log: ProblemLog
) -> tuple[Submission, int, int]:
    """Read every table before telling about its cells, for a row may borrow its type of care from another sheet."""
    submission = Submission(contract, form, {})
    read = {}
    for sheet in (sheet for sheet in contract.sheets if sheet.name != _FORM):
        if sheet.name not in grids:
            submission.tables[sheet.name] = empty_table(sheet)
            continue
        layout = match_columns(sheet, contract.version, submission_forms(sheet.name), grids[sheet.name], log)
        data, readings = read_table(sheet, grids[sheet.name], layout)
        submission.tables[sheet.name] = data
        read[sheet.name] = (data, layout, readings)
    counts = [count_form_cells(form), *(count_cells(data) for data, _, _ in read.values())]
    for name, (data, layout, readings) in read.items():
        if grids[name].is_text:
            report_long_rows(submission, data, log)
        report_cells(submission, data, layout, readings, log)
    return submission, sum(required for required, _ in counts), sum(filled for _, filled in counts)


def _identity(submission: Submission) -> SubmissionIdentity | None:
    values = submission.form.values
    if None in (values["nis_code"], values["year"]):
        return None
    return SubmissionIdentity(
        values["nis_code"],
        values["year"],
        values["authority_name"] or "",
        values["data_kind"] or "",
        submission.contract.version,
    )
