"""The hidden sheet with the lists to choose from; each list has a name, for choices and colours to refer to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

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


def words_name(codes: str) -> str:
    """Give the name of all words of a list that are read: those to choose from, and the codes behind them."""
    return f"woorden_{codes}"


def posts_name(direction: str) -> str:
    """Give the name of the list of posts that add up to a control total."""
    return f"posten_{direction}"


def write_lists(workbook: xlsxwriter.Workbook, contract: Contract) -> None:
    """Write every list of the contract, out of sight."""
    page = workbook.add_worksheet(LISTS_SHEET)
    for place, (names, words) in enumerate(_lists(contract)):
        page.write_column(0, place, [names[0][0], *words])
        column = xl_col_to_name(place)
        for name, length in names:
            workbook.define_name(name, f"={LISTS_SHEET}!${column}$2:${column}${length + 1}")
    page.very_hidden()
    page.protect()


def _lists(contract: Contract) -> Iterator[tuple[list[tuple[str, int]], list[str]]]:
    """The words of each column, and the names of its first so many words."""
    columns = {column.codes.name: column for sheet in contract.sheets for column in sheet.columns if choices(column)}
    for name, column in columns.items():
        words = choices(column)
        everything = [*words, *column.codes.labels]
        yield [(list_name(name), len(words)), (words_name(name), len(everything))], everything
    labels = codelist("posts").labels
    for direction in TOTALS.values():
        words = [labels[post] for post in posts_of(direction)]
        yield [(posts_name(direction), len(words))], words
