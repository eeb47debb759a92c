"""One indicator: the authority and its peers side by side and on the map, and where the series breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa

from dashboard.data import ask, kept, records
from dashboard.frames import frame_of
from dashboard.queries import lists
from dashboard.queries.benchmarks import OWN_SELECTION, Choice, benchmark, peers_of

Record = Mapping[str, object]
# The figures of a group on one indicator or two.
_FIGURES = """
    select nis_code, indicator_code, value, cast(numerator as double) as numerator,
        cast(denominator as double) as denominator, status
    from marts.fct_indicator_values
    where year = $year and care_type = $care_type and indicator_code in ($indicator_code, $other_code)
        and list_contains($codes, nis_code)
"""
_ABSENT: Record = dict.fromkeys(("value", "numerator", "denominator", "status"))
_NUMBERS = ("lon", "lat", "value", "numerator", "denominator", "quarter", "other_value")
_TEXTS = ("code", "name", "role", "status", "status_label", "other_status")


@dataclass(frozen=True)
class Place:
    """An authority on the map, and whether it may be named."""

    name: str
    lon: float
    lat: float
    is_named: bool


@kept
def _places() -> Mapping[str, Place]:
    found = records("select nis_code, name, lon, lat, is_named from marts.dim_authorities")
    return {str(row["nis_code"]): Place(row["name"], row["lon"], row["lat"], row["is_named"]) for row in found}


def everybody(choice: Choice, indicator_code: str, other_code: str = "", also: tuple[str, ...] = ()) -> pd.DataFrame:
    """The authority, its peers and who is shown ``also``, each with the part it plays (role: own, peer, other), its
    place on the map and, for the authority and its peers, its figures: highest value first, those without one last.

    Columns: code (of those who may be named; null for all others), name (null for a peer not to be named), role,
    is_own, lon, lat (null where the name is), value, numerator and denominator (only of those named: a number of
    places gives an authority away), status, status_label, quarter (1 to 4 within the peers; only of those named with a
    reported value), other_value and other_status (of ``other_code``).
    """
    peers = peers_of(choice, lists.indicators(choice.care_type)[indicator_code].theme)
    found = records(
        _FIGURES,
        year=choice.year,
        care_type=choice.care_type,
        indicator_code=indicator_code,
        other_code=other_code,
        codes=(choice.nis_code, *peers),
    )
    figures = {(row["nis_code"], row["indicator_code"]): row for row in found}
    roles = dict.fromkeys(also, "other") | dict.fromkeys(peers, "peer") | {choice.nis_code: "own"}
    beside = benchmark(choice, indicator_code)
    places = sorted(((code, role, _places()[code]) for code, role in roles.items()), key=lambda one: one[2].name)
    rows = [
        _shown(code, role, place, figures.get((code, indicator_code), _ABSENT), beside)
        | _other(figures.get((code, other_code), _ABSENT))
        for code, role, place in places
    ]
    rows.sort(key=lambda row: (row["role"] == "other", row["value"] is None, -float(row["value"] or 0)))
    columns = {name: np.array([row[name] for row in rows], dtype=float) for name in _NUMBERS}
    columns |= {name: np.array([row[name] for row in rows], dtype=object) for name in _TEXTS}
    return frame_of(columns | {"is_own": np.array([row["role"] == "own" for row in rows])})


def _shown(code: str, role: str, place: Place, figure: Record, beside: Record | None) -> dict[str, object]:
    """What is told of one authority: of one that is not to be named its value, and nothing that gives it away."""
    is_named = place.is_named or role == "own"
    is_placed = is_named or role == "other"
    counts = is_named and (role == "own" or figure["status"] == "reported")
    return {
        "code": code if is_named else None,
        "role": role,
        "name": place.name if is_placed else None,
        "lon": place.lon if is_placed else None,
        "lat": place.lat if is_placed else None,
        "value": figure["value"],
        "numerator": figure["numerator"] if is_named else None,
        "denominator": figure["denominator"] if is_named else None,
        "status": figure["status"],
        "status_label": lists.codes("status").get(figure["status"]),
        "quarter": _quarter(figure["value"], beside) if counts else None,
    }


def _other(figure: Record) -> dict[str, object]:
    return {"other_value": figure["value"], "other_status": figure["status"]}


def _quarter(value: float | None, beside: Record | None) -> int | None:
    """In which quarter of the peers a value lies, where they are enough to have quarters."""
    if value is None or beside is None or beside["p25"] is None:
        return None
    return 1 + (value >= beside["p25"]) + (value >= beside["median"]) + (value > beside["p75"])


def same_peers(choice: Choice, indicator_code: str) -> Choice:
    """The same authority beside the peers that it has for one indicator, as a selection that any indicator can be
    asked for: the nearest peers differ from theme to theme.
    """
    theme = lists.indicators(choice.care_type)[indicator_code].theme
    return replace(choice, peer_group=OWN_SELECTION, peers=tuple(sorted(peers_of(choice, theme))))


@kept
def towns() -> pa.Table:
    """Every authority of Flanders on the map: label, lon, lat."""
    found = ask("select name as label, lon, lat from marts.dim_authorities order by nis_code")
    return pa.Table.from_pandas(found, preserve_index=False)


@kept
def province_places() -> pa.Table:
    """Where the name of each province stands on the map, just outside its northern or southern edge: province, lon,
    lat, is_second (every second one along an edge, where names may need a line of their own).
    """
    found = ask(
        """
        with placed as (
            select province, avg(lon) as lon,
                avg(lat) >= (select avg(lat) from marts.dim_authorities) as is_northern,
                max(lat) + 0.06 as above, min(lat) - 0.06 as below
            from marts.dim_authorities
            group by province
        )

        select province, lon, case when is_northern then above else below end as lat,
            row_number() over (partition by is_northern order by lon) % 2 = 0 as is_second
        from placed
        order by province
        """
    )
    return pa.Table.from_pandas(found, preserve_index=False)


def series_breaks(choice: Choice) -> pd.DataFrame:
    """The breaks that touch an authority and a type of care: year, label."""
    return ask(
        """
        select year, string_agg(distinct label_{lang}, '; ' order by label_{lang}) as label
        from marts.dim_series_breaks
        where (nis_code is null or nis_code = $nis_code) and (care_type is null or care_type = $care_type)
        group by year
        order by year
        """,
        nis_code=choice.nis_code,
        care_type=choice.care_type,
    )
