"""The rows that charts and tables show: labels, shown values and Dutch headings beside what the queries gave."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from dashboard import format as belgian
from dashboard import texts
from dashboard.charts.map import quarter_label
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.language import translated_values

Formats = dict[str, Callable[[object], str]]
PROBLEM_COLUMNS = {"n_fatal": "fatal", "n_rejected": "rejected", "n_blocking": "blocking", "n_warning": "warning"}
PROBLEM_KINDS = {"answer": ("fatal", "rejected", "blocking"), "notable": ("warning",)}
MIN_COUNT_SHOWN = 4


def benchmark_table(rows: pd.DataFrame, indicators: Mapping[str, Indicator], own_name: str) -> pd.DataFrame:
    """One row per indicator with its value and the group's figures, as text because units differ."""
    records = rows.to_dict("records")
    known = [(row, indicators[str(row["indicator_code"])]) for row in records]
    return pd.DataFrame(
        {
            _(texts.INDICATOR): [indicator.label for _row, indicator in known],
            own_name: [indicator.show(row["value"]) for row, indicator in known],
            _(texts.STATUS): [row["status_label"] for row in records],
            _("Mediaan"): [indicator.show(row["median"]) for row, indicator in known],
            _("Middelste helft"): [_middle_half(row, indicator) for row, indicator in known],
            _("Groep (som/som)"): [indicator.show(row["weighted_mean"]) for row, indicator in known],
            _("Plaats"): [_rank(row) for row in records],
            _("Met cijfer"): [_of(row) for row in records],
            _("Oordeel"): [row["judgement_label"] for row in records],
        }
    )


def _middle_half(row: Mapping[str, object], indicator: Indicator) -> str:
    if belgian.is_missing(row["p25"]):
        return _(belgian.NO_FIGURE)
    return _("{low} tot {high}").format(low=indicator.bare(row["p25"]), high=indicator.bare(row["p75"]))


def _of(row: Mapping[str, object]) -> str:
    return _("{n} van {total}").format(n=row["n_peers"], total=row["peers_total"])


def _rank(row: Mapping[str, object]) -> str:
    return "" if belgian.is_missing(row["rank"]) else f"{belgian.number(row['rank'])}e"


