"""The same figures as the marts, as one DuckDB script that an expert would write for this one purpose.

Measures become columns, codes become small integers, and each indicator is one expression; nothing is kept for lineage,
statuses of gaps or reuse. Fixed groups leave oneself out by shifting an index, like the models.
"""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from bench.marts.workload import seed_rows

GROUPS = ("province", "reference_region", "size_class", "service_level", "belfius_cluster")
PERCENTS = {"p10": 10, "p25": 25, "median": 50, "p75": 75, "p90": 90}
TIED = "cast(format('{:.11e}', value) as double)"


def run(raw: Path, seeds: Path, database: Path) -> None:
    """Compute values and benchmarks of all seven peer groups into `database`."""
    connection = duckdb.connect(str(database))
    for statement in [*_values(raw, seeds), *_fixed(seeds), *_nearest(seeds), _benchmarks()]:
        connection.execute(statement)
    connection.close()


def _csv(seeds: Path, name: str) -> str:
    return f"read_csv('{seeds / name}.csv', all_varchar = true)"


def _values(raw: Path, seeds: Path) -> list[str]:
    measures = seed_rows("measures", seeds)
    indicators = seed_rows("indicators", seeds)
    columns = ", ".join(f"max(value) filter (measure = '{row['measure']}') as {row['measure']}" for row in measures)
    totals = ", ".join(_total(row) for row in measures)
    parts = [
        f"select a, year, care_type, {at} as indicator, {row['multiplier']}::double as multiplier,"
        f" ({row['numerator']}) as numerator, ({row['denominator']}) as denominator from wide"
        f" where care_type in ({', '.join(repr(c) for c in row['care_types'].split())})"
        for at, row in enumerate(indicators)
    ]
    return [
        f"create temp table authorities as select row_number() over (order by nis_code)::smallint as a, *"
        f" from {_csv(seeds, 'authorities')}",
        f"""create temp table per_care_type as
            select a, year::smallint as year, care_type, {columns}
            from read_parquet('{raw}/bulk_measures/*/*.parquet', hive_partitioning = false)
            join authorities using (nis_code)
            group by all""",
        f"""create temp table wide as
            select * from per_care_type where care_type <> 'all'
            union all by name
            select a, year, 'all' as care_type, {totals} from per_care_type group by a, year""",
        f"""create temp table reported as
            select *, {TIED} as tie from (
                select a, year, care_type, indicator, multiplier, numerator, denominator,
                    multiplier * numerator::double / nullif(denominator::double, 0) as value
                from ({" union all ".join(parts)})
            ) where value is not null""",
    ]


def _total(row: dict[str, str]) -> str:
    name, care_types = row["measure"], row["care_types"].split()
    if row["sheet"] in ("context", "submission") or care_types == ["all"]:
        return f"max({name}) filter (care_type = 'all') as {name}"
    n_parts = len(care_types) - 1
    parts = "filter (care_type <> 'all')"
    return f"case when count({name}) {parts} = {n_parts} then sum({name}) {parts} end as {name}"


def _fixed(seeds: Path) -> list[str]:
    members = " union all ".join(
        [f"select {at}::tinyint as g, dense_rank() over (order by {name})::smallint as code, a from authorities"
         for at, name in enumerate(GROUPS, 1)]
        + ["select 0::tinyint as g, 0::smallint as code, a from authorities"]
    )  # fmt: skip
    neighbours = ", ".join(
        f"max(value) filter (place = {_first(percent)} + {step}) as {name}_{step}"
        for name, percent in PERCENTS.items()
        for step in range(3)
    )
    quantiles = ", ".join(f"{_quantile(name, percent)} as {name}" for name, percent in PERCENTS.items())
    return [
        f"create temp table members as {members}",
        """create temp table placed as
            select *, min(place) over (partition by g, code, year, care_type, indicator, tie) as n_lower,
                count(*) over (partition by g, code, year, care_type, indicator, tie) - 1 as n_equal
            from (
                select g, code, reported.*,
                    row_number() over (w order by value, a) - 1 as place, count(*) over w as n,
                    max(abs(denominator)) over w as largest
                from reported join members using (a)
                window w as (partition by g, code, year, care_type, indicator)
            )""",
        f"""create temp table grouped as
            select g, code, year, care_type, indicator, any_value(multiplier) as multiplier, count(*) as n,
                sum(numerator) as numerator, sum(denominator) as denominator,
                max(largest) as largest, max(abs(denominator)) filter (abs(denominator) < largest) as second,
                count(*) filter (abs(denominator) = largest) as n_largest, {neighbours}
            from placed group by g, code, year, care_type, indicator""",
        f"""create temp table fixed as
            select a, year, care_type, indicator, g, value, n_peers, n_lower, n_equal, multiplier,
                numerator, denominator, largest, {quantiles}
            from (
                select s.*, members.a, placed.place, placed.value, placed.n_lower, placed.n_equal,
                    s.n - (placed.a is not null)::integer as n_peers,
                    s.numerator - coalesce(placed.numerator, 0) as peer_numerator,
                    s.denominator - coalesce(placed.denominator, 0) as peer_denominator
                from grouped as s
                join members using (g, code)
                left join placed using (g, code, year, care_type, indicator, a)
            )""",
    ]


def _first(percent: int) -> str:
    return f"floor(greatest(n - 2, 0) * {percent} / 100.0)"


