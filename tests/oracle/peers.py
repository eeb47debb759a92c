"""Who stands beside whom: the members of the fixed groups, and the nearest peers by brute force."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from tests.oracle.definitions import TOTAL, WITHOUT_VALUE, Definitions, Figure
from tests.oracle.measures import Measures

NEAREST = 15
SMALLEST_SPREAD = 1e-9
SMALLEST_SHARE = 0.3
FAR = 1.0


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a profile with its value per authority (NaN when it has none), in spreads."""

    values: np.ndarray
    weight: float


def nearest_peers(measures: Measures, definitions: Definitions) -> pd.DataFrame:
    """One row per authority, year, type of care, theme and peer: rank, distance and quality of the match."""
    themes_of: dict[str, list[str]] = {}
    for row in definitions.rows("theme_profiles"):
        themes_of.setdefault(row["profile"], []).append(row["theme"])
    frames = []
    for year in measures.years:
        for care_type in (*definitions.care_types, TOTAL):
            for profile, themes in themes_of.items():
                of_profile = _of_profile(measures, definitions, year, care_type, profile)
                frames += [of_profile.assign(year=year, care_type=care_type, theme=theme) for theme in themes]
    return pd.concat(frames, ignore_index=True)


def _of_profile(measures: Measures, definitions: Definitions, year: int, care_type: str, profile: str) -> pd.DataFrame:
    codes = sorted({unit.authority for unit in definitions.units_of(year)})
    offer = definitions.offer_measures[care_type]
    is_candidate = np.array([_offers(measures.today.get((code, year, care_type, offer))) for code in codes])
    features = []
    for row in (row for row in definitions.rows("peer_features") if row["profile"] == profile):
        values = _feature_values(measures, row, codes, year, care_type)
        features += _scaled(values, is_candidate, float(row["weight"]))
    distances, is_whole = _distances(features, is_candidate)
    rows = [row for own in range(len(codes)) for row in _ranked(codes, own, distances[own], is_whole[own])]
    frame = pd.DataFrame(rows, columns=["nis_code", "peer_nis_code", "peer_rank", "distance", "match_quality"])
    return frame.astype({"peer_rank": int, "distance": float})


def _offers(offered: Figure | None) -> bool:
    return offered is not None and offered.status not in WITHOUT_VALUE and offered.value > 0


def _feature_values(measures: Measures, row: dict[str, str], codes: list[str], year: int, care_type: str) -> np.ndarray:
    values, below = (
        np.array([_reported(measures, code, year, care_type, row[side]) for code in codes], dtype=float)
        for side in ("numerator", "denominator")
    )
    if row["denominator"]:
        values = np.divide(values, below, out=np.full(len(codes), np.nan), where=below != 0)
    if row["transform"] == "log":
        values = np.log(values, out=np.full(len(codes), np.nan), where=values > 0)
    return values


def _reported(measures: Measures, code: str, year: int, care_type: str, measure: str) -> float:
    figure = measures.today.get((code, year, care_type, measure))
    return float(figure.value) if figure and figure.status == "reported" else np.nan


def _scaled(values: np.ndarray, is_candidate: np.ndarray, weight: float) -> list[Feature]:
    known = values[~np.isnan(values) & is_candidate]
    spread = np.quantile(known, 0.9) - np.quantile(known, 0.1) if len(known) else 0
    return [Feature(values / spread, weight)] if spread > SMALLEST_SPREAD else []


def _distances(features: list[Feature], is_candidate: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Authorities × candidates: the distance (NaN where none is taken), and whether all features are shared."""
    n = len(is_candidate)
    squares, shared, all_weights = np.zeros((n, n)), np.zeros((n, n)), 0.0
    is_whole = np.ones((n, n), dtype=bool)
    for feature in features:
        difference = feature.values[:, None] - feature.values[None, :]
        both = ~np.isnan(difference)
        squares += np.where(both, feature.weight * np.nan_to_num(difference) ** 2, 0)
        shared += feature.weight * both
        is_whole &= both
        all_weights += feature.weight
    is_enough = (shared > 0) & (shared >= SMALLEST_SHARE * all_weights) & is_candidate[None, :]
    mean = np.divide(squares, shared, out=np.full((n, n), np.nan), where=is_enough)
    distances = np.round(np.sqrt(mean), 9)
    np.fill_diagonal(distances, np.nan)
    return distances, is_whole


def _ranked(
    codes: list[str], own: int, distances: np.ndarray, is_whole: np.ndarray
) -> list[tuple[str, str, int, float, str]]:
    """The nearest first; equal distances in the order of the codes, which are sorted."""
    nearest = np.argsort(distances, kind="stable")[:NEAREST]  # what has no distance comes last
    order = [other for other in nearest if not np.isnan(distances[other])]
    is_far = bool(order) and distances[order[-1]] > FAR
    quality = "limited" if not all(is_whole[order]) else "far" if is_far else "good"
    return [(codes[own], codes[other], place, distances[other], quality) for place, other in enumerate(order, 1)]
