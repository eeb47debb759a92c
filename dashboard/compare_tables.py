"""The rows behind the figures of the page Vergelijk: which authorities are marked, and both indicators of each."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard import tables
from dashboard.indicators import Indicator
from dashboard.tables import Formats

MOST_NAMED = 6  # so many marked authorities carry their name in the figures; more carry a number
MARK = "● "


def marked(rows: pd.DataFrame, codes: Sequence[str]) -> pd.DataFrame:
    """Say of each row whether its authority is marked, and with which tag (its name, or its number when many are).

    Args:
        rows: code (null for who may not be named), name, is_own; the authority itself cannot be marked.
        codes: the marked authorities, in the order in which they are numbered.
    """
    numbers = {code: number for number, code in enumerate(codes, start=1)}
    named = len(codes) <= MOST_NAMED
    markable = rows["code"].where(~rows["is_own"], None)
    return rows.assign(
        code=markable,
        is_marked=markable.isin(numbers),
        tag=[
            "" if code not in numbers else str(name) if named else str(numbers[code])
            for code, name in zip(markable, rows["name"], strict=True)
        ],
    )


def compared(everybody: pd.DataFrame, indicator: Indicator, codes: Sequence[str]) -> pd.DataFrame:
    """The authority and its peers with label, place, value as text and mark; a sign stands before marked names."""
    group = everybody[everybody["role"] != "other"]
    rows = marked(tables.comparison_rows(group, indicator), codes)
    named = zip(rows["label"], rows["name"], rows["tag"], rows["is_marked"], strict=True)
    return rows.assign(label=[_signed(tag, name) if is_marked else label for label, name, tag, is_marked in named])


def _signed(tag: str, name: str) -> str:
    return f"{MARK}{tag}" if tag == name else f"{MARK}{tag} {name}"


def on_map(everybody: pd.DataFrame, indicator: Indicator, codes: Sequence[str]) -> pd.DataFrame:
    """The dots of the map; of the peers only those show a value that reported one."""
    counts = everybody["is_own"] | (everybody["status"] == "reported")
    places = everybody.assign(value=everybody["value"].where(counts))
    return tables.map_rows(marked(places, codes), indicator)


def with_both(rows: pd.DataFrame, other: Indicator) -> pd.DataFrame:
    """The rows with both figures fully reported, and the authority itself when it has both; the second one as text."""
    reported = (rows["status"] == "reported") & (rows["other_status"] == "reported")
    kept = rows[rows["value"].notna() & rows["other_value"].notna() & (reported | rows["is_own"])]
    return kept.assign(other_shown=[other.show(value) for value in kept["other_value"]])


def table(rows: pd.DataFrame, indicator: Indicator, other: Indicator | None) -> tuple[pd.DataFrame, Formats]:
    """All authorities of the comparison with their figures, and how to write those."""
    made, formats = tables.comparison_table(rows, indicator)
    if other is None:
        return made, formats
    reported = rows["other_value"].where(rows["is_own"] | (rows["other_status"] == "reported"))
    made.insert(2, other.axis_title, reported)
    return made, formats | {other.axis_title: other.bare}


def standing_out(rows: pd.DataFrame, made: pd.DataFrame) -> pd.DataFrame:
    """Which cells of the table stand out: the rows of the authority and of those that are marked."""
    is_marked = (rows["is_own"] | rows["is_marked"]).to_numpy()
    return pd.DataFrame(dict.fromkeys(made.columns, is_marked), index=made.index)
