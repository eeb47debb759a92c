"""The rows that charts and tables show: labels, shown values and Dutch headings beside what the queries gave."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from dashboard import format as belgian
from dashboard import texts
from dashboard.charts.map import NO_FIGURE, QUARTER_LABELS
from dashboard.indicators import Indicator

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
            texts.INDICATOR: [indicator.label for _, indicator in known],
            own_name: [indicator.show(row["value"]) for row, indicator in known],
            texts.STATUS: [row["status_nl"] for row in records],
            "Mediaan": [indicator.show(row["median"]) for row, indicator in known],
            "Middelste helft": [_middle_half(row, indicator) for row, indicator in known],
            "Groep (som/som)": [indicator.show(row["weighted_mean"]) for row, indicator in known],
            "Plaats": [_rank(row) for row in records],
            "Met cijfer": [f"{row['n_peers']} van {row['peers_total']}" for row in records],
            "Oordeel": [row["judgement_nl"] for row in records],
        }
    )


def _middle_half(row: Mapping[str, object], indicator: Indicator) -> str:
    missing = belgian.is_missing(row["p25"])
    return belgian.NO_FIGURE if missing else f"{indicator.bare(row['p25'])} tot {indicator.bare(row['p75'])}"


def _rank(row: Mapping[str, object]) -> str:
    return "" if belgian.is_missing(row["rank"]) else f"{belgian.number(row['rank'])}e"


def comparison_rows(values: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Give each authority a label of its own, also those not to be named, its place and its value as text."""
    rows = values.reset_index(drop=True)
    unnamed = rows["name"].isna().cumsum()
    labels = [
        texts.UNNAMED.format(number=number) if belgian.is_missing(name) else name
        for name, number in zip(rows["name"], unnamed, strict=True)
    ]
    shown = [_shown(indicator, row) for row in rows.to_dict("records")]
    return rows.assign(
        label=[f"◆ {label}" if is_own else label for label, is_own in zip(labels, rows["is_own"], strict=True)],
        place=range(1, len(rows) + 1),
        shown=shown,
        label_and_value=[f"{label}: {value}" for label, value in zip(labels, shown, strict=True)],
    )


def _shown(indicator: Indicator, row: Mapping[str, object]) -> str:
    return indicator.show(row["value"]) + _mark(row)


def _shown_bare(indicator: Indicator, row: Mapping[str, object]) -> str:
    return indicator.bare(row["value"]) + _mark(row)


def _mark(row: Mapping[str, object]) -> str:
    return "" if row["status"] == "reported" or belgian.is_missing(row["value"]) else " *"


def drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a value that may stand in a chart: reported ones, and the own one whatever its status."""
    return rows[rows["value"].notna() & ((rows["status"] == "reported") | rows["is_own"])]


def comparison_table(rows: pd.DataFrame, indicator: Indicator) -> tuple[pd.DataFrame, Formats]:
    """All authorities of the comparison with their value and both sides of the ratio, and how to write those."""
    table = pd.DataFrame(
        {
            "Bestuur": rows["label"],
            indicator.axis_title: rows["value"],
            "Teller": rows["numerator"],
            "Noemer": rows["denominator"],
            texts.STATUS: rows["status_nl"],
        }
    )
    return table, {indicator.axis_title: indicator.bare, "Teller": _side, "Noemer": _side}


def _side(value: object) -> str:
    return belgian.number(value, 2)


def map_rows(places: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The dots of the map with their labels; peers that are not to be named stay off it."""
    rows = places[places["name"].notna()]
    quarters = [NO_FIGURE if belgian.is_missing(place) else QUARTER_LABELS[int(place) - 1] for place in rows["quarter"]]
    return rows.assign(
        label=rows["name"], quarter_label=quarters, shown=[indicator.show(value) for value in rows["value"]]
    )


