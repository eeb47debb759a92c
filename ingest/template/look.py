"""How the cells of the template look, and which of them are protected."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format

_PATTERNS = {
    "nis": "@", "text": "@", "kbo": "@", "kbo_list": "@", "email": "@",
    "integer": "#,##0", "decimal": "#,##0.00", "money": "#,##0.00", "date": "dd/mm/yyyy", "time": "hh:mm",
}  # fmt: skip
_GREY, _BLUE = "#F2F2F2", "#DDEBF7"
PROTECTION = {
    "insert_rows": True, "delete_rows": True, "format_columns": True, "format_rows": True, "sort": True,
    "autofilter": True, "format_cells": True,
}  # fmt: skip


# Excel deletes a row only when all of it is open, to the last column: so a cell is open unless it says otherwise.
WORKBOOK = {
    "default_format_properties": {"locked": False}, "strings_to_formulas": False, "strings_to_urls": False,
}  # fmt: skip


class Look:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, str], Format] = {}

    def input(self, kind: str) -> Format:
        """A cell to fill in: open, in the notation of its kind."""
        return self._format("input", kind)

    def carried(self, kind: str) -> Format:
        """A cell that is filled in already with last year's word, to be looked at."""
        return self._format("carried", kind, font_color="#1F4E79", italic=True)

    def beside(self, kind: str) -> Format:
        """What was handed in last year: grey, and open so that a whole row can be deleted."""
        return self._format("beside", kind, bg_color=_GREY, font_color="#595959")

    def fixed(self, kind: str = "") -> Format:
        """A figure that the template gives."""
        return self._format("fixed", kind, bg_color=_GREY, locked=True)

    @cached_property
    def title(self) -> Format:
        """The title of a sheet."""
        return self._workbook.add_format({"bold": True, "font_size": 14, "locked": True})

    @cached_property
    def header(self) -> Format:
        """A header: protected."""
        return self._workbook.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": _BLUE, "locked": True}
        )

    @cached_property
    def small(self) -> Format:
        """A word of explanation above or beside a cell."""
        return self._workbook.add_format({"italic": True, "font_color": "#595959", "locked": True})

    @cached_property
    def wrapped(self) -> Format:
        """Running text."""
        return self._workbook.add_format({"text_wrap": True, "valign": "top", "locked": True})

    @cached_property
    def wrong(self) -> Format:
        """The red of what cannot be right."""
        return self._workbook.add_format({"bg_color": "#FFC7CE", "font_color": "#9C0006"})

    @cached_property
    def unusual(self) -> Format:
        """The orange of what is worth a second look."""
        return self._workbook.add_format({"bg_color": "#FCD5B4"})

    @cached_property
    def missing(self) -> Format:
        """The yellow of what is still to be filled in."""
        return self._workbook.add_format({"bg_color": "#FFF2CC"})

    def _format(self, name: str, kind: str, **look: Any) -> Format:
        if (name, kind) not in self._made:
            self._made[name, kind] = self._workbook.add_format({"num_format": _PATTERNS.get(kind, "General"), **look})
        return self._made[name, kind]
