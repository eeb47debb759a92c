"""The rows that the page Opvolging shows beside the list of submissions: progress, calls, what waits."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import pandas as pd

from dashboard import format as belgian
from dashboard import texts
from dashboard import texts_follow_up as own
from dashboard.language import translated as _
from dashboard.language import translated_count, translated_values

Formats = dict[str, Callable[[object], str]]
LAST_DAY_DRAWN = 366
MARGIN = 7  # days on either side, so that the first and the last step can be seen


def counts_told(row: Mapping[str, object]) -> str:
    """The numbers of a year, each with its word: '**30** verwacht · **29** ontvangen'."""
    heads = translated_values(own.COUNTS)
    return " · ".join(f"**{belgian.number(row[name])}** {head.lower()}" for name, head in heads.items())


def progress_rows(progress: pd.DataFrame) -> pd.DataFrame:
    """The steps to draw, each line from nothing to the edge of the figure; later days than a year stay out.

    Adds series (the label of the line), is_accepted and shown (the number as text).
    """
    kept = progress[progress["day"] <= LAST_DAY_DRAWN]
    if kept.empty:
        return kept
    first, last = min(kept["day"].min(), 0) - MARGIN, max(kept["day"].max(), 0) + MARGIN
    lines = [_whole_line(line, first, last) for _key, line in kept.groupby(["year", "kind"], sort=False)]
    rows = pd.concat(lines, ignore_index=True)
    return rows.assign(
        series=[_series(year, kind) for year, kind in zip(rows["year"], rows["kind"], strict=True)],
        is_accepted=rows["kind"] == "accepted",
        shown=[belgian.number(n) for n in rows["n_authorities"]],
    )


def _whole_line(line: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    before = line.iloc[[0]].assign(day=first, n_authorities=0)
    return pd.concat([before, line, line.iloc[[-1]].assign(day=last)])


def _series(year: int, kind: str) -> str:
    return translated_values(own.PROGRESS_KINDS)[kind].format(year=year)


def progress_table(progress: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per year, kind and day on which something changed; and how to write the numbers."""
    table = pd.DataFrame(
        {
            _(texts.STATUS): [
                _series(year, kind) for year, kind in zip(progress["year"], progress["kind"], strict=True)
            ],
            _(own.DAYS).capitalize(): progress["day"],
            _("Besturen"): progress["n_authorities"],
            translated_values(own.COUNTS)["n_expected"]: progress["n_expected"],
        }
    )
    return table, {_(own.DAYS).capitalize(): belgian.number, _("Besturen"): belgian.number}


def calls_table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per authority to call: where to write to, and why, the most pressing reason first."""
    return pd.DataFrame(
        {
            _("Bestuur"): rows["name"],
            _(own.MAILBOX): rows["mailbox"].fillna(""),
            _(own.WHY): [_reasons(row) for row in rows.to_dict("records")],
        }
    )


def _reasons(row: Mapping[str, object]) -> str:
    told = [_(own.OVERDUE)] if row["is_overdue"] else []
    counted: Sequence[tuple[str, str, str]] = (
        ("n_refused", own.REFUSED_ONE, own.REFUSED_MORE),
        ("n_open_queries", own.QUERIES_ONE, own.QUERIES_MORE),
        ("n_open_problems", own.PROBLEMS_ONE, own.PROBLEMS_MORE),
    )
    for name, one, more in counted:
        if row[name] > 0:
            told.append(
                translated_count(one, more, row[name]).format(
                    n=belgian.number(row[name]), day=belgian.day(row["asked_on"])
                )
            )
    return "; ".join(told)


def pending_table(rows: Iterable[Mapping[str, object]], names: Mapping[str, str]) -> tuple[pd.DataFrame, Formats]:
    """One row per submission that would be published otherwise: nis_code, year, kind, both versions, note."""
    found = pd.DataFrame(rows)
    table = pd.DataFrame(
        {
            _("Bestuur"): found["nis_code"].map(names).fillna(found["nis_code"]),
            _(texts.YEAR): found["year"].astype(str),
            _("Wat"): found["kind"].map(translated_values(own.PENDING_KINDS)),
            _(own.PUBLISHED_VERSION): found["published_version"].astype("Int64"),
            _(own.NEXT_VERSION): found["next_version"].astype("Int64"),
            _("Toelichting"): found["note"],
        }
    )
    return table, {_(own.PUBLISHED_VERSION): _version, _(own.NEXT_VERSION): _version}


def _version(value: object) -> str:
    return "" if belgian.is_missing(value) else belgian.number(value)


def published_only(rows: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The submissions that are, or are not, in the publication; 'any' leaves the question open."""
    return rows if wanted == "any" else rows[rows["is_published"].astype(bool) == (wanted == "yes")]
