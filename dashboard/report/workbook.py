"""The figures of a report as a workbook: numbers as numbers, one sheet per part."""

from __future__ import annotations

from functools import partial

import pandas as pd

from dashboard import exports, texts
from dashboard import format as belgian
from dashboard import texts_report as words
from dashboard.differences import UNITS
from dashboard.exports import Words
from dashboard.language import translated as _
from dashboard.queries import lists
from dashboard.queries import report as queries
from dashboard.report.request import Subject
from dashboard.report.sections import Report

DECIMALS = 2


def report_xlsx(subject: Subject, report: Report) -> bytes:
    """Two sheets: every indicator beside its peers, and the key measures; title, source and demo note on each."""
    figures = queries.figures(subject.choice)
    indicators = _indicators_table(subject, figures)
    measures = queries.key_measures(subject.choice)
    beside = {_(words.KEY_FIGURE): measures["label"], _(words.VALUE): measures["value"].astype(float)}
    table = pd.DataFrame(beside | {_(texts.STATUS): measures["status_label"]})
    written = partial(belgian.number, decimals=DECIMALS)
    sheets = {
        _(texts.INDICATORS): (indicators, dict.fromkeys(indicators.columns, written)),
        _(words.KEY_FIGURE): (table, {_(words.VALUE): written}),
    }
    title = f"{report.title} · {report.subtitle}"
    return exports.sheets_xlsx(sheets, Words(title, report.source, report.demo))


def _indicators_table(subject: Subject, figures: pd.DataFrame) -> pd.DataFrame:
    units = {code: _(unit) for code, (unit, _decimals) in UNITS.items()}
    columns = {
        _(texts.THEME): "theme_label", _(texts.INDICATOR): "label", _(texts.UNIT): "unit", subject.name: "value",
        str(subject.choice.year - 1): "value_before", _(texts.STATUS): "status_label", _("Mediaan"): "median",
        _("Kwart ligt lager dan"): "p25", _("Kwart ligt hoger dan"): "p75",
        _("Groep (som/som)"): "weighted_mean", _("Plaats"): "rank", _(words.PER_UNIT): "difference",
        _(words.OVER_YEAR): "amount", _(words.UNIT_OVER_YEAR): "amount_unit", _("Oordeel"): "judgement_label",
    }  # fmt: skip
    known = lists.indicators(subject.choice.care_type)
    of_rows = [known[str(code)] for code in figures["indicator_code"]]
    named = figures.assign(
        label=[indicator.label for indicator in of_rows],
        unit=[indicator.unit for indicator in of_rows],
        amount_unit=figures["amount_unit"].map(units),
    )
    return named[list(columns.values())].set_axis(list(columns), axis=1)
