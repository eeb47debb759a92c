"""The rows that the page VIA shows of one authority: steps, deadlines, what to expect, and effects."""

from collections.abc import Mapping

import pandas as pd

from dashboard import format as belgian
from dashboard import texts_via as texts
from dashboard import via_words
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.language import translated_values
from dashboard.via_tables import Formats, cents


def step_rows(ledger: pd.DataFrame, steps: Mapping[str, str]) -> pd.DataFrame:
    """A heading per measure with a row for each of its steps below it; a step that is not told has no amount."""
    rows: list[dict[str, object]] = []
    for line in ledger.to_dict("records"):
        heading = f"{line['label']}"
        rows.append({"row": f"{len(rows)}|", "heading": heading, "step": "", "amount_eur": None, "shown": ""})
        for step, label in steps.items():
            amount = line[f"{step}_eur"]
            shown = _(texts.NOT_TOLD) if belgian.is_missing(amount) else via_words.euro(amount)
            row = f"{len(rows)}|{label}"
            rows.append({"row": row, "heading": "", "step": label, "amount_eur": amount, "shown": shown})
    return pd.DataFrame(rows).astype({"amount_eur": float})


def ledger_table(ledger: pd.DataFrame, steps: Mapping[str, str]) -> tuple[pd.DataFrame, Formats]:
    """One row per measure: every step, what is left, and the deadlines."""
    amounts = {f"{label[0].upper()}{label[1:]} (€)": f"{step}_eur" for step, label in steps.items()}
    amounts[_("Over (€)")] = "remaining_eur"
    amounts[_("Niet verantwoord op termijn (€)")] = "not_justified_by_deadline_eur"
    table = pd.DataFrame(
        {_("Maatregel"): ledger["label"]}
        | {head: ledger[name] for head, name in amounts.items()}
        | {
            _("Besteden tegen"): [belgian.day(day) for day in ledger["spend_by"]],
            _("Verantwoorden tegen"): [belgian.day(day) for day in ledger["justify_by"]],
        }
    )
    return table, dict.fromkeys(amounts, cents)


def expected_table(rows: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per measure and basis of the rate: rate × own VTE beside what was announced."""
    amounts = {
        _("Bedrag per VTE (€)"): "rate",
        _("Eigen VTE"): "quantity",
        _("Verwacht (€)"): "expected_eur",
        _("Aangekondigd (€)"): "announced_eur",
        _("Verschil (€)"): "difference_eur",
    }
    bases = translated_values(texts.BASES)
    table = pd.DataFrame(
        {_("Maatregel"): rows["label"], _("Tarief"): rows["basis"].map(bases)}
        | {head: rows[name] for head, name in amounts.items()}
    )
    return table, dict.fromkeys(amounts, cents)


def findings_table(rows: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per finding about the own money."""
    heads = {
        _("Maatregel"): rows["label"],
        _("Type opvang"): rows["care_type_label"],
        _("Stap"): rows["step_label"],
        _("Verschil (€)"): rows["difference_eur"],
        _("Wat er aan de hand is"): rows["message_nl"],
    }
    return pd.DataFrame(heads), {_("Verschil (€)"): cents}


def effect_rows(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Two points per group that has a median: the year before and the year after."""
    groups = translated_values({str(part): text for part, text in texts.GROUPS.items()})
    points = []
    for row in rows.dropna(subset=["before_median", "after_median"]).to_dict("records"):
        for moment in ("before", "after"):
            value = row[f"{moment}_median"]
            points.append(
                {
                    "moment": str(row[f"{moment}_year"]),
                    "value": value,
                    "group": f"{groups[str(bool(row['took_part']))]} ({belgian.number(row['n_authorities'])})",
                    "is_part": bool(row["took_part"]),
                    "shown": indicator.show(value),
                }
            )
    return pd.DataFrame(points)


def effect_table(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """One row per year and group: medians and ratios of sums before and after, as text with their unit."""
    groups = translated_values({str(part): text for part, text in texts.GROUPS.items()})
    records = rows.to_dict("records")
    figures = {
        _("Mediaan ervoor"): "before_median",
        _("Mediaan erna"): "after_median",
        _("Verschil van de medianen"): "median_change",
        _("Groep ervoor (som/som)"): "before_weighted_mean",
        _("Groep erna (som/som)"): "after_weighted_mean",
    }
    heads: dict[str, object] = {
        _(texts.YEAR): [str(row["year"]) for row in records],
        _("Besturen"): [groups[str(bool(row["took_part"]))] for row in records],
        _("Aantal"): [belgian.number(row["n_authorities"]) for row in records],
    }
    return pd.DataFrame(
        heads | {head: [indicator.show(row[name]) for row in records] for head, name in figures.items()}
    )
