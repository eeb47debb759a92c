"""What must hold of a list as a whole: one list, no line twice, a total that is the sum of the lines."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.cells.shown import shown, shown_euro
from ingest.via_lists.contract import ListContract
from ingest.via_lists.findings import Findings
from ingest.via_lists.lines import Line, Lines

FEWEST_WHOLE_EUROS = 10
"""Fewer amounts than this may well all be whole by chance or by agreement."""
HALF_A_CENT = Decimal("0.005")


def check_list(read: Lines, contract: ListContract, findings: Findings) -> None:
    """Report what is wrong or strange about the lines taken together."""
    _check_one_list(read.lines, contract, findings)
    _check_period(read.lines[0], findings)
    _check_references(read.lines, contract, findings)
    _check_movements(read.lines, contract, findings)
    _check_whole_euros(read.lines, findings)
    _check_total(read, contract, findings)


def _check_one_list(lines: Sequence[Line], contract: ListContract, findings: Findings) -> None:
    first = lines[0]
    for line in lines[1:]:
        for name in contract.list_columns:
            if first.has(name) and line.has(name) and line.values[name] != first.values[name]:
                found, expected = shown(line.found[name]), shown(first.found[name])
                sentence = f"‘{found}’ is anders dan op de eerste lijn (‘{expected}’)."
                findings.add("via_list_differs", sentence, line.row_number, name, found=found, expected=expected)


def _check_period(first: Line, findings: Findings) -> None:
    if first.has("period_from", "period_to") and first.values["period_to"] < first.values["period_from"]:
        start, end = shown(first.values["period_from"]), shown(first.values["period_to"])
        sentence = f"De periode eindigt op {end}, voor ze op {start} begint."
        findings.add("via_period_reversed", sentence, first.row_number, "period_to", found=end)


def _check_references(lines: Sequence[Line], contract: ListContract, findings: Findings) -> None:
    names = (*contract.reference_within, "reference")
    for line, first in _repeated(lines, names):
        reference = shown(line.values["reference"])
        findings.add(
            "via_reference_twice", f"Referentie ‘{reference}’ staat ook op rij {first.row_number}.", line.row_number,
            "reference", found=reference, expected="elke referentie één keer",
        )  # fmt: skip


def _check_movements(lines: Sequence[Line], contract: ListContract, findings: Findings) -> None:
    for line, first in _repeated(lines, contract.same_movement):
        if line.values.get("reference") != first.values.get("reference"):
            sentence = f"De lijn is op de referentie na gelijk aan rij {first.row_number}."
            findings.add("via_same_movement", sentence, line.row_number, "reference")


def _repeated(lines: Sequence[Line], names: Sequence[str]) -> list[tuple[Line, Line]]:
    """Lines with the same values as one before them, with the first of those; lines with a gap are left out."""
    firsts: dict[tuple, Line] = {}
    repeated = []
    for line in lines:
        if line.has(*names):
            first = firsts.setdefault(tuple(line.values[name] for name in names), line)
            repeated += [(line, first)] if first is not line else []
    return repeated


def _check_whole_euros(lines: Sequence[Line], findings: Findings) -> None:
    amounts = [line.values["amount_eur"] for line in lines if line.has("amount_eur")]
    if len(amounts) >= FEWEST_WHOLE_EUROS and all(amount == amount.to_integral_value() for amount in amounts):
        sentence = f"Alle {len(amounts)} bedragen zijn hele euro's: zijn ze afgerond?"
        findings.add("via_whole_euros", sentence, None, "amount_eur")


def _check_total(read: Lines, contract: ListContract, findings: Findings) -> None:
    """A line that could not be read already keeps the list waiting: without it, the sum says nothing."""
    if read.total_row is None:
        expected = f"‘{contract.total_nl}’ in de eerste kolom en de som van de lijnen onder het bedrag"
        findings.add(
            "via_total_missing", "Onderaan staat geen totaal.", None, contract.amount, found="geen", expected=expected
        )
        return
    if read.total_eur is None or not all(line.has(contract.amount) for line in read.lines):
        return
    computed = sum((line.values[contract.amount] for line in read.lines), Decimal(0))
    if read.total_eur != computed:
        difference = read.total_eur - computed
        sentence = (
            f"Het totaal is {shown_euro(read.total_eur)} en de som van de {len(read.lines)} lijnen "
            f"{shown_euro(computed)}: een verschil van {shown_euro(difference)}.{_likely_cause(difference, read.lines)}"
        )
        findings.add(
            "via_total_differs", sentence, read.total_row, contract.amount, found=shown_euro(read.total_eur),
            expected=shown_euro(computed),
        )  # fmt: skip


def _likely_cause(difference: Decimal, lines: Sequence[Line]) -> str:
    same = next((line for line in lines if line.values["amount_eur"] == -difference), None)
    if same is not None:
        return f" Dat is het bedrag van rij {same.row_number}: staat die er te veel?"
    if abs(difference) <= HALF_A_CENT * len(lines):
        return " Zo weinig wijst op afgeronde bedragen."
    return ""
