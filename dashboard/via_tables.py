"""The rows that the page VIA shows of all authorities together: flow, burn-down, printed tables, calls, lists."""

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard import format as belgian
from dashboard import texts_via as texts
from dashboard import via_words
from dashboard.language import translated as _
from dashboard.language import translated_values

Formats = dict[str, Callable[[object], str]]
MARK = "◆"


def cents(value: object) -> str:
    """An amount to the cent in a column whose heading names the unit; nothing where it is not known."""
    return "" if belgian.is_missing(value) else belgian.number(value, 2)


def agreements_table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per agreement: when, who, what for; what is not known stays empty."""
    return pd.DataFrame(
        {
            _("Akkoord"): rows["label"],
            _("Gesloten op"): [belgian.day(day) for day in rows["concluded_on"]],
            _("Van"): [_year(year) for year in rows["period_from_year"]],
            _("Tot en met"): [_year(year) for year in rows["period_to_year"]],
            _("Partners"): rows["partners"].fillna(""),
            _("Gedrukte cijfers"): rows["n_figures"],
            _("Waarvoor"): rows["purposes"].fillna(""),
            _("Bron"): rows["source"].fillna(""),
        }
    )


def _year(year: object) -> str:
    return "" if belgian.is_missing(year) else f"{year:.0f}"


def flow_links(links: pd.DataFrame) -> pd.DataFrame:
    """The links with a label at both ends and the amount as shown."""
    names = {"budget": _(texts.BUDGET), "nowhere": _(texts.NOWHERE)}
    return links.assign(
        from_label=links["from_label"].fillna(links["from_code"].map(names)),
        to_label=links["to_label"].fillna(links["to_code"].map(names)),
        shown=[via_words.euro(amount) for amount in links["amount_eur"]],
    )


def flow_table(links: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per link of the flow."""
    stages = translated_values(texts.STAGES)
    heads = {
        _("Van"): links["from_label"],
        _("Soort"): links["from_stage"].map(stages),
        _("Naar"): links["to_label"],
        _("Soort bestemming"): links["to_stage"].map(stages),
        _("Bedrag (€)"): links["amount_eur"],
    }
    return pd.DataFrame(heads), {_("Bedrag (€)"): cents}


def burn_down_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the burn-down with the amount as shown."""
    return rows.assign(shown=[via_words.euro(amount) for amount in rows["cumulative_eur"]])


def burn_down_table(rows: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per step and month."""
    heads = {
        _("Stap"): rows["label"],
        _("Tot en met"): [belgian.day(day) for day in rows["month_end"]],
        _("Samen (€)"): rows["cumulative_eur"],
        _("Besturen die maand"): rows["n_authorities"],
    }
    return pd.DataFrame(heads), {_("Samen (€)"): cents}


def outlook_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """What lies ahead, as shown beside its mark; nothing where no earlier year tells."""
    known = rows.dropna(subset=["middle_eur"])
    return known.assign(shown=[via_words.euro(amount) for amount in known["middle_eur"]])


def money_row(money: Mapping[str, object]) -> pd.DataFrame:
    """The line of the money itself in the burn-down; no row where it is not known."""
    amount = money["money_eur"]
    if belgian.is_missing(amount):
        return pd.DataFrame({"amount_eur": [], "shown": []})
    sentence = texts.MONEY_LINE if money["is_announced"] else texts.PAID_LINE
    return pd.DataFrame({"amount_eur": [amount], "shown": [_(sentence).format(amount=via_words.euro(amount))]})


def findings_table(found: pd.DataFrame) -> pd.DataFrame:
    """One row per finding in the agreement's figures, as text because units differ."""
    causes = translated_values(texts.CAUSES)
    records = found.to_dict("records")
    figures = {
        _("Gedrukt"): "printed",
        _("Berekend"): "computed",
        _("Verschil"): "difference",
        _("Voorstel"): "proposed",
    }
    heads: dict[str, object] = {
        _("Deel"): found["table_code"],
        _("Vermoedelijke oorzaak"): [causes[str(row["likely_cause"])] for row in records],
    }
    heads |= {head: [_figure(row[name], str(row["unit"])) for row in records] for head, name in figures.items()}
    heads |= {
        _("Aanvaard"): [_(texts.ACCEPTED[bool(row["is_accepted"])]) for row in records],
        _("Bevinding"): found["finding_id"],
        _("Rij"): found["row_label"],
        _("Sector"): found["sector_label"],
        _("Bewijs"): found["proof_nl"],
    }
    return pd.DataFrame(heads)


def _figure(value: object, unit: str) -> str:
    """A figure of an agreement in its unit: amounts are printed without cents."""
    if belgian.is_missing(value):
        return ""
    if unit == "eur":
        return via_words.euro(value)
    return belgian.quantity(value, {"percent": "%", "fte": "VTE"}.get(unit, "€"), 2)


def coverage_table(rows: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per measure: the line, what the authorities tell, and the parts of the difference."""
    statuses = translated_values(texts.COVERAGE_STATUSES)
    amounts = {
        _("Lijn van het akkoord (€)"): "line_total_eur",
        _("Waarvan eigen sector (€)"): "line_own_sector_eur",
        _("Besturen samen (€)"): "announced_eur",
        _("Verschil (€)"): "difference_eur",
        _("Andere sectoren (€)"): "other_sectors_eur",
        _("Niet ingediend (€)"): "not_handed_in_eur",
        _("Afronding (€)"): "rounding_eur",
        _("Onverklaard (€)"): "unexplained_eur",
    }
    table = pd.DataFrame(
        {_("Maatregel"): rows["label"], _("Vergelijking"): rows["status"].map(statuses)}
        | {head: rows[name] for head, name in amounts.items()}
        | {_("Besturen die het vertellen"): rows["n_announced"]}
    )
    return table, dict.fromkeys(amounts, cents)


def calls_table(rows: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per authority that needs a call: why, about how much, and until when."""
    records = rows.to_dict("records")
    heads = {
        _("Bestuur"): rows["name"],
        _("Mailbox"): rows["mailbox"].fillna(""),
        _("Waarom"): [via_words.call_reasons(row) for row in records],
        _("Uit te leggen (€)"): rows["to_explain_eur"],
        _("Te laat sinds"): [belgian.day(day) for day in rows["late_since"]],
        _("Volgende termijn"): [belgian.day(day) for day in rows["next_deadline"]],
    }
    return pd.DataFrame(heads), {_("Uit te leggen (€)"): cents}


def lists_table(rows: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per list that was received, those that wait first."""
    heads = {
        _("Lijst"): rows["list_number"],
        _("Versie"): rows["list_version"],
        _("Soort"): rows["kind_label"],
        _("Van"): rows["payer_name"],
        _("Toestand"): rows["state_label"],
        _("Lijnen"): rows["n_lines"],
        _("Te verbeteren"): rows["n_refused"],
        _("Te bevestigen"): rows["n_queried"],
        _("Som (€)"): rows["total_eur"],
        _("Ontvangen op"): [belgian.day(day) for day in rows["received_on"]],
        _("Bestand"): rows["file_name"],
    }
    return pd.DataFrame(heads), {_("Som (€)"): cents}


def list_problems_table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per finding that keeps a list waiting."""
    return pd.DataFrame(
        {
            _("Bestand"): rows["file_name"],
            _("Rij"): ["" if belgian.is_missing(row) else belgian.number(row) for row in rows["row_number"]],
            _("Kolom"): rows["header_nl"].fillna(""),
            _("Gevonden"): rows["found"].fillna(""),
            _("Wat er aan de hand is"): rows["message_nl"],
        }
    )
