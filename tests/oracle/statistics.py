"""What some peers together say about one value: quantiles, weighted mean, place, judgement. All by brute force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

MIN_PEERS = 5
DOMINANCE = 0.75
QUANTILES = {"p10": 0.1, "p25": 0.25, "median": 0.5, "p75": 0.75, "p90": 0.9}
WORDS = {"higher": ("better", "worse"), "lower": ("worse", "better"), "neutral": ("higher", "lower")}
"""Polarity to what a value above and below the middle half is called."""
Columns = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the registry says about the indicator at hand."""

    multiplier: float
    polarity: str
    band: tuple[float | None, float | None] | None


class Values(NamedTuple):
    """One indicator, year and type of care: a place per authority; NaN where there is no number."""

    value: np.ndarray
    status: np.ndarray
    numerator: np.ndarray
    denominator: np.ndarray


def twelve_digits(values: np.ndarray) -> np.ndarray:
    """Round to twelve significant digits: equal there is equal."""
    with np.errstate(divide="ignore", invalid="ignore"):
        exponent = np.where(values == 0, 0, np.floor(np.log10(np.abs(values))))
        factor = 10.0 ** (11 - exponent)
        return np.where(np.isfinite(values), np.round(values * factor) / factor, values)


def statistics(values: Values, peers: np.ndarray, setting: Setting) -> Columns:
    """Compare each authority with its peers.

    Args:
        values: of one indicator, year and type of care.
        peers: authorities × places: the positions of the peers in `values`, -1 where there is no more.
        setting: polarity, multiplier and band of the indicator.
    """
    is_reported = values.status == "reported"
    counts = (peers >= 0) & is_reported[peers]
    of_peers = np.sort(np.where(counts, values.value[peers], np.nan), axis=1)
    n_peers = counts.sum(axis=1)
    is_shown = n_peers >= MIN_PEERS
    result: Columns = {"peers_total": (peers >= 0).sum(axis=1), "n_peers": n_peers}
    for name, share in QUANTILES.items():
        result[name] = np.where(is_shown, _quantile(of_peers, n_peers, share), np.nan)
    mean, reason = _weighted_mean(values, peers, counts, setting.multiplier)
    result["weighted_mean"] = np.where(is_shown, mean, np.nan)
    result["weighted_mean_reason"] = np.where(is_shown, reason, "too_few_peers")
    result |= _place(values.value, of_peers, result, is_reported & is_shown, setting.polarity)
    return result | _judgement(values, result, setting)


def _quantile(sorted_values: np.ndarray, n: np.ndarray, share: float) -> np.ndarray:
    """Type 7: at (n − 1) × share, between its two neighbours."""
    last = np.maximum(n - 1, 0)
    below = np.floor(last * share).astype(int)
    above = np.minimum(below + 1, last)
    rows = np.arange(len(n))
    low, high = sorted_values[rows, below], sorted_values[rows, above]
    return low + (high - low) * (last * share - below)


def _weighted_mean(
    values: Values, peers: np.ndarray, counts: np.ndarray, multiplier: float
) -> tuple[np.ndarray, np.ndarray]:
    numerators = np.where(counts, values.numerator[peers], 0)
    denominators = np.where(counts, values.denominator[peers], 0)
    total = denominators.sum(axis=1)
    dominates = np.abs(denominators).max(axis=1) > DOMINANCE * np.abs(total)
    reason = np.where(total == 0, "no_denominator", np.where(dominates, "one_peer_dominates", None))
    has_mean = (total != 0) & ~dominates
    nothing = np.full(len(total), np.nan)
    return np.divide(multiplier * numerators.sum(axis=1), total, out=nothing, where=has_mean), reason


def _place(own: np.ndarray, of_peers: np.ndarray, result: Columns, has_place: np.ndarray, polarity: str) -> Columns:
    mine, others = twelve_digits(own)[:, None], twelve_digits(of_peers)
    lower, equal, higher = ((others < mine).sum(axis=1), (others == mine).sum(axis=1), (others > mine).sum(axis=1))
    better = lower if polarity == "lower" else higher
    p25, median, p75 = (twelve_digits(result[name]) for name in ("p25", "median", "p75"))
    value = mine[:, 0]
    quartile = np.select([value < p25, value > p75, value <= median], [1, 4, 2], 3)
    columns = {
        "percentile_rank": (lower + equal / 2) / np.maximum(result["n_peers"], 1) * 100,
        "quartile": quartile,
        "difference": own - result["median"],
    }
    if polarity != "target_band":
        columns["rank"] = better + 1
    nothing = np.full(len(own), np.nan)
    return {"rank": nothing} | {name: np.where(has_place, column, np.nan) for name, column in columns.items()}


def _judgement(values: Values, result: Columns, setting: Setting) -> Columns:
    own = twelve_digits(values.value)
    if setting.polarity == "target_band":
        judgement, reason = _against_band(own, setting.band)
    else:
        judgement, reason = _against_peers(own, result, WORDS[setting.polarity])
    is_reported = values.status == "reported"
    lower, upper = setting.band or (None, None)
    return {
        "judgement": np.where(is_reported, judgement, "none"),
        "reason": np.where(is_reported, reason, values.status),
        "band_lower": np.full(len(own), np.nan if lower is None else lower),
        "band_upper": np.full(len(own), np.nan if upper is None else upper),
    }


def _against_peers(own: np.ndarray, result: Columns, words: tuple[str, str]) -> tuple[np.ndarray, np.ndarray]:
    p25, p75 = twelve_digits(result["p25"]), twelve_digits(result["p75"])
    too_few = result["n_peers"] < MIN_PEERS
    judgement = np.select([too_few, own > p75, own < p25], ["none", *words], "similar")
    return judgement, np.where(too_few, "too_few_peers", None)


def _against_band(own: np.ndarray, band: tuple[float | None, float | None] | None) -> tuple[np.ndarray, np.ndarray]:
    n = len(own)
    if band is None:
        return np.full(n, "none"), np.full(n, "no_band", dtype=object)
    lower, upper = -np.inf if band[0] is None else band[0], np.inf if band[1] is None else band[1]
    judgement = np.select([own < lower, own > upper], ["below_band", "above_band"], "in_band")
    return judgement, np.full(n, None, dtype=object)
