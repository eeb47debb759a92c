"""The statistics of the synthetic publication, in plain Python, for the tests only."""

from dataclasses import dataclass

MIN_PEERS = 5
BAND = (80.0, None)
Row = dict[str, object]


@dataclass(frozen=True)
class Peers:
    """The rows of the peers of one authority."""

    rows: list[Row]

    @property
    def reported(self) -> list[Row]:
        return [row for row in self.rows if row["status"] == "reported"]


def quantile(values: list[float], share: float) -> float:
    """Interpolate linearly between the two nearest values (type 7)."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def benchmark(own: Row, peers: Peers, polarity: str) -> Row:
    """Place one value among its peers, with the columns of ``fct_benchmarks``."""
    values = [float(row["value"]) for row in peers.reported]
    enough = len(values) >= MIN_PEERS
    value = own["value"] if own["status"] == "reported" else None
    names = ("p10", "p25", "median", "p75", "p90")
    result = dict.fromkeys(names)
    if enough:
        result = {name: quantile(values, share) for name, share in zip(names, (0.1, 0.25, 0.5, 0.75, 0.9), strict=True)}
    both = enough and value is not None
    lower, upper = BAND if polarity == "target_band" else (None, None)
    return result | {
        "n_peers": len(values),
        "peers_total": len(peers.rows),
        "weighted_mean": _weighted(peers) if enough else None,
        "weighted_mean_reason": None if enough else "too_few_peers",
        "rank": _rank(value, values, polarity) if both else None,
        "percentile_rank": _percentile(value, values) if both else None,
        "quartile": 1 + sum(value > result[name] for name in ("p25", "median", "p75")) if both else None,
        "difference": value - result["median"] if both else None,
        "judgement": _judge(value, result, polarity, lower) if both else "none",
        "reason": None if both else "too_few_peers" if value is not None else "no_own_value",
        "value": own["value"],
        "status": own["status"],
        "numerator": own["numerator"],
        "denominator": own["denominator"],
        "band_lower": lower,
        "band_upper": upper,
    }


def _weighted(peers: Peers) -> float:
    return sum(row["numerator"] for row in peers.reported) / sum(row["denominator"] for row in peers.reported)


def _rank(value: float, values: list[float], polarity: str) -> int | None:
    if polarity == "target_band":
        return None
    ahead = [other for other in values if (other < value if polarity == "lower" else other > value)]
    return 1 + len(ahead)


def _percentile(value: float, values: list[float]) -> float:
    lower = sum(other < value for other in values)
    equal = sum(other == value for other in values)
    return (lower + equal / 2) / len(values) * 100


def _judge(value: float, result: Row, polarity: str, lower: float | None) -> str:
    if polarity == "target_band":
        return "in_band" if value >= lower else "below_band"
    if result["p25"] <= value <= result["p75"]:
        return "similar"
    is_high = value > result["p75"]
    if polarity == "neutral":
        return "higher" if is_high else "lower"
    return "better" if is_high == (polarity == "higher") else "worse"
