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
    wide = _measures(raw, seeds)
    values = _values(wide, seeds)
    frame = pd.DataFrame(seed_rows("authorities", seeds)).assign(all="all")
    n_done = 0
    for nis_code in frame["nis_code"].head(authorities):
        own = values[values["nis_code"] == nis_code].set_index(KEYS)["value"]
        for group in GROUPS:
            peers = _members(frame, group, nis_code)
            n_done += len(_benchmarks(values[values["nis_code"].isin(peers)], own, seeds))
        n_done += len(_benchmarks(values.merge(_nearest(wide, nis_code, seeds)), own, seeds))
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


def _nearest(wide: pd.DataFrame, nis_code: str, seeds: Path) -> pd.DataFrame:
    """The fifteen nearest of one authority per year, type of care and indicator (that of its theme's features)."""
    themes = {row["theme"]: row["profile"] for row in seed_rows("theme_profiles", seeds)}
    profiles = {row["indicator_code"]: themes[row["theme"]] for row in seed_rows("indicators", seeds)}
    features = pd.DataFrame(seed_rows("peer_features", seeds))
    parts = []
    for (year, care_type), part in wide.groupby(level=["year", "care_type"]):
        measures = part.reset_index(["year", "care_type"], drop=True)
        for profile, rows in features.groupby("profile"):
            nearest = _nearest_of(measures, nis_code, rows)
            parts.append(pd.DataFrame({"nis_code": nearest, "year": year, "care_type": care_type, "profile": profile}))
    indicators = pd.DataFrame(profiles.items(), columns=["indicator_code", "profile"])
    return pd.concat(parts).merge(indicators, on="profile").drop(columns="profile")


def _nearest_of(measures: pd.DataFrame, nis_code: str, features: pd.DataFrame) -> list[str]:
    columns, weights = {}, {}
    for row in features.to_dict("records"):
        value = measures[row["numerator"]]
        if row["denominator"]:
            value = value / measures[row["denominator"]]
        columns[row["feature"]] = np.log(value.where(value > 0)) if row["transform"] == "log" else value
        weights[row["feature"]] = float(row["weight"])
    frame = pd.DataFrame(columns)
    candidates = frame[measures["places_licensed"] > 0]
    spread = candidates.quantile(0.9) - candidates.quantile(0.1)
    scaled = frame / spread.where(spread > 1e-9)
    if nis_code not in scaled.index:
        return []
    squares = ((scaled.loc[candidates.index] - scaled.loc[nis_code]) ** 2).drop(nis_code, errors="ignore")
    known = squares.notna().mul(pd.Series(weights)).sum(axis=1)
    distances = np.sqrt(squares.mul(pd.Series(weights)).sum(axis=1) / known.where(known > 0)).round(9)
    return list(distances.dropna().sort_index().nsmallest(15).index)


def _benchmarks(peers: pd.DataFrame, own: pd.Series, seeds: Path) -> pd.DataFrame:
    grouped = peers.groupby(KEYS)
    result = grouped["value"].quantile(PERCENTS).unstack()
    result["n_peers"] = grouped.size()
    sums = grouped[["numerator", "denominator"]].sum()
    result["weighted_mean"] = sums["numerator"] / sums["denominator"]
    result["largest"] = grouped["denominator"].max() / sums["denominator"]
    compared = peers.join(own.rename("own"), on=KEYS)
    keys = [compared[key] for key in KEYS]
    result["n_lower"] = (compared["value"] < compared["own"]).groupby(keys).sum()
    result["n_equal"] = (compared["value"] == compared["own"]).groupby(keys).sum()
    result = result[result["n_peers"] >= 5].join(own.rename("value"))
    polarity = {row["indicator_code"]: row["polarity"] for row in seed_rows("indicators", seeds)}
    result["polarity"] = result.index.get_level_values("indicator_code").map(polarity)
    higher = result["n_peers"] - result["n_lower"] - result["n_equal"]
    result["rank"] = np.where(result["polarity"] == "lower", result["n_lower"], higher) + 1
    result["percentile_rank"] = (result["n_lower"] + result["n_equal"] / 2) / result["n_peers"] * 100
    result["difference"] = result["value"] - result[0.5]
    result["judgement"] = _judged(result)
    return result


def _judged(rows: pd.DataFrame) -> np.ndarray:
    is_higher = rows["value"] > rows[0.75]
    is_good = is_higher == (rows["polarity"] == "higher")
    cases = {
        "none": rows["value"].isna() | (rows["polarity"] == "target_band"),
        "similar": rows["value"].between(rows[0.25], rows[0.75]),
        "higher": (rows["polarity"] == "neutral") & is_higher,
        "lower": rows["polarity"] == "neutral",
        "better": is_good,
    }
    return np.select(list(cases.values()), list(cases), "worse")
