"""For each rule a file that fails it and one that only just passes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.ingest.mistakes import (
    MISTAKES,
    Mistake,
    Place,
    again,
    answer,
    both,
    drop,
    nothing_offered_or_denied,
    put,
    rename,
    second_location_without_hours,
    sui_generis_with_fte,
    total_of_fte,
)
from tests.ingest.workbook_builder import (
    CARE,
    FailingFormula,
    Sheets,
    build_csv_folder,
    build_workbook,
    minimal_submission,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file about a rule: `write` puts it in a folder and gives its path; `place` is where the problem stands."""

    rule: str
    write: Callable[[Path], Path]
    place: Place | None = None


def workbook(mistake: Mistake = lambda sheets: None) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        sheets = minimal_submission()
        mistake(sheets)
        return build_workbook(folder / "aartselaar.xlsx", sheets)

    return write


def content(file_name: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / file_name).write_bytes(content)
        return folder / file_name

    return write


def cut_in_half(folder: Path) -> Path:
    whole = workbook()(folder)
    whole.write_bytes(whole.read_bytes()[:4000])
    return whole


def csv_folder(name: str = "VIA", change: Callable[[str], str] = str, new_name: str = "", comma: str = ";") -> Any:
    """Write a CSV folder of which one file is changed, and written under another name."""

    def write(folder: Path) -> Path:
        path = build_csv_folder(folder / "aartselaar", minimal_submission(), comma)
        text = (path / f"{name}.csv").read_text(encoding="utf-8")
        (path / f"{new_name or name}.csv").write_text(change(text), encoding="utf-8")
        return path

    return write


def of_galmaarden_in_2024(sheets: Sheets) -> None:
    both(answer("NIS-code", "23023"), answer("Naam bestuur", "Galmaarden"))(sheets)


def only_one_denied(sheets: Sheets) -> None:
    nothing_offered_or_denied(sheets)
    answer("Gezinsopvang: aangeboden", "nee")(sheets)


def of_2021(sheets: Sheets) -> None:
    both(answer("Boekjaar", 2021), rename("Personeel", "VTE", "Voltijdse equivalenten"))(sheets)


def sui_generis_without_fte(sheets: Sheets) -> None:
    sui_generis_with_fte(sheets)
    for header in ("VTE", "Gekwalificeerde VTE", "Openstaande VTE"):
        put("Personeel", 3, header, None)(sheets)


def until_november(sheets: Sheets) -> None:
    both(answer("Laatste maand van de cijfers", 11), drop("Prestaties", 12))(sheets)


def open_220_days(sheets: Sheets) -> None:
    for row in range(1, 6):
        put("Openingsuren", row, "Open dagen per jaar", 44)(sheets)


def stopped_long_ago(sheets: Sheets) -> None:
    second_location_without_hours(sheets)
    put("Locaties", 2, "Stopdatum", dt.date(2020, 6, 30))(sheets)


