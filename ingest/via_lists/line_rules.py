"""What must hold of each line by itself: the authority, the day, the amount, the year."""

from __future__ import annotations

from datetime import date

from ingest.authority_history import AuthorityHistory, authority_history, plain_name
from ingest.cells.shown import shown, shown_euro
from ingest.codelists import seed_rows
from ingest.via_lists.findings import Findings
from ingest.via_lists.lines import Line


def check_line(line: Line, received_on: date, findings: Findings) -> None:
    """Report what is wrong or strange about one line; what could not be read was reported before."""
    if line.has("nis_code", "moved_on"):
        _check_authority(line, authority_history(), findings)
    if line.has("moved_on"):
        _check_day(line, received_on, findings)
    if line.has("amount_eur"):
        _check_amount(line, findings)
    if line.has("agreement", "year"):
        _check_year(line, findings)


def _check_authority(line: Line, history: AuthorityHistory, findings: Findings) -> None:
    nis_code, year = line.values["nis_code"], line.values["moved_on"].year
    unit = history.in_year(nis_code, year)
    if unit is None:
        became = history.became(nis_code, year)
        hint = f" Op de kaart van {year} is dat {became.name} ({became.nis_code})." if became else ""
        findings.add(
            "via_unknown_authority", f"NIS-code {nis_code} is geen Vlaams bestuur in {year}.{hint}", line.row_number,
            "nis_code", found=nis_code, expected=f"een Vlaamse gemeente die in {year} bestaat",
        )  # fmt: skip
        return
    name = line.values.get("authority_name")
    if name and plain_name(name) != plain_name(unit.name):
        findings.add(
            "via_other_name", f"‘{shown(name)}’ hoort niet bij NIS-code {nis_code}: dat is {unit.name}.",
            line.row_number, "authority_name", found=shown(name), expected=unit.name,
        )  # fmt: skip


def _check_day(line: Line, received_on: date, findings: Findings) -> None:
    day = line.values["moved_on"]
    if line.has("period_from", "period_to") and not line.values["period_from"] <= day <= line.values["period_to"]:
        period = f"{shown(line.values['period_from'])} tot en met {shown(line.values['period_to'])}"
        findings.add(
            "via_outside_period", f"{shown(day)} valt buiten de periode van de lijst ({period}).", line.row_number,
            "moved_on", found=shown(day), expected=f"een datum van {period}",
        )  # fmt: skip
    if day > received_on:
        findings.add(
            "via_in_future", f"{shown(day)} ligt na de dag van ontvangst ({shown(received_on)}).", line.row_number,
            "moved_on", found=shown(day), expected=f"een datum tot en met {shown(received_on)}",
        )  # fmt: skip


def _check_amount(line: Line, findings: Findings) -> None:
    amount = line.values["amount_eur"]
    if amount < 0:
        sentence = f"{shown_euro(amount)} is negatief: dat kan een terugvordering of een verbetering zijn."
        findings.add("via_negative", sentence, line.row_number, "amount_eur", found=shown(amount))
    elif amount == 0:
        findings.add("via_zero", "Het bedrag is nul.", line.row_number, "amount_eur", found=shown(amount))


def _check_year(line: Line, findings: Findings) -> None:
    agreement, year = line.values["agreement"], line.values["year"]
    row = next(row for row in seed_rows("via_agreements") if row["agreement"] == agreement)
    first, last = row["period_from_year"], row["period_to_year"]
    if (first and year < int(first)) or (last and year > int(last)):
        findings.add(
            "via_year_outside_agreement", f"{agreement} geldt van {first or '…'} tot en met {last or '…'}.",
            line.row_number, "year", found=str(year),
        )  # fmt: skip
