"""The same figures as an analyst would write them in pandas: clear, one group after the other, no tricks.

A sample of the authorities is enough to time it: the work per authority does not depend on how many are asked for.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from bench.marts.workload import seed_rows

GROUPS = ("all", "province", "reference_region", "size_class", "service_level", "belfius_cluster")
PERCENTS = (0.1, 0.25, 0.5, 0.75, 0.9)
KEYS = ["year", "care_type", "indicator_code"]


def run(raw: Path, seeds: Path, authorities: int) -> int:
    """Compute the values of all, and the benchmarks of the first so many authorities. Gives how many benchmarks."""
    values = _values(_measures(raw, seeds), seeds)
    frame = pd.DataFrame(seed_rows("authorities", seeds)).assign(all="all")
    n_done = 0
    for nis_code in frame["nis_code"].head(authorities):
        own = values[values["nis_code"] == nis_code].set_index(KEYS)["value"]
        for group in [*GROUPS, "nearest"]:
            peers = _nearest(values, nis_code) if group == "nearest" else _members(frame, group, nis_code)
            n_done += len(_benchmarks(values[values["nis_code"].isin(peers)], own))
    return n_done


def _measures(raw: Path, seeds: Path) -> pd.DataFrame:
    table = pq.read_table(raw / "bulk_measures" / "year=2025" / "bench.parquet", partitioning=None)
    frame = table.to_pandas().assign(value=lambda rows: rows["value"].astype(float))
    wide = frame.pivot_table(index=["nis_code", "year", "care_type"], columns="measure", values="value")
    measures = {row["measure"]: row for row in seed_rows("measures", seeds)}
    summed = [name for name, row in measures.items() if row["sheet"] not in ("context", "submission")]
    parts = wide.drop("all", level="care_type")
    totals = parts[summed].groupby(level=["nis_code", "year"]).sum(min_count=1)
    for name in summed:
        n_parts = len([one for one in measures[name]["care_types"].split() if one != "all"])
        counted = parts[name].groupby(level=["nis_code", "year"]).count()
        totals[name] = totals[name].where(counted == n_parts)
    known = wide.xs("all", level="care_type").drop(columns=summed)
    whole = totals.join(known, how="outer").assign(care_type="all").set_index("care_type", append=True)
    return pd.concat([parts, whole])


def _values(wide: pd.DataFrame, seeds: Path) -> pd.DataFrame:
    parts = []
    for row in seed_rows("indicators", seeds):
        asked = wide[wide.index.get_level_values("care_type").isin(row["care_types"].split())]
        numerator, denominator = asked.eval(row["numerator"]), asked.eval(row["denominator"])
        part = pd.DataFrame({"numerator": numerator, "denominator": denominator})
        part["value"] = float(row["multiplier"]) * numerator / denominator.replace(0, np.nan)
        parts.append(part.assign(indicator_code=row["indicator_code"]).reset_index())
    return pd.concat(parts).dropna(subset=["value"])


def _members(frame: pd.DataFrame, group: str, nis_code: str) -> pd.Series:
    own = frame.loc[frame["nis_code"] == nis_code, group].iloc[0]
    return frame.loc[(frame[group] == own) & (frame["nis_code"] != nis_code), "nis_code"]


def _nearest(values: pd.DataFrame, nis_code: str) -> pd.Index:
    """The fifteen nearest on one indicator only: an analyst's short cut, in the analyst's favour."""
    latest = values[(values["year"] == values["year"].max()) & (values["care_type"] == "all")]
    sizes = latest[latest["indicator_code"] == "cost_per_place"].set_index("nis_code")["value"]
    if nis_code not in sizes.index:
        return sizes.index[:15]
    return (np.log(sizes) - np.log(sizes[nis_code])).abs().drop(nis_code).nsmallest(15).index


def _benchmarks(peers: pd.DataFrame, own: pd.Series) -> pd.DataFrame:
    grouped = peers.groupby(KEYS)
    result = grouped["value"].quantile(PERCENTS).unstack()
    result["n_peers"] = grouped.size()
    sums = grouped[["numerator", "denominator"]].sum()
    result["weighted_mean"] = sums["numerator"] / sums["denominator"]
    compared = peers.join(own.rename("own"), on=KEYS)
    result["n_lower"] = (compared["value"] < compared["own"]).groupby([compared[key] for key in KEYS]).sum()
    result["difference"] = own - result[0.5]
    return result[result["n_peers"] >= 5]
