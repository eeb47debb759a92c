"""The hidden sheet with the lists to choose from; each list has a name, for choices and colours to refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.checking.amount_rules import TOTALS
from ingest.codelists import codelist, posts_of
from ingest.contract import Contract
from ingest.template.expected import choices
from ingest.template_marks import LISTS_SHEET

if TYPE_CHECKING:
    import xlsxwriter


def list_name(codes: str) -> str:
    """Give the name of a list in the workbook."""
    return f"lijst_{codes}"


def posts_name(direction: str) -> str:
    """Give the name of the list of posts that add up to a control total."""
    return f"posten_{direction}"


def write_lists(workbook: xlsxwriter.Workbook, contract: Contract) -> None:
    """Write every list of the contract, out of sight."""
    page = workbook.add_worksheet(LISTS_SHEET)
    for place, (name, words) in enumerate(_lists(contract).items()):
        page.write_column(0, place, [name, *words])
        column = _letters(place)
        workbook.define_name(name, f"={LISTS_SHEET}!${column}$2:${column}${len(words) + 1}")
    page.very_hidden()
    page.protect()


def _lists(contract: Contract) -> dict[str, list[str]]:
    columns = [column for sheet in contract.sheets for column in sheet.asked_columns if choices(column)]
    lists = {list_name(column.codes.name): choices(column) for column in columns}
    labels = codelist("posts").labels
    return lists | {posts_name(one): [labels[post] for post in posts_of(one)] for one in TOTALS.values()}


def _letters(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return xl_col_to_name(place)