def comparison_rows(values: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Give each authority a label of its own, also those not to be named, its place and its value as text."""
    rows = values.reset_index(drop=True)
    unnamed = rows["name"].isna().cumsum()
    labels = [
        _(texts.UNNAMED).format(number=number) if belgian.is_missing(name) else name
        for name, number in zip(rows["name"], unnamed, strict=True)
    ]
    shown = [_shown(indicator, value, status) for value, status in zip(rows["value"], rows["status"], strict=True)]
    return rows.assign(
        label=[f"◆ {label}" if is_own else label for label, is_own in zip(labels, rows["is_own"], strict=True)],
        place=range(1, len(rows) + 1),
        shown=shown,
        label_and_value=[f"{label}: {value}" for label, value in zip(labels, shown, strict=True)],
    )


def _shown(indicator: Indicator, value: object, status: object) -> str:
    return indicator.show(value) + _mark(value, status)


def _shown_bare(indicator: Indicator, value: object, status: object) -> str:
    return indicator.bare(value) + _mark(value, status)


def _mark(value: object, status: object) -> str:
    return "" if status == "reported" or belgian.is_missing(value) else " *"


def drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a value that may stand in a chart: reported ones, and the own one whatever its status."""
    return rows[rows["value"].notna() & ((rows["status"] == "reported") | rows["is_own"])]


def comparison_table(rows: pd.DataFrame, indicator: Indicator) -> tuple[pd.DataFrame, Formats]:
    """All authorities of the comparison with their value and both sides of the ratio, and how to write those."""
    table = pd.DataFrame(
        {
            _("Bestuur"): rows["label"],
            indicator.axis_title: rows["value"],
            _("Teller"): rows["numerator"],
            _("Noemer"): rows["denominator"],
            _(texts.STATUS): rows["status_label"],
        }
    )
    return table, {indicator.axis_title: indicator.bare, _("Teller"): _side, _("Noemer"): _side}


def _side(value: object) -> str:
    return "" if belgian.is_missing(value) else belgian.number(value, 2)


def map_rows(places: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The dots of the map with their labels; peers that are not to be named stay off it."""
    rows = places[places["name"].notna()]
    quarters = [quarter_label(place) for place in rows["quarter"]]
    return rows.assign(
        label=rows["name"], quarter_label=quarters, shown=[indicator.show(value) for value in rows["value"]]
    )


def trend_rows(series: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The years with their values as text; beside the points the unit is left out, for it stands above the chart."""
    values = list(zip(series["value"], series["status"], strict=True))
    return series.assign(
        shown=["" if belgian.is_missing(value) else _shown(indicator, value, status) for value, status in values],
        point_label=[
            "" if belgian.is_missing(value) else _shown_bare(indicator, value, status) for value, status in values
        ],
        shown_median=[indicator.show(median) for median in series["median"]],
    )


def trend_table(series: pd.DataFrame, indicator: Indicator, own_name: str) -> tuple[pd.DataFrame, Formats]:
    """One row per year: own value, group figures, status; and how to write the numbers."""
    columns = {
        own_name: "value",
        _("Mediaan"): "median",
        _("Kwart ligt lager dan"): "p25",
        _("Kwart ligt hoger dan"): "p75",
        _("Groep (som/som)"): "weighted_mean",
    }
    table = pd.DataFrame(
        {_("Jaar"): series["year"].astype(str)} | {head: series[name] for head, name in columns.items()}
    )
    table[_("Besturen met een cijfer")] = [_of(row) for row in series.to_dict("records")]
    table[_(texts.STATUS)] = series["status_label"].to_numpy()
    return table, dict.fromkeys(columns, indicator.show)


def years_with_value(series: pd.DataFrame) -> tuple[Mapping[str, object] | None, Mapping[str, object] | None]:
    """The first and the last year with an own value, or nothing."""
    known = series[series["value"].notna()].to_dict("records")
    return (known[0], known[-1]) if known else (None, None)


def has_break_between(
    breaks: pd.DataFrame, first: Mapping[str, object] | None, last: Mapping[str, object] | None
) -> bool:
    """Say whether a break lies after the first and not after the last of two years."""
    if first is None or last is None:
        return False
    return bool(((breaks["year"] > first["year"]) & (breaks["year"] <= last["year"])).any())


def submission_bars(counts: pd.DataFrame, statuses: Mapping[str, str]) -> pd.DataFrame:
    """The parts of the bars with their labels, in the order of the statuses; small parts carry no number."""
    order = {code: place for place, code in enumerate(statuses, start=1)}
    return counts.assign(
        status_label=counts["status"].map(statuses),
        place=counts["status"].map(order),
        shown=[belgian.number(n) if n >= MIN_COUNT_SHOWN else "" for n in counts["n_authorities"]],
    )


def submission_counts_table(counts: pd.DataFrame, statuses: Mapping[str, str]) -> pd.DataFrame:
    """One row per year, one column per status."""
    wide = counts.pivot(index="year", columns="status", values="n_authorities").fillna(0).astype(int)
    wide = wide.reindex(columns=[code for code in statuses if code in wide]).rename(columns=statuses)
    return (
        wide.reset_index()
        .rename(columns={"year": _(texts.YEAR)})
        .astype({_(texts.YEAR): str})
        .rename_axis(columns=None)
    )


def submissions_table(rows: pd.DataFrame, statuses: Mapping[str, str]) -> tuple[pd.DataFrame, Formats]:
    """One row per authority: what it handed in, when and with how many problems; and how to write the numbers."""
    table = pd.DataFrame(
        {
            _("Bestuur"): rows["name"],
            _(texts.STATUS): rows["status"].map(statuses),
            _("Laattijdig"): [_yes_or_no(late) for late in rows["is_late"]],
            _("Versie"): rows["version"],
            _("Gepubliceerde versie"): rows["published_version"],
            _("Ontvangen op"): pd.to_datetime(rows["received_on"]),
            _("Ingevuld"): rows["completeness"],
            _("Open opmerkingen"): rows["n_open_problems"],
            _("Open vragen"): rows["n_open_queries"],
        }
    )
    for column, severity in PROBLEM_COLUMNS.items():
        table[translated_values(texts.SEVERITY_COLUMNS)[severity]] = rows[column]
    return table, {
        _("Versie"): _count,
        _("Gepubliceerde versie"): _count,
        _("Ontvangen op"): _day,
        _("Ingevuld"): _share,
        _("Open opmerkingen"): _count,
        _("Open vragen"): _count,
    }


def _yes_or_no(value: object) -> str:
    return "" if belgian.is_missing(value) else _(texts.YES) if value else _(texts.NO)


def _count(value: object) -> str:
    return "" if belgian.is_missing(value) else belgian.number(value)


def _day(value: object) -> str:
    return "" if belgian.is_missing(value) else f"{value:%d/%m/%Y}"


def _share(value: object) -> str:
    return "" if belgian.is_missing(value) else belgian.percentage(value)


def problems_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The problems of one submission, as plain text."""
    columns: Sequence[tuple[str, str]] = (
        ("severity_label", _("Ernst")), ("message_nl", _("Wat is er aan de hand")), ("sheet_nl", _("Tabblad")),
        ("row_number", _("Rij")), ("header_nl", _("Kolom")), ("found", _("Gevonden")), ("expected", _("Verwacht")),
        ("file", _("Bestand")),
    )  # fmt: skip
    table = rows[[name for name, _head in columns]].rename(columns=dict(columns))
    table[_("Rij")] = ["" if belgian.is_missing(row) else str(int(row)) for row in table[_("Rij")]]
    return table.fillna("")


def refused_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The refused files of a year, as plain text: what stands in the form of each, and why it was refused."""
    columns = {
        "file": _("Bestand"),
        "nis_code": _("NIS-code"),
        "name": _("Bestuur"),
        "message_nl": _("Waarom geweigerd"),
    }
    return rows[list(columns)].rename(columns=columns).fillna("")


def median_of(row: Mapping[str, object]) -> float | None:
    """The median of a benchmark row, or nothing."""
    return None if belgian.is_missing(row["median"]) else float(row["median"])


def breaks_within(breaks: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """The breaks between two years that a series covers; one at its first year parts nothing."""
    return breaks[(breaks["year"] > series["year"].min()) & (breaks["year"] <= series["year"].max())]


def submission_statuses(codes: Mapping[str, str]) -> dict[str, str]:
    """The states of a submission with their labels: the warehouse's own where it has them."""
    return {**translated_values(texts.SUBMISSION_STATUSES), **codes}


def filtered(rows: pd.DataFrame, status: str, problem: str) -> pd.DataFrame:
    """The submissions with a status and a kind of problem; 'any' leaves that question open."""
    kept = rows if status == "any" else rows[rows["status"] == status]
    if problem == "late":
        return kept[kept["is_late"].fillna(False).astype(bool)]
    if problem == "open":
        return kept[kept[["n_open_problems", "n_open_queries"]].sum(axis=1) > 0]
    return kept if problem == "any" else kept[kept[[f"n_{name}" for name in PROBLEM_KINDS[problem]]].sum(axis=1) > 0]


def by_theme(registry: pd.DataFrame) -> list[tuple[str, list[Mapping[str, object]]]]:
    """The registry's rows per theme, in order."""
    return [(str(theme), rows.to_dict("records")) for theme, rows in registry.groupby("theme_label", sort=False)]


def explained(terms: pd.DataFrame, codelist: str, heading: str) -> pd.DataFrame:
    """The codes of a list with the meaning of each, in a table whose first column has a heading of its own."""
    kept = terms[terms["codelist"] == codelist]
    return pd.DataFrame({heading: kept["label"], _("Betekenis"): kept["definition"]})
