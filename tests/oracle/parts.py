"""One part of a measure: an item and a quantity of a sheet, for a type of care of a submission."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from tests.oracle.contributions import Cell, Contribution, Contributions
from tests.oracle.definitions import ANY_ITEM, Definitions, Figure
from tests.oracle.raw_rows import RawRow, Submission

OF_SEVERITY = {"rejected": "rejected", "blocking": "under_query"}


class Parts:
    """The parts of one submission's measures, with their statuses."""

    def __init__(self, submission: Submission, definitions: Definitions) -> None:
        self._submission = submission
        self._definitions = definitions
        self._contributions = Contributions(submission, definitions)
        self._by_sheet: dict[str, dict[tuple[str, str], list[Contribution]]] = {}
        self._problems = [row for row in submission.problems if row["severity"] in OF_SEVERITY and row["sheet"]]
        self._unreadable = {
            (row["sheet"], row["row_number"], row["column_name"])
            for row in self._problems
            if row["severity"] == "rejected"
        }

    def measure(self, measure: str, care_type: str) -> Figure:
        """A measure of one type of care, as the submission gives it."""
        sheet = self._definitions.measures[measure]["sheet"]
        statuses, total = [self.sheet_state(sheet, care_type)], Decimal(0)
        for item, quantity in self._definitions.parts[measure]:
            value, of_part = self._part(sheet, care_type, item, quantity)
            statuses += of_part
            total += value
        return Figure(total, self._definitions.worst(statuses))

    def sheet_state(self, sheet: str, care_type: str) -> str:
        """The status of a sheet of which every cell is in order."""
        form = self._submission.form
        offered = form[f"offers_{care_type}"]
        if not offered:
            return "rejected" if offered is None else "not_applicable"
        if self._submission.is_queried:
            return "under_query"
        if self._definitions.sheets[sheet]["covers_year"] != "true":
            return "reported"
        months = form["first_month"], form["last_month"]
        if None in months:
            return "under_query"
        return "reported" if months == (1, 12) else "partial_year"

    def _part(self, sheet: str, care_type: str, item: str, quantity: str) -> tuple[Decimal, list[str]]:
        rows = self._rows(sheet, item, quantity, care_type)
        statuses = self._problem_statuses(sheet, care_type, item, quantity)
        statuses += [self._gap_status(gap) for row in rows for gap in row.gaps]
        is_complete = all(
            self._submission.form[f"complete_{care_type}_{one}"] is True
            for one in (sheet, self._definitions.sheets[sheet]["rests_on"])
            if one
        )
        is_whole_answer = bool(rows) and self._definitions.sheets[sheet]["item_is_key"] == "true"
        if not is_complete and not is_whole_answer:
            statuses.append("not_submitted")
        return sum((row.value for row in rows if not row.gaps), Decimal(0)), statuses

    def _rows(self, sheet: str, item: str, quantity: str, care_type: str) -> list[Contribution]:
        if sheet not in self._by_sheet:
            grouped: dict[tuple[str, str], list[Contribution]] = defaultdict(list)
            for one in self._contributions.of_sheet(sheet):
                grouped[one.quantity, one.care_type or ""].append(one)
            self._by_sheet[sheet] = grouped
        of_quantity = self._by_sheet[sheet]
        candidates = of_quantity.get((quantity, care_type), []) + of_quantity.get((quantity, ""), [])
        return [one for one in candidates if one.item in (item, None)]

    def _gap_status(self, gap: Cell) -> str:
        """An empty cell: rejected when something stood there that could not be read."""
        return "rejected" if gap in self._unreadable else "not_submitted"

    def _problem_statuses(self, sheet: str, care_type: str, item: str, quantity: str) -> list[str]:
        return [
            OF_SEVERITY[problem["severity"]]
            for problem in self._problems
            if problem["care_type"] in (care_type, None)
            and self._rests_on(sheet, quantity, problem)
            and self._is_about(item, problem)
        ]

    def _rests_on(self, sheet: str, quantity: str, problem: RawRow) -> bool:
        columns = self._definitions.columns_of.get((sheet, quantity, problem["sheet"]), set())
        return bool(columns) if problem["column_name"] is None else problem["column_name"] in columns

    def _is_about(self, item: str, problem: RawRow) -> bool:
        has_items = self._definitions.sheets[problem["sheet"]]["has_items"] == "true"
        if not has_items or problem["item"] is None or item == ANY_ITEM:
            return True
        return item in self._definitions.direction_of_total.get(problem["item"], {problem["item"]})
