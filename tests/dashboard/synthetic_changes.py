"""What changed from year to year in the synthetic publication."""

from __future__ import annotations

import numpy as np
import pandas as pd

GRAIN = ["nis_code", "care_type", "indicator_code"]
IN_PERCENT = ("sickness_absence", "occupancy")


def changes(values: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """Every value beside that of the year before, in the columns of ``fct_changes``."""
    kept = values[[*GRAIN, "year", "value", "status"]]
    earlier = kept.assign(year=kept["year"] + 1).rename(columns={"value": "value_before", "status": "status_before"})
    rows = kept.merge(earlier, on=[*GRAIN, "year"])
    is_known = (rows["status"] == "reported") & (rows["status_before"] == "reported")
    rows["change"] = (rows["value"] - rows["value_before"]).where(is_known)
    rows["change_share"] = (rows["change"] / rows["value_before"]).where(~rows["indicator_code"].isin(IN_PERCENT))
    sizes = rows.assign(size=rows["change"].abs().round(9)).groupby([*GRAIN[1:], "year"])["size"]
    rows["change_percentile"] = (sizes.rank(method="min") - 1) / (sizes.transform("count") - 1) * 100
    rows["has_break"] = [_is_broken(row, breaks) for row in rows.to_dict("records")]
    return rows


def _is_broken(row: dict[str, object], breaks: pd.DataFrame) -> bool:
    concerns = (breaks["year"] == row["year"]) & breaks["nis_code"].isin([row["nis_code"], None, np.nan])
    return bool((concerns & (breaks["care_type"].isin([row["care_type"], None, np.nan]))).any())
