"""The rows that the page Peers shows: peers with their features, and groups as a whole."""

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard import format as belgian
from dashboard.indicators import Indicator
from dashboard.language import translated as _

Formats = dict[str, Callable[[object], str]]


def feature_rows(compared: pd.DataFrame) -> pd.DataFrame:
    """One row per peer and feature that both have, with the words that the chart shows; values keep their unit."""
    known = compared.dropna(subset=["own_value", "peer_value"])
    records = known.to_dict("records")
    return known.assign(
        feature_label=known["label"],
        peer_label=_labels(known["name"]),
        own_shown=[_shown(row, "own_value") for row in records],
        peer_shown=[_shown(row, "peer_value") for row in records],
    )


def _shown(row: Mapping[str, object], column: str) -> str:
    return belgian.quantity(row[column], str(row["unit"]), int(row["decimals"]))


def _labels(names: pd.Series) -> list[str]:
    return [_("bestuur zonder naam") if belgian.is_missing(name) else str(name) for name in names]


def nearest_table(peers: pd.DataFrame, compared: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per peer: place, name, distance, the feature that sets it most apart, and its value on each feature."""
    table = pd.DataFrame(
        {
            _("Plaats"): peers["peer_rank"],
            _("Bestuur"): _labels(peers["name"]),
            _("Afstand"): peers["distance"],
            _("Verschilt het meest in"): peers["peer_nis_code"].map(_most_apart(compared)).fillna(""),
        }
    )
    formats: Formats = {_("Afstand"): _distance}
    for feature, rows in compared.groupby("label", sort=False):
        if rows["peer_value"].isna().all():
            continue
        head = _with_unit(str(feature), str(rows["unit"].iloc[0]))
        table[head] = peers["peer_nis_code"].map(rows.set_index("peer_nis_code")["peer_value"]).to_numpy()
        formats[head] = _with_decimals(int(rows["decimals"].iloc[0]))
    return table, formats


def _with_unit(label: str, unit: str) -> str:
    return label if unit.lower() in label.lower() else f"{label} ({unit})"


def _most_apart(compared: pd.DataFrame) -> dict[str, str]:
    """Per peer the feature with the largest share of the distance, and that share."""
    known = compared.dropna(subset=["distance_share"])
    largest = known.loc[known.groupby("peer_nis_code")["distance_share"].idxmax()]
    return {
        str(row["peer_nis_code"]): f"{row['label']} ({belgian.percentage(row['distance_share'])})"
        for row in largest.to_dict("records")
    }


def _with_decimals(decimals: int) -> Callable[[object], str]:
    return lambda value: belgian.number(value, decimals)


def _distance(value: object) -> str:
    return belgian.number(value, 2)


def map_rows(places: pd.DataFrame) -> pd.DataFrame:
    """The dots that stand out on the map, with their labels; peers not to be named stay grey like all others."""
    kept = places[places["name"].notna()]
    return kept.assign(label=kept["name"], quarter_label="", shown="")


def group_rows(groups: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The groups of a kind as the bars of a ranking: those without a figure for the whole stay out."""
    rows = groups[groups["weighted_mean"].notna()].reset_index(drop=True)
    shown = [indicator.show(value) for value in rows["weighted_mean"]]
    labels = [f"◆ {label}" if own else label for label, own in zip(rows["label"], rows["is_own"], strict=True)]
    return rows.assign(
        value=rows["weighted_mean"],
        place=range(1, len(rows) + 1),
        shown=shown,
        label_and_value=[f"{label}: {value}" for label, value in zip(rows["label"], shown, strict=True)],
        label=labels,
    )


def groups_table(groups: pd.DataFrame, indicator: Indicator) -> tuple[pd.DataFrame, Formats]:
    """One row per group: the whole, the spread inside it, and how many authorities stand behind it."""
    figures = {
        _("Groep (som/som)"): "weighted_mean",
        _("Kwart ligt lager dan"): "p25",
        _("Mediaan"): "median",
        _("Kwart ligt hoger dan"): "p75",
    }
    table = pd.DataFrame({_("Groep"): groups["label"]} | {head: groups[name] for head, name in figures.items()})
    table[_("Plaats")] = groups["rank"]
    table[_("Met cijfer")] = [
        _("{n} van {total}").format(n=row["n_values"], total=row["n_authorities"]) for row in groups.to_dict("records")
    ]
    return table, dict.fromkeys(figures, indicator.show) | {_("Plaats"): _place}


def _place(value: object) -> str:
    return "" if belgian.is_missing(value) else belgian.number(value)
