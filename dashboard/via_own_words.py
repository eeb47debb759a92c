"""The VIA money of one authority and what stands beside it, in words that claim no cause."""

from collections.abc import Mapping

from dashboard import format as belgian
from dashboard import texts_via as texts
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.language import translated_values
from dashboard.via_words import euro

Row = Mapping[str, object]


def own(name: str, year: int, totals: Row) -> str:
    """What arrived, what became of it, what is left and until when."""
    told = [
        _(texts.OWN_INTRO).format(name=name, year=year),
        _(texts.OWN_STEP_AMOUNTS).format(
            **{step: _told(totals[f"{step}_eur"]) for step in ("announced", "paid", "spent", "justified")}
        ),
    ]
    if _is_positive(totals["remaining_eur"]):
        told.append(_left(totals))
    if _is_positive(totals["not_justified_by_deadline_eur"]):
        told.append(_(texts.OWN_LATE).format(amount=euro(totals["not_justified_by_deadline_eur"])))
    if _is_positive(totals["overspent_eur"]):
        told.append(_(texts.OWN_OVERSPENT).format(amount=euro(totals["overspent_eur"])))
    return " ".join(told)


def _left(totals: Row) -> str:
    left = euro(totals["remaining_eur"])
    if belgian.is_missing(totals["spend_by"]):
        return _(texts.OWN_LEFT_UNTIL_UNKNOWN).format(left=left)
    days = {name: belgian.day(totals[name]) for name in ("spend_by", "justify_by")}
    sentence = texts.OWN_LEFT_LATE if totals["is_past_justify_by"] else texts.OWN_LEFT
    return _(sentence).format(left=left, **days)


def _told(amount: object) -> str:
    return _(texts.NOT_TOLD) if belgian.is_missing(amount) else euro(amount)


def _is_positive(amount: object) -> bool:
    return not belgian.is_missing(amount) and float(str(amount)) > 0


def expected(row: Row) -> str:
    """Rate × own VTE beside what was announced."""
    if belgian.is_missing(row["expected_eur"]):
        return _(texts.EXPECTED_UNKNOWN).format(measure=row["label"])
    return _(texts.EXPECTED_TOLD).format(
        measure=row["label"],
        rate=euro(row["rate"], 2),
        quantity=belgian.number(row["quantity"], 2),
        expected=euro(row["expected_eur"]),
        announced=_told(row["announced_eur"]),
    )


def outlook(row: Row) -> str:
    """What will be spent of a measure by a horizon; empty where no range can be given."""
    if belgian.is_missing(row["low_eur"]):
        return ""
    amounts = {name: euro(row[f"{name}_eur"]) for name in ("low", "middle", "high")}
    return _(texts.OWN_OUTLOOK_TOLD).format(
        measure=row["label"], day=belgian.day(row["horizon_on"]), money=euro(row["base_eur"]), **amounts
    )


def effect(indicator: Indicator, rows: list[Row], money: Row) -> str:
    """Money and result side by side: what was paid, and how the median moved in both groups."""
    first = rows[0]
    told = [
        _(texts.EFFECT_MONEY).format(
            year=first["year"],
            n=belgian.number(money["n_authorities"]),
            amount=euro(money["paid_eur"]),
            measure=first["measure_label"],
        )
    ]
    told += [_group(indicator, row) for row in rows]
    if len(rows) == 1:
        told.append(_(texts.EFFECT_ONE_GROUP))
    told.append(translated_values(texts.EFFECT_EXPECTED)[str(first["expected_direction"])])
    return " ".join(told)


def _group(indicator: Indicator, row: Row) -> str:
    words = {"group": _(texts.TOOK_PART[bool(row["took_part"])]), "n": belgian.number(row["n_authorities"])}
    if belgian.is_missing(row["before_median"]):
        return _(texts.EFFECT_FEW).format(**words)
    return _(texts.EFFECT_GROUP).format(
        **words,
        before=indicator.show(row["before_median"]),
        after=indicator.show(row["after_median"]),
        before_year=row["before_year"],
        after_year=row["after_year"],
    )
