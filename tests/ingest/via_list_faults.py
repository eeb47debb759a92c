"""For every rule of a list a file that breaks it, and what the file is told of: (rule, row, header)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.ingest.via_list_files import HEADERS, Row, line, total, write_csv, write_workbook

LINES = [line(1), line(2), line(3)]
WHOLE = [line(n, Bedrag=f"{n}00") for n in range(1, 11)]
FAULTS: dict[str, tuple[list[Row], list[tuple[str, int | None, str | None]]]] = {
    "via_cell_missing": ([line(1, Referentie="")], [("via_cell_missing", 2, "Referentie")]),
    "via_cell_unreadable": ([line(1), line(2, Maatregel="Koopkrach")], [("via_cell_unreadable", 3, "Maatregel")]),
    "unknown agreement": ([line(1, Akkoord="VIA9")], [("via_cell_unreadable", 2, "Akkoord")]),
    "unknown type of care": ([line(1, Type_opvang="crèche")], [("via_cell_unreadable", 2, "Type opvang")]),
    "no type of care of ours to add up": ([line(1, Type_opvang="all")], [("via_cell_unreadable", 2, "Type opvang")]),
    "a day that does not exist": ([line(1, Datum="31/06/2024")], [("via_cell_unreadable", 2, "Datum")]),
    "three decimals": ([line(1), line(2, Bedrag="12,345")], [("via_cell_unreadable", 3, "Bedrag")]),
    "two readings": ([line(1, Bedrag="1.234")], [("via_cell_unreadable", 2, "Bedrag")]),
    "via_other_currency": ([line(1, Bedrag="$ 100,00")], [("via_other_currency", 2, "Bedrag")]),
    "pounds": ([line(1, Bedrag="100,00 £")], [("via_other_currency", 2, "Bedrag")]),
    "dollars in a word": ([line(1, Bedrag="USD 100,00")], [("via_other_currency", 2, "Bedrag")]),
    "francs in their own column": ([line(1, Munt="CHF")], [("via_other_currency", 2, "Munt")]),
    "via_unknown_authority": ([line(1, **{"NIS-code": "99999"})], [("via_unknown_authority", 2, "NIS-code")]),
    "an authority that did not exist yet": (
        [line(1, **{"NIS-code": "44086", "Bestuur": ""})], [("via_unknown_authority", 2, "NIS-code")],
    ),
    "via_outside_period": ([line(1, Datum="01/03/2024")], [("via_outside_period", 2, "Datum")]),
    "via_in_future": (
        [line(1, Datum="06/07/2024", Periode_tot_en_met="30/09/2024")], [("via_in_future", 2, "Datum")],
    ),
    "via_period_reversed": (
        [line(1, Periode_tot_en_met="31/03/2024")],
        [("via_outside_period", 2, "Datum"), ("via_period_reversed", 2, "Periode tot en met")],
    ),
    "via_list_differs": ([line(1), line(2, Lijst="2024-K3")], [("via_list_differs", 3, "Lijst")]),
    "another version halfway": ([line(1), line(2, Versie="2")], [("via_list_differs", 3, "Versie")]),
    "via_reference_twice": ([line(1), line(2, Referentie="B-1")], [("via_reference_twice", 3, "Referentie")]),
    "via_negative": ([line(1), line(2, Bedrag="-50,25")], [("via_negative", 3, "Bedrag")]),
    "via_zero": ([line(1, Bedrag="0,00")], [("via_zero", 2, "Bedrag")]),
    "via_same_movement": ([line(1), line(1, Referentie="B-2")], [("via_same_movement", 3, "Referentie")]),
    "via_whole_euros": (WHOLE, [("via_whole_euros", None, "Bedrag")]),
    "via_other_name": ([line(1, Bestuur="Antwerpen")], [("via_other_name", 2, "Bestuur")]),
    "via_year_outside_agreement": ([line(1, Jaar="2019")], [("via_year_outside_agreement", 2, "Jaar")]),
}  # fmt: skip
"""Faults of lines, each with the total of the lines that can be read; some rules come more than once."""


def _without_a_column(folder: Path) -> Path:
    rows = [{header: cell for header, cell in row.items() if header != "Referentie"} for row in LINES]
    return write_csv(folder / "l.csv", rows)


def _with_a_column_twice(folder: Path) -> Path:
    path = write_csv(folder / "l.csv", LINES)
    path.write_text(path.read_text(encoding="utf-8").replace("Munt;", "Datum;"), encoding="utf-8")
    return path


def _with_a_cell_too_many(folder: Path) -> Path:
    path = write_csv(folder / "l.csv", [*LINES, total(LINES)])
    path.write_text(path.read_text(encoding="utf-8").replace("B-2", "B-2;x"), encoding="utf-8")
    return path


def _only_a_total(folder: Path) -> Path:
    return write_csv(folder / "l.csv", [dict.fromkeys(HEADERS, "") | {"Betaler": "Totaal", "Bedrag": "0,00"}])


def _with_parts_of_cents(folder: Path) -> Path:
    return write_workbook(folder / "l.xlsx", [line(1, Bedrag=1.005), {"Betaler": "Totaal", "Bedrag": 1.01}])


WHOLE_FILES: dict[str, Callable[[Path], Path]] = {
    "via_missing_column": _without_a_column,
    "via_double_header": _with_a_column_twice,
    "via_two_lists": lambda folder: write_workbook(folder / "l.xlsx", LINES, LINES),
    "via_no_lines": _only_a_total,
    "via_list_unknown": lambda folder: write_csv(folder / "l.csv", [line(1, Lijst="")]),
    "via_too_many_cells": _with_a_cell_too_many,
    "via_more_decimals": _with_parts_of_cents,
    "via_total_missing": lambda folder: write_csv(folder / "l.csv", LINES),
    "via_total_differs": lambda folder: write_csv(folder / "l.csv", [*LINES, total(LINES, "9,00")]),
    "via_line_after_total": lambda folder: write_csv(folder / "l.csv", [*LINES[:2], total(LINES[:2]), LINES[2]]),
}
"""Faults of a file as a whole."""

BESIDE_EARLIER: dict[str, tuple[list[Row], list[Row]]] = {
    "via_version_received_before": (LINES, LINES[:2]),
    "via_reference_received_before": (LINES, [line(1, Lijst="B")]),
    "via_same_movement_received_before": (LINES, [line(1, Lijst="B", Referentie="Q")]),
}
"""A list, and the one after it that breaks the rule."""
