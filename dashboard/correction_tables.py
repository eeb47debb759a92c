"""The rows that the page Correcties shows."""

from collections.abc import Iterable, Mapping

import pandas as pd

from dashboard import format as belgian
from dashboard import texts
from dashboard import texts_corrections as own
from dashboard.indicators import Indicator
from dashboard.language import translated as _


def causes_table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per publication and cause: how many figures changed, and of how many authorities."""
    return pd.DataFrame(
        {
            _(own.PUBLICATION): rows["publication_number"].astype(str),
            _("Datum"): [belgian.day(day) for day in rows["published_on"]],
            _(own.CAUSE): rows["cause_label"],
            _(own.FIGURES_CHANGED): rows["n_figures"],
            _(own.VALUES_CHANGED): rows["n_values"],
            _("Besturen"): rows["n_authorities"],
        }
    )


def summary(number: int, causes: pd.DataFrame) -> str:
    """How many figures a publication changed, and of how many the value itself."""
    rows = causes[causes["publication_number"] == number]
    counts = {
        name: belgian.number(rows[column].sum()) for name, column in (("n", "n_figures"), ("n_values", "n_values"))
    }
    return _(own.SUMMARY).format(number=number, **counts)


def corrections_table(rows: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """One row per changed figure, as text because units differ."""
    records = rows.to_dict("records")
    return pd.DataFrame(
        {
            _("Bestuur"): [_(own.UNNAMED) if belgian.is_missing(row["name"]) else row["name"] for row in records],
            _(texts.YEAR): [str(row["year"]) for row in records],
            _(texts.CARE_TYPE): [row["care_type_label"] for row in records],
            _(texts.INDICATOR): [indicators[row["indicator_code"]].label for row in records],
            _(own.WAS): [indicators[row["indicator_code"]].show(row["old_value"]) for row in records],
            _(own.IS): [indicators[row["indicator_code"]].show(row["new_value"]) for row in records],
            _(own.STATUS_WAS): [row["old_status_label"] for row in records],
            _(own.STATUS_IS): [row["new_status_label"] for row in records],
            _(own.CAUSE): [row["cause_label"] for row in records],
            _(own.WHY): ["" if belgian.is_missing(row["why_nl"]) else row["why_nl"] for row in records],
            _(own.VERSIONS): [_versions(row) for row in records],
            _(own.MOVED): ["" if belgian.is_missing(n) else belgian.number(n) for n in rows["n_moved"]],
        }
    )


def _versions(row: Mapping[str, object]) -> str:
    old, new = (
        "–" if belgian.is_missing(row[name]) else belgian.number(row[name]) for name in ("from_version", "to_version")
    )
    return old if old == new else _(own.VERSION_CHANGE).format(old=old, new=new)


def differences_table(
    rows: Iterable[Mapping[str, object]],
    indicators: Mapping[str, Indicator],
    names: Mapping[str, str],
    care_types: Mapping[str, str],
    statuses: Mapping[str, str],
) -> pd.DataFrame:
    """One row per figure that two publications show otherwise, as text; the names are of those that may be named."""
    records = [row for row in rows if row["indicator_code"] in indicators]
    return pd.DataFrame(
        {
            _("Bestuur"): [names.get(str(row["nis_code"]), _(own.UNNAMED)) for row in records],
            _(texts.YEAR): [str(row["year"]) for row in records],
            _(texts.CARE_TYPE): [care_types.get(str(row["care_type"]), row["care_type"]) for row in records],
            _(texts.INDICATOR): [indicators[str(row["indicator_code"])].label for row in records],
            _(own.WAS): [indicators[str(row["indicator_code"])].show(row["old_value"]) for row in records],
            _(own.IS): [indicators[str(row["indicator_code"])].show(row["new_value"]) for row in records],
            _(own.STATUS_WAS): [_status(row["old_status"], statuses) for row in records],
            _(own.STATUS_IS): [_status(row["new_status"], statuses) for row in records],
        }
    )


def _status(code: object, statuses: Mapping[str, str]) -> str:
    return _(own.ABSENT) if belgian.is_missing(code) else statuses.get(str(code), str(code))