def trend_rows(series: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The years with their values as text; beside the points the unit is left out, for it stands above the chart."""
    records = series.to_dict("records")
    return series.assign(
        shown=["" if belgian.is_missing(row["value"]) else _shown(indicator, row) for row in records],
        point_label=["" if belgian.is_missing(row["value"]) else _shown_bare(indicator, row) for row in records],
        shown_median=[indicator.show(row["median"]) for row in records],
    )


def trend_table(series: pd.DataFrame, indicator: Indicator, own_name: str) -> tuple[pd.DataFrame, Formats]:
    """One row per year: own value, group figures, status; and how to write the numbers."""
    columns = {
        own_name: "value",
        "Mediaan": "median",
        "Kwart ligt lager dan": "p25",
        "Kwart ligt hoger dan": "p75",
        "Groep (som/som)": "weighted_mean",
    }
    table = pd.DataFrame({"Jaar": series["year"].astype(str)} | {head: series[name] for head, name in columns.items()})
    table["Besturen met een cijfer"] = [
        f"{row['n_peers']} van {row['peers_total']}" for row in series.to_dict("records")
    ]
    table[texts.STATUS] = series["status_nl"].to_numpy()
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
    return wide.reset_index().rename(columns={"year": texts.YEAR}).astype({texts.YEAR: str}).rename_axis(columns=None)


def submissions_table(rows: pd.DataFrame, statuses: Mapping[str, str]) -> tuple[pd.DataFrame, Formats]:
    """One row per authority: what it handed in, when and with how many problems; and how to write the numbers."""
    table = pd.DataFrame(
        {
            "Bestuur": rows["name"],
            texts.STATUS: rows["status"].map(statuses),
            "Laattijdig": [texts.YES if late else texts.NO for late in rows["is_late"].fillna(False)],
            "Versie": rows["version"],
            "Ontvangen op": pd.to_datetime(rows["received_on"]),
            "Ingevuld": rows["completeness"],
        }
    )
    for column, severity in PROBLEM_COLUMNS.items():
        table[texts.SEVERITY_COLUMNS[severity]] = rows[column]
    return table, {"Versie": _count, "Ontvangen op": _day, "Ingevuld": _share}


def _count(value: object) -> str:
    return "" if belgian.is_missing(value) else belgian.number(value)


def _day(value: object) -> str:
    return "" if belgian.is_missing(value) else f"{value:%d/%m/%Y}"


def _share(value: object) -> str:
    return "" if belgian.is_missing(value) else belgian.percentage(value)


def problems_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The problems of one submission, as plain text."""
    columns: Sequence[tuple[str, str]] = (
        ("severity_nl", "Ernst"), ("message_nl", "Wat is er aan de hand"), ("sheet_nl", "Tabblad"),
        ("row_number", "Rij"), ("header_nl", "Kolom"), ("found", "Gevonden"), ("expected", "Verwacht"),
        ("file", "Bestand"),
    )  # fmt: skip
    table = rows[[name for name, _ in columns]].rename(columns=dict(columns))
    table["Rij"] = ["" if belgian.is_missing(row) else str(int(row)) for row in table["Rij"]]
    return table.fillna("")


def refused_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The refused files of a year, as plain text: what stands in the form of each, and why it was refused."""
    columns = {"file": "Bestand", "nis_code": "NIS-code", "name": "Bestuur", "message_nl": "Waarom geweigerd"}
    return rows[list(columns)].rename(columns=columns).fillna("")


def median_of(row: Mapping[str, object]) -> float | None:
    """The median of a benchmark row, or nothing."""
    return None if belgian.is_missing(row["median"]) else float(row["median"])


def breaks_within(breaks: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """The breaks in the years that a series covers."""
    return breaks[breaks["year"].isin(series["year"])]


def labels(codes: pd.DataFrame) -> dict[str, str]:
    """A code list as a mapping from code to label, in order."""
    return dict(zip(codes["code"], codes["label_nl"], strict=True))


def submission_statuses(codes: pd.DataFrame) -> dict[str, str]:
    """The states of a submission with their labels: the warehouse's own where it has them."""
    return texts.SUBMISSION_STATUSES | labels(codes)


def filtered(rows: pd.DataFrame, status: str, problem: str) -> pd.DataFrame:
    """The submissions with a status and a kind of problem; 'any' leaves that question open."""
    kept = rows if status == "any" else rows[rows["status"] == status]
    if problem == "late":
        return kept[kept["is_late"].fillna(False).astype(bool)]
    return kept if problem == "any" else kept[kept[[f"n_{name}" for name in PROBLEM_KINDS[problem]]].sum(axis=1) > 0]


def by_theme(registry: pd.DataFrame) -> list[tuple[str, list[Mapping[str, object]]]]:
    """The registry's rows per theme, in order."""
    return [(str(theme), rows.to_dict("records")) for theme, rows in registry.groupby("theme_nl", sort=False)]


def explained(codes: pd.DataFrame, meanings: Mapping[str, str]) -> pd.DataFrame:
    """A code list with the meaning of each label."""
    return pd.DataFrame(
        {texts.STATUS: codes["label_nl"], "Betekenis": [meanings.get(code, "") for code in codes["code"]]}
    )