def _quantile(name: str, percent: int) -> str:
    position = f"((n_peers - 1) * {percent})"
    low = f"floor({position} / 100.0)"

    def at(index: str) -> str:
        step = f"({index} + ({index} >= coalesce(place, n))::integer - {_first(percent)})"
        return f"case {step} when 0 then {name}_0 when 1 then {name}_1 else {name}_2 end"

    return (
        f"case when {position} % 100 = 0 then {at(low)}"
        f" else {at(low)} + ({position} - 100 * {low}) / 100.0 * ({at(low + ' + 1')} - {at(low)}) end"
    )


def _nearest(seeds: Path) -> list[str]:
    features = seed_rows("peer_features", seeds)
    profiles = {row["theme"]: row["profile"] for row in seed_rows("theme_profiles", seeds)}
    by_profile: dict[str, list[dict[str, str]]] = {}
    for row in features:
        by_profile.setdefault(row["profile"], []).append(row)
    of_profile = ", ".join(
        f"({at}, '{profiles[row['theme']]}')" for at, row in enumerate(seed_rows("indicators", seeds))
    )
    peers = " union all ".join(_peers(profile, rows) for profile, rows in by_profile.items())
    quantiles = ", ".join(f"q[{at}] as {name}" for at, name in enumerate(PERCENTS, 1))
    return [
        f"create temp table profiles as select * from (values {of_profile}) as v(indicator, profile)",
        f"create temp table peers as {peers}",
        f"""create temp table nearest as
            select * exclude (q), {quantiles} from (
                select a, year, care_type, indicator, any_value(own_value) as value, count(*) as n_peers,
                    count(*) filter (tie < own_tie) as n_lower, count(*) filter (tie = own_tie) as n_equal,
                    any_value(multiplier) as multiplier, sum(numerator) as numerator,
                    sum(denominator) as denominator, max(abs(denominator)) as largest,
                    quantile_cont(value, [0.1, 0.25, 0.5, 0.75, 0.9]) as q
                from (
                    select peers.a, r.year, r.care_type, r.indicator, r.value, r.tie, r.multiplier, r.numerator,
                        r.denominator, own.value as own_value, own.tie as own_tie
                    from reported as r
                    join profiles using (indicator)
                    join peers on peers.peer = r.a and peers.year = r.year and peers.care_type = r.care_type
                        and peers.profile = profiles.profile
                    left join reported as own on own.a = peers.a and own.year = r.year
                        and own.care_type = r.care_type and own.indicator = r.indicator
                ) group by a, year, care_type, indicator
            )""",
    ]


def _peers(profile: str, features: list[dict[str, str]]) -> str:
    names = [row["feature"] for row in features]
    raw_features = ", ".join(f"{_feature(row)} as {row['feature']}" for row in features)
    spreads = ", ".join(
        f"quantile_cont({name}, 0.9) filter (places_licensed > 0)"
        f" - quantile_cont({name}, 0.1) filter (places_licensed > 0) as {name}"
        for name in names
    )
    scaled = ", ".join(f"f.{name} / case when s.{name} > 1e-9 then s.{name} end as {name}" for name in names)
    squares = " + ".join(
        f"coalesce({row['weight']} * (own.{row['feature']} - other.{row['feature']}) ** 2, 0)" for row in features
    )
    shared = " + ".join(
        f"case when own.{row['feature']} - other.{row['feature']} is not null then {row['weight']} else 0 end"
        for row in features
    )
    total = " + ".join(
        f"case when max({row['feature']}) over (partition by year, care_type) is null then 0 else {row['weight']} end"
        for row in features
    )
    return f"""(
        with f as (select a, year, care_type, places_licensed, {raw_features} from wide),
        s as (select year, care_type, {spreads} from f group by year, care_type),
        scaled as (select f.a, f.year, f.care_type, f.places_licensed, {scaled} from f join s using (year, care_type)),
        vectors as (select *, {total} as total from scaled),
        pairs as (
            select own.a, other.a as peer, year, care_type, {squares} as squares, {shared} as shared, own.total
            from vectors as own join vectors as other using (year, care_type)
            where own.a <> other.a and other.places_licensed > 0
        )
        select a, peer, year, care_type, '{profile}' as profile from pairs
        where shared > 0 and shared >= 0.3 * total
        qualify row_number() over (
            partition by a, year, care_type order by round(sqrt(squares / shared), 9), peer
        ) <= 15
    )"""


def _feature(row: dict[str, str]) -> str:
    value = f"{row['numerator']}::double"
    if row["denominator"]:
        value = f"{value} / nullif({row['denominator']}::double, 0)"
    return f"ln(case when {value} > 0 then {value} end)" if row["transform"] == "log" else value


def _benchmarks() -> str:
    names = ", ".join(f"case when n_peers >= 5 then {name} end as {name}" for name in PERCENTS)
    return re.sub(
        r"\s+",
        " ",
        f"""create table benchmarks as
        select a, year, care_type, indicator, g, value, n_peers, {names},
            case when n_peers >= 5 and largest <= 0.75 * abs(denominator)
                then multiplier * numerator::double / nullif(denominator::double, 0) end as weighted_mean,
            case when n_peers >= 5 and value is not null then n_peers - n_lower - n_equal + 1 end as rank,
            case when n_peers >= 5 and value is not null
                then (n_lower + n_equal / 2.0) / n_peers * 100 end as percentile_rank,
            case when n_peers < 5 or value is null then null when value < p25 then 1 when value > p75 then 4
                when value > median then 3 else 2 end as quartile,
            value - median as difference
        from (
            select a, year, care_type, indicator, g, value, n_peers, n_lower, n_equal, multiplier,
                numerator, denominator, largest, p10, p25, median, p75, p90 from fixed
            union all
            select a, year, care_type, indicator, 6, value, n_peers, n_lower, n_equal, multiplier,
                numerator, denominator, largest, p10, p25, median, p75, p90 from nearest
        )""",
    )
