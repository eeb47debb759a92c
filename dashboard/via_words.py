"""What the pictures of the page VIA show, in words."""

from collections.abc import Mapping

import pandas as pd

from dashboard import format as belgian
from dashboard import texts_via as texts
from dashboard.language import translated as _
from dashboard.language import translated_count, translated_values
from dashboard.peer_words import joined

Row = Mapping[str, object]


def euro(amount: object, decimals: int = 0) -> str:
    """Write an amount: '€ 1.234'."""
    return belgian.quantity(amount, "€", decimals)


def flow(summary: Row) -> str:
    """The money of a year: what the agreement sets aside, and what became of it."""
    has_lines = not belgian.is_missing(summary["budget_eur"])
    has_ledger = not belgian.is_missing(summary["reached_eur"])
    told = []
    if has_lines:
        told.append(_(texts.FLOW_PRINTED).format(budget=euro(summary["budget_eur"]), own=euro(summary["own_eur"])))
    if has_lines and has_ledger:
        told.append(_(texts.FLOW_LINED).format(reached=euro(summary["lined_reached_eur"])))
    if has_ledger:
        words = {"reached": euro(summary["reached_eur"]), "justified": euro(summary["justified_eur"])}
        sentence = texts.FLOW_NOT_JUSTIFIED if belgian.is_missing(summary["justified_eur"]) else texts.FLOW_REACHED
        told.append(_(sentence).format(**words, share=belgian.percentage(summary["justified_share"])))
    if not has_lines:
        told.append(_(texts.FLOW_WITHOUT_LINES))
    if not has_ledger:
        told.append(_(texts.FLOW_WITHOUT_LEDGER))
    return " ".join(told)


def burn_down(measure: str, money: Row) -> str:
    """How much of a measure's money is spent."""
    sentence = texts.BURN_DOWN_TOLD
    if belgian.is_missing(money["money_eur"]):
        sentence = texts.BURN_DOWN_NO_MONEY
    elif belgian.is_missing(money["spent_eur"]):
        sentence = texts.BURN_DOWN_NOT_SPENT
    return _(sentence).format(measure=measure, spent=euro(money["spent_eur"]), money=euro(money["money_eur"]))


def outlook(row: Row) -> str:
    """What will be spent by a horizon, with the range where there is one; empty without an earlier year."""
    if belgian.is_missing(row["middle_eur"]):
        return ""
    words = {
        "day": belgian.day(row["horizon_on"]),
        "middle": euro(row["middle_eur"]),
        "authorities": belgian.number(row["n_authorities"]),
    }
    if belgian.is_missing(row["low_eur"]):
        return _(texts.OUTLOOK_MIDDLE).format(**words)
    low, high = euro(row["low_eur"]), euro(row["high_eur"])
    return _(texts.OUTLOOK_RANGE).format(**words, low=low, high=high, n=belgian.number(row["n_earlier_years"]))


def backtest(row: Row) -> str:
    """How often the outlook's range held the outcome in earlier years; empty where there are none."""
    if belgian.is_missing(row["within_share"]):
        return ""
    return _(texts.BACKTEST).format(
        share=belgian.percentage(row["within_share"]), n=belgian.number(row["n_authorities"])
    )


def findings(year: int, found: pd.DataFrame) -> str:
    """How many findings there are in the agreement's figures of a year, of which causes, and how many are accepted."""
    if found.empty:
        return _(texts.RECONCILED_WELL).format(year=year)
    names = translated_values(texts.CAUSES)
    counted = found["likely_cause"].value_counts(sort=False)
    causes = joined([f"{belgian.number(n)} × {names[str(cause)]}" for cause, n in counted.items()])
    accepted = belgian.number(int(found["is_accepted"].astype(bool).sum()))
    return _(texts.RECONCILED).format(year=year, n=belgian.number(len(found)), causes=causes, accepted=accepted)


def coverage(year: int, rows: pd.DataFrame) -> str:
    """Whether the authorities together can be held against the agreement's lines."""
    n = int((rows["status"] == "compared").sum())
    sentence = texts.COVERAGE_TOLD if n else texts.COVERAGE_UNCOMPARED
    return _(sentence).format(n=belgian.number(n), year=year)


def coverage_row(row: Row) -> str:
    """One measure that was compared: its line, what the authorities tell, and the parts of the difference."""
    amounts = {
        "line": "line_total_eur",
        "announced": "announced_eur",
        "difference": "difference_eur",
        "sectors": "other_sectors_eur",
        "missing": "not_handed_in_eur",
        "rounding": "rounding_eur",
        "unexplained": "unexplained_eur",
    }
    told = {place: euro(row[name], 2) for place, name in amounts.items()}
    return _(texts.COVERAGE_ROW).format(measure=row["label"], **told)


def calls(summary: Row) -> str:
    """How many authorities need a call, and about how much."""
    if not summary["n_authorities"]:
        return _(texts.NO_CALLS)
    return _(texts.CALLED).format(
        n=belgian.number(summary["n_authorities"]),
        with_euros=belgian.number(summary["n_with_euros"]),
        amount=euro(summary["to_explain_eur"]),
    )


def call_reasons(row: Row) -> str:
    """Why an authority needs a call: each reason with its size."""
    amounts = {
        texts.CALL_NOT_JUSTIFIED: row["not_justified_by_deadline_eur"],
        texts.CALL_UNSPENT: row["unspent_by_deadline_eur"],
        texts.CALL_OVERSPENT: row["overspent_eur"],
    }
    reasons = [
        _(sentence).format(amount=euro(amount, 2))
        for sentence, amount in amounts.items()
        if not belgian.is_missing(amount) and float(str(amount)) > 0
    ]
    counts = (
        (texts.CALL_YEAR, texts.CALL_YEARS, int(str(row["n_years_not_submitted"]))),
        (texts.CALL_FINDING, texts.CALL_FINDINGS, int(str(row["n_findings"]))),
    )
    reasons += [translated_count(one, more, n).format(n=belgian.number(n)) for one, more, n in counts if n]
    return "; ".join(reasons)


def lists(summary: Row) -> str:
    """How many lists wait, and for how much."""
    if not summary["n_lists"]:
        return _(texts.NO_LISTS)
    words = {"n": belgian.number(summary["n_lists"]), "waiting": belgian.number(summary["n_waiting"])}
    if not summary["n_waiting"]:
        return _(texts.LISTS_ALL_COUNT).format(**words)
    return _(texts.LISTS_TOLD).format(**words, amount=euro(summary["waiting_eur"], 2))
