"""What sums up where an authority stands: what stands out among the peers, and what moved most."""

from collections.abc import Mapping

from dashboard import format as belgian
from dashboard import texts_overview as texts
from dashboard.indicators import Indicator
from dashboard.language import translated as _

Row = Mapping[str, object]


def theme(row: Row) -> str:
    """Where the indicators of one theme lie among the peers."""
    total, placed, low, middle, high = (
        belgian.number(row[name]) for name in ("n_indicators", "n_placed", "n_low", "n_middle", "n_high")
    )
    if row["n_placed"] == 0:
        return _(texts.THEME_NOT_PLACED).format(total=total)
    return _(texts.THEME_PLACED).format(total=total, placed=placed, low=low, middle=middle, high=high)


def stands_out(indicators: Mapping[str, Indicator], row: Row | None) -> str:
    """Name what lies furthest from the peers, in the words of its judgement."""
    if row is None:
        return _(texts.NOTHING_STANDS_OUT)
    indicator = indicators[str(row["indicator_code"])]
    known = not belgian.is_missing(row["median"])
    beside = _(texts.BESIDE_MEDIAN).format(median=indicator.show(row["median"])) if known else ""
    return _(texts.STANDS_OUT).format(
        indicator=indicator.label,
        value=indicator.show(row["value"]),
        judgement=row["judgement_label"],
        beside=beside,
    )


def moved_most(indicators: Mapping[str, Indicator], row: Row | None, counts: Row, year: int) -> str:
    """Name what moved most since the year before, what the peers' median did meanwhile, and a break between them."""
    if row is None:
        told = texts.NOTHING_MOVED if counts["n_changes"] else texts.NO_CHANGES
        return _(told).format(before=year - 1, year=year)
    indicator = indicators[str(row["indicator_code"])]
    told = texts.MOVED_UP if row["change"] > 0 else texts.MOVED_DOWN
    moved = _(told).format(
        before=year - 1,
        indicator=indicator.label,
        start=indicator.show(row["value_before"]),
        end=indicator.show(row["value"]),
    )
    caution = _(texts.ACROSS_BREAK) if row["has_break"] else ""
    return " ".join(part for part in (moved, _median(indicator, row), caution) if part)


def _median(indicator: Indicator, row: Row) -> str:
    if belgian.is_missing(row["median"]) or belgian.is_missing(row["median_before"]):
        return ""
    start, end = indicator.show(row["median_before"]), indicator.show(row["median"])
    return _(texts.MEDIAN_STAYED if start == end else texts.MEDIAN_MOVED).format(start=start, end=end)


def change_counts(counts: Row, year: int) -> str:
    """How many indicators have a change, and in which direction."""
    if counts["n_changes"] == 0:
        return _(texts.NO_CHANGES).format(before=year - 1, year=year)
    total, n, up, down, same = (
        belgian.number(counts[name]) for name in ("n_indicators", "n_changes", "n_up", "n_down", "n_same")
    )
    return _(texts.COUNTS).format(total=total, n=n, up=up, down=down, same=same, before=year - 1, year=year)
