"""Every indicator of every authority: the registry's formulas over the measures."""

from __future__ import annotations

from decimal import Decimal

from tests.oracle.definitions import Definitions, Figure
from tests.oracle.measures import Key, Measures


def side(terms: tuple[tuple[int, str], ...], figures: dict[str, Figure]) -> Decimal | None:
    """The signed sum of some measures; None when one of them has no value."""
    values = [figures[measure].value for _, measure in terms]
    if None in values:
        return None
    return sum((sign * value for (sign, _), value in zip(terms, values, strict=True)), Decimal(0))


def indicator_value(
    multiplier: Decimal,
    numerator: Decimal | None,
    denominator: Decimal | None,
    statuses: list[str],
    definitions: Definitions,
) -> Figure:
    """Multiplier × numerator ÷ denominator, as good as the worst of its measures."""
    if denominator == 0:
        statuses = [*statuses, "not_applicable"]
    has_value = numerator is not None and denominator not in (None, 0)
    return Figure(multiplier * numerator / denominator if has_value else None, definitions.worst(statuses))


IndicatorRow = tuple[str, int, str, str, Decimal | None, Decimal | None, Decimal | None, str]


def indicator_rows(measures: Measures, definitions: Definitions) -> list[IndicatorRow]:
    """(authority, year, type of care, indicator, numerator, denominator, value, status) on today's map."""
    authorities = sorted({(authority, year) for (authority, year, _, _) in measures.today})
    return [
        (authority, year, care_type, code, *_row(measures.today, (authority, year, care_type, code), definitions))
        for code, formula in definitions.formulas.items()
        for care_type in formula.row["care_types"].split()
        for authority, year in authorities
    ]


def _row(
    today: dict[Key, Figure], key: Key, definitions: Definitions
) -> tuple[Decimal | None, Decimal | None, Decimal | None, str]:
    authority, year, care_type, code = key
    formula = definitions.formulas[code]
    figures = {
        measure: today[authority, year, care_type, measure] for _, measure in formula.numerator + formula.denominator
    }
    numerator, denominator = side(formula.numerator, figures), side(formula.denominator, figures)
    statuses = [figure.status for figure in figures.values()]
    value = indicator_value(Decimal(formula.row["multiplier"]), numerator, denominator, statuses, definitions)
    return numerator, denominator, value.value, value.status
