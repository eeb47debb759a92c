"""Every authority beside every peer group, for every indicator: the positions of the peers, and what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import pandas as pd

from tests.oracle.definitions import Definitions
from tests.oracle.statistics import Columns, Setting, Values, statistics

TEXTS = {"nis_code", "care_type", "indicator_code", "status", "weighted_mean_reason", "judgement", "reason"}
PeersOf = Callable[[int, str, str], np.ndarray]
"""Year, type of care, theme to the positions of each authority's peers."""
Groups = dict[str, tuple[np.ndarray, PeersOf]]


def benchmarks(values: pd.DataFrame, peers: pd.DataFrame, definitions: Definitions) -> pd.DataFrame:
    """Give the mart of benchmarks, from all indicator values and all nearest peers."""
    columns: dict[str, list[np.ndarray]] = defaultdict(list)
    for part in _parts(values, peers, definitions):
        for name, column in part.items():
            columns[name].append(column)
    return pd.DataFrame({name: np.concatenate(arrays) for name, arrays in columns.items()})


def _parts(values: pd.DataFrame, peers: pd.DataFrame, definitions: Definitions) -> Iterator[Columns]:
    codes = np.array(sorted(values["nis_code"].unique()), dtype=object)
    groups = _peers_of_groups(list(codes), peers, definitions)
    ordered = values.sort_values(["indicator_code", "year", "care_type", "nis_code"])
    arrays = {name: ordered[name].to_numpy(dtype=object if name in TEXTS else None) for name in ordered.columns}
    for start in range(0, len(ordered), len(codes)):
        rows = {name: array[start : start + len(codes)] for name, array in arrays.items()}
        indicator, year, care_type = (rows[name][0] for name in ("indicator_code", "year", "care_type"))
        row = definitions.formulas[indicator].row
        band = definitions.bands(year).get((indicator, care_type)) if row["polarity"] == "target_band" else None
        setting = Setting(float(row["multiplier"]), row["polarity"], band)
        own = Values(rows["value"], rows["status"], rows["numerator"], rows["denominator"])
        for group, (group_codes, peers_of) in groups.items():
            compared = statistics(own, peers_of(year, care_type, row["theme"]), setting)
            name = np.full(len(codes), group, dtype=object)
            yield rows | compared | {"peer_group": name, "group_code": group_codes}


def _peers_of_groups(codes: list[str], peers: pd.DataFrame, definitions: Definitions) -> Groups:
    authorities = {row["nis_code"]: row for row in definitions.rows("authorities")}
    groups: Groups = {}
    for row in definitions.rows("peer_groups"):
        name = row["peer_group"]
        if row["kind"] == "nearest":
            nobody = np.full(len(codes), None, dtype=object)
            groups[name] = (nobody, partial(_nearest, _nearest_positions(codes, peers), len(codes)))
        else:
            group_codes = [name if name == "all" else authorities[code][name] or None for code in codes]
            groups[name] = (np.array(group_codes, dtype=object), partial(_always, _others(group_codes)))
    return groups


def _always(positions: np.ndarray, *_: object) -> np.ndarray:
    return positions


def _nearest(known: dict[tuple[int, str, str], np.ndarray], n: int, *key: object) -> np.ndarray:
    return known.get(key, np.full((n, 1), -1))


def _others(group_codes: list[str | None]) -> np.ndarray:
    """The positions of everyone with the same code, without oneself; -1 fills up."""
    members = [
        [other for other, theirs in enumerate(group_codes) if theirs == own and own is not None and other != place]
        for place, own in enumerate(group_codes)
    ]
    width = max(map(len, members), default=0) or 1
    return np.array([row + [-1] * (width - len(row)) for row in members])


def _nearest_positions(codes: list[str], peers: pd.DataFrame) -> dict[tuple[int, str, str], np.ndarray]:
    place = {code: number for number, code in enumerate(codes)}
    positions = {}
    for key, rows in peers.groupby(["year", "care_type", "theme"]):
        of_key = np.full((len(codes), rows["peer_rank"].max()), -1)
        own, others = rows["nis_code"].map(place).to_numpy(), rows["peer_nis_code"].map(place).to_numpy()
        of_key[own, rows["peer_rank"].to_numpy() - 1] = others
        positions[key] = of_key
    return positions
