"""The mistakes people make in a submission, one per file, each with the rule that should notice it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from ingest.demo.authorities import authorities_of_year
from ingest.demo.definitions import labels
from ingest.demo.grids import Grid
from ingest.demo.workbook import FormulaError
from ingest.problems import Severity

NIS_CODE_OF_NOBODY = "99999"
Grids = dict[str, Grid]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A kind of mistake: what it does to the sheets, and what the check should say about it."""

    name: str
    rule_code: str
    severity: Severity
    sheet: str
    make: Callable[[Grids, Random], None]


def _post_line(grids: Grids, post: str, care_type: object) -> list[object]:
    finance = grids["finance"]
    wanted = labels("posts")[post]
    lines = finance.lines[1:]
    return next(line for line in lines if line[1] == wanted and care_type in (None, line[0]))


def _text_in_number(grids: Grids, random: Random) -> None:
    staff = grids["staff"]
    place = staff.column("fte")
    line = next(line for line in staff.lines[1:] if line[place] is not None)
    line[place] = random.choice(("twaalf", "12 VTE", "1234.5"))


def _unknown_nis_code(grids: Grids, random: Random) -> None:
    grids["authority"].form_line("nis_code")[1] = NIS_CODE_OF_NOBODY


def _nis_code_of_another(grids: Grids, random: Random) -> None:
    form = grids["authority"]
    own = form.form_line("nis_code")
    others = [one.nis_code for one in authorities_of_year(form.form_line("year")[1]) if one.nis_code != own[1]]
    own[1] = random.choice(others)


def _shifted_row(grids: Grids, random: Random) -> None:
    lines = grids["finance"].lines
    number = random.randrange(1, len(lines))
    lines[number] = [None, *lines[number]]


def _total_that_does_not_add_up(grids: Grids, random: Random) -> None:
    line = _post_line(grids, "total_expenditure", None)
    line[2] = round(line[2] * random.choice((0.97, 1.04)), 2)


def _factor_of_ten(grids: Grids, random: Random) -> None:
    line = _post_line(grids, "personnel_contractual", None)
    total = _post_line(grids, "total_expenditure", line[0])
    total[2] = round(total[2] + 9 * line[2], 2)
    line[2] = round(10 * line[2], 2)


def _duplicate_location(grids: Grids, random: Random) -> None:
    lines = grids["locations"].lines
    lines.append(list(lines[1]))


def _misspelt_function(grids: Grids, random: Random) -> None:
    staff = grids["staff"]
    line = staff.lines[1]
    word = line[staff.column("function")]
    middle = len(word) // 2
    line[staff.column("function")] = word[:middle] + word[middle + 1] + word[middle] + word[middle + 2 :]


def _excel_error(grids: Grids, random: Random) -> None:
    line = _post_line(grids, "other_goods_services", None)
    line[2] = FormulaError()


MISTAKES = (
    Mistake("text_in_number", "not_a_number", Severity.REJECTED, "staff", _text_in_number),
    Mistake("unknown_nis_code", "unknown_authority", Severity.FATAL, "authority", _unknown_nis_code),
    Mistake("nis_code_of_another", "name_does_not_match", Severity.FATAL, "authority", _nis_code_of_another),
    Mistake("shifted_row", "shifted_row", Severity.REJECTED, "finance", _shifted_row),
    Mistake("total_mismatch", "total_mismatch", Severity.BLOCKING, "finance", _total_that_does_not_add_up),
    Mistake("factor_of_ten", "implausible", Severity.BLOCKING, "finance", _factor_of_ten),
    Mistake("duplicate_location", "duplicate_key", Severity.REJECTED, "locations", _duplicate_location),
    Mistake("misspelt_function", "unknown_code", Severity.REJECTED, "staff", _misspelt_function),
    Mistake("excel_error", "formula_error", Severity.REJECTED, "finance", _excel_error),
)
MISTAKE_BY_NAME = {mistake.name: mistake for mistake in MISTAKES}
