"""The words that the contract and the rules have for sheets, columns and rules: Dutch, as the sender knows them."""

from __future__ import annotations

from ingest.checking.rules import ALL_RULES
from ingest.contract import submission_contract


def rule_words() -> dict[str, tuple[str, str]]:
    """Per rule what it says and how the sender mends it, in one Dutch sentence each."""
    return {rule.code: (rule.explanation_nl, rule.mend_nl) for rule in ALL_RULES}


def cell_words(year: int, sheet: str, column: str) -> tuple[str, str]:
    """A sheet and a column as they stand in the workbook of a year; our own name for what that year does not have."""
    for one in submission_contract(year).sheets:
        if one.name == sheet:
            headers = {known.name: known.header_nl for known in one.columns}
            return one.sheet_nl, headers.get(column, column)
    return sheet, column
