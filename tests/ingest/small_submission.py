"""The smallest submission there is: an authority that says who it is and that it offers no childcare."""

from __future__ import annotations

from pathlib import Path

from ingest.contract import Sheet, submission_contract

NAMES = {"11001": "Aartselaar", "11004": "Boechout", "11005": "Boom"}


def write_submission(folder: Path, nis_code: str = "11001", year: int = 2023, mailbox: str = "") -> Path:
    """Write a CSV folder; another mailbox makes another file of the same authority and year."""
    folder.mkdir(parents=True)
    answers = {
        "data_kind": "demogegevens (verzonnen cijfers)",
        "nis_code": nis_code,
        "authority_name": NAMES.get(nis_code, "Onbekend"),
        "year": str(year),
        "mailbox": mailbox,
        "first_month": "1",
        "last_month": "12",
        "consents_to_be_named": "ja",
        "offers_group": "nee",
        "offers_family": "nee",
        "offers_out_of_school": "nee",
    }
    for sheet in submission_contract(year).sheets:
        lines = _form(sheet, answers) if sheet.layout == "form" else [_header(sheet)]
        (folder / f"{sheet.sheet_nl.lower()}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _form(sheet: Sheet, answers: dict[str, str]) -> list[str]:
    return [f"{column.header_nl};{answers.get(column.name, '')}" for column in sheet.asked_columns]


def _header(sheet: Sheet) -> str:
    return ";".join(column.header_nl for column in sheet.asked_columns)
