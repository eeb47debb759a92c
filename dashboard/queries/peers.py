"""Who the peers of an authority are and why, also for weights and selections of one's own; and groups as a whole."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.data import ask
from dashboard.queries.benchmarks import Choice

N_SLOTS = 8
N_NEAREST = 15
WEIGHTS = ", ".join(f"$w{slot}" for slot in range(1, N_SLOTS + 1))


def profile_of(theme: str) -> str | None:
    """The set of features on which peers are chosen for a theme, or nothing where the warehouse has none."""
    found = ask("select profile from marts.dim_peers where theme = $theme limit 1", theme=theme)
    return None if found.empty else str(found["profile"].iloc[0])


def features(profile: str) -> pd.DataFrame:
    """The features of a profile: feature, label, weight, slot, unit, decimals; in the order of their weight."""
    return ask(
        """
        select feature, label_{lang} as label, weight, slot, unit_{lang} as unit, decimals
        from marts.dim_peer_features
        where profile = $profile
        order by weight desc, label
        """,
        profile=profile,
    )


def nearest(choice: Choice, profile: str, weights: Sequence[float]) -> pd.DataFrame:
    """The nearest peers for any weights (one per slot), nearest first.

    Columns: peer_nis_code, name (null when not to be named), peer_rank, distance (in p10-p90 spreads), known_share (the
    part of the weights on which both have a figure).
    """
    return ask(
        f"""
        select n.peer_nis_code, case when a.is_named then a.name end as name, n.peer_rank, n.distance, n.known_share
        from functions.nearest_of($nis_code, $year, $care_type, $profile, {WEIGHTS}, $n_nearest) as n
        inner join marts.dim_authorities as a on a.nis_code = n.peer_nis_code
        order by n.peer_rank
        """,  # noqa: S608  (the weights are parameters)
        n_nearest=N_NEAREST,
        **_of(choice, profile, weights),
    )


def compared_features(choice: Choice, profile: str, weights: Sequence[float], peers: Sequence[str]) -> pd.DataFrame:
    """What makes named peers alike: one row per peer and feature, in the unit in which the feature is shown.

    Columns: peer_nis_code, name (null when not to be named), feature, label, unit, decimals, own_value, peer_value,
    distance_share (the feature's part of the squared distance, 0 to 1).
    """
    return ask(
        f"""
        select f.peer_nis_code, case when a.is_named then a.name end as name, f.feature, d.label_{{lang}} as label,
            d.unit_{{lang}} as unit, d.decimals, d.weight, f.own_value * d.multiplier as own_value,
            f.peer_value * d.multiplier as peer_value, f.distance_share
        from functions.features_of($nis_code, $year, $care_type, $profile, $peers, {WEIGHTS}) as f
        inner join marts.dim_authorities as a on a.nis_code = f.peer_nis_code
        inner join marts.dim_peer_features as d on d.profile = $profile and d.feature = f.feature
        order by d.weight desc, label, f.peer_nis_code
        """,  # noqa: S608  (the weights are parameters)
        peers=tuple(peers),
        **_of(choice, profile, weights),
    )


def _of(choice: Choice, profile: str, weights: Sequence[float]) -> dict[str, object]:
    weighed = {f"w{slot}": float(weight) for slot, weight in enumerate(weights, start=1)}
    return {
        "nis_code": choice.nis_code,
        "year": choice.year,
        "care_type": choice.care_type,
        "profile": profile,
        **weighed,
    }


def match_quality(choice: Choice, theme: str) -> str | None:
    """How well the nearest peers of a theme match (`good`, `far`, `limited`), or nothing where there are none."""
    found = ask(
        """
        select match_quality from marts.dim_peers
        where nis_code = $nis_code and year = $year and care_type = $care_type and theme = $theme limit 1
        """,
        nis_code=choice.nis_code,
        year=choice.year,
        care_type=choice.care_type,
        theme=theme,
    )
    return None if found.empty else str(found["match_quality"].iloc[0])


def places_of(nis_code: str, peers: Sequence[str]) -> pd.DataFrame:
    """Every authority on the map, with the part it plays: name (null when not to be named), lon, lat, role (own, peer,
    other).
    """
    return ask(
        """
        select case when is_named or nis_code = $nis_code then name end as name, lon, lat,
            case when nis_code = $nis_code then 'own' when list_contains($peers, nis_code) then 'peer'
                else 'other' end as role
        from marts.dim_authorities
        order by role = 'own', role = 'peer', name
        """,
        nis_code=nis_code,
        peers=tuple(peers),
    )


def group_kinds() -> pd.DataFrame:
    """The kinds of fixed groups that have several groups: peer_group, label."""
    return ask(
        """
        select peer_group, label_{lang} as label from marts.dim_peer_groups
        where kind = 'fixed' and peer_group <> 'all' order by position
        """
    )


def groups(choice: Choice, kind: str, indicator_code: str) -> pd.DataFrame:
    """Every group of a kind as a whole on one indicator, highest first, those without a figure last.

    Columns: label, is_own, n_authorities, n_values, weighted_mean, reason, p25, median, p75, rank, n_groups.
    """
    return ask(
        """
        select l.label_{lang} as label, m.group_code is not null as is_own, v.n_authorities, v.n_values,
            v.weighted_mean, v.reason, v.p25, v.median, v.p75, v.rank, v.n_groups
        from marts.fct_group_values as v
        inner join marts.dim_group_labels as l on l.peer_group = v.peer_group and l.group_code = v.group_code
        left join marts.dim_group_members as m
            on m.peer_group = v.peer_group and m.group_code = v.group_code and m.nis_code = $nis_code
        where v.peer_group = $kind and v.year = $year and v.care_type = $care_type
            and v.indicator_code = $indicator_code
        order by v.weighted_mean desc nulls last, l.position
        """,
        nis_code=choice.nis_code,
        year=choice.year,
        care_type=choice.care_type,
        kind=kind,
        indicator_code=indicator_code,
    )