FAILING: tuple[RuleFile, ...] = (
    RuleFile("empty_file", content("leeg.xlsx", b"")),
    RuleFile("not_a_workbook", content("brief.xlsx", b"%PDF-1.7 ...")),
    RuleFile("unreadable_file", cut_in_half),
    RuleFile("password_protected", content("beveiligd.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"))),
    RuleFile("old_excel", content("oud.xlsx", OLE + "Workbook".encode("utf-16-le"))),
    RuleFile("too_large", csv_folder("VIA", lambda text: ";" * 200 + text)),
    RuleFile("double_sheet", csv_folder("VIA", new_name="VIA_"), ("via", None, None)),
    RuleFile(
        "double_header",
        csv_folder("Bestuur", lambda text: text + "Boekjaar;2024\n"),
        ("authority", 37, "year"),
    ),
    RuleFile(
        "too_many_cells",
        csv_folder("Financiën", lambda text: text.replace('"40000,0"', "40000,5"), comma=","),
        ("finance", 4, None),
    ),
    *(RuleFile(rule, workbook(mistake), place) for rule, mistake, place in MISTAKES),
)
# What comes as near to the mistake as it may; where nothing comes near, a file like any other.
_JUST_RIGHT: dict[str, Mistake] = {
    "missing_sheet": lambda sheets: sheets.update({"PRESTATIES": sheets.pop("Prestaties")}),
    "missing_column": rename("Personeel", "Personen", " personen *"),
    "year_missing": answer("Boekjaar", "2024"),
    "identity_missing": answer("Naam bestuur", "Gemeente Aartselaar"),
    "not_a_nis_code": answer("NIS-code", 11001),
    "unknown_authority": of_galmaarden_in_2024,
    "name_does_not_match": answer("Naam bestuur", "OCMW Aartselaar"),
    "nothing_declared": only_one_denied,
    "formula_error": put("Financiën", 3, "Bedrag", FailingFormula("40000")),
    "not_a_number": put("Personeel", 1, "VTE", "7,0"),
    "ambiguous_number": put("Financiën", 3, "Bedrag", "40.000,00"),
    "not_whole": put("Locaties", 1, "Vergunde plaatsen", "30"),
    "out_of_range": put("Prestaties", 1, "Aanwezig", 0),
    "not_a_date": put("Locaties", 1, "Startdatum", "30/9/2010"),
    "not_a_time": put("Openingsuren", 1, "Sluit", "18u30"),
    "not_text": put("Locaties", 1, "Naam locatie", "’t Hökske & co"),
    "unknown_code": put("Locaties", 1, "Subsidietrap", " t2b"),
    "not_a_kbo_number": put("Locaties", 1, "KBO-nummer organisator", "0123.456.749"),
    "not_an_email": answer("Functionele mailbox", "kinder.opvang@aartselaar.example.be"),
    "empty_answer": answer("Huur aangerekend", None),
    "must_be_empty": sui_generis_without_fte,
    "shifted_row": put("Financiën", 2, "Bedrag", "driehonderd"),
    "row_without_key": lambda sheets: sheets["Financiën"].insert(2, dict.fromkeys(sheets["Financiën"][0])),
    "duplicate_key": again("Financiën", 3, Type_opvang=CARE["family"]),
    "unknown_location": put("Prestaties", 1, "Dossiernummer", "G-1"),
    "income_places_above_licensed": put("Locaties", 1, "IKT-plaatsen", 30),
    "stopped_before_started": put("Locaties", 1, "Stopdatum", dt.date(2010, 9, 1)),
    "closes_before_opens": put("Openingsuren", 1, "Sluit", dt.time(7, 1)),
    "overlapping_hours": again("Openingsuren", 1, Open=dt.time(18, 30), Sluit=dt.time(19, 0)),
    "months_reversed": both(answer("Eerste maand van de cijfers", 6), answer("Laatste maand van de cijfers", 6)),
    "total_mismatch": put("Financiën", 5, "Bedrag", 450001.0),
    "qualified_above_fte": put("Personeel", 1, "Gekwalificeerde VTE", 7.0),
    "not_offered_but_there": again("Financiën", 3, Type_opvang=CARE["family"], Bedrag=0.0),
    "complete_but_empty": both(
        lambda sheets: sheets.update({"Personeel": []}), answer("Groepsopvang: Personeel volledig", "nee")
    ),
    "location_without_hours": stopped_long_ago,
    "location_without_declared_hours": answer("Groepsopvang: Openingsuren volledig", "nee"),
    "implausible": put("Personeel", 1, "VTE", 9.0),
    "too_many_child_days": put("Prestaties", 3, "Aanwezig", 1116),
    "counted_twice": again("Prestaties", 1, Dossiernummer="G-1", Duur="3 tot 5 uur"),
    "location_of_other_care": put("Prestaties", 1, "Dossiernummer", "G-1"),
    "empty_cell": put("Personeel", 1, "Personen", 0),
    "rounded_value": put("Financiën", 3, "Bedrag", 40000.12),
    "other_version": of_2021,
    "total_differs": total_of_fte(8.0),
    "extra_column": lambda sheets: sheets.update({"VIA": [dict(reversed(row.items())) for row in sheets["VIA"]]}),
    "extra_sheet": lambda sheets: sheets.update({"Uitleg": []}),
    "name_spelled_differently": answer("Naam bestuur", "AARTSELAAR"),
    "months_missing": until_november,
    "month_outside_period": until_november,
    "few_opening_days": open_220_days,
    "negative_amount": put("VIA", 1, "Bedrag", 0.0),
}
_LIKE_ANY_OTHER = (
    "empty_file", "not_a_workbook", "unreadable_file", "password_protected", "old_excel", "double_sheet",
    "double_header", "offered_without_location", "missing_optional_column",
)  # fmt: skip
PASSING: tuple[RuleFile, ...] = (
    RuleFile("too_large", csv_folder("VIA", lambda text: text.replace("\n", ";" * 193 + "\n"))),
    RuleFile("too_many_cells", csv_folder("Financiën", comma=",")),
    *(RuleFile(rule, workbook(mistake)) for rule, mistake in _JUST_RIGHT.items()),
    *(RuleFile(rule, workbook()) for rule in _LIKE_ANY_OTHER),
)
