-- One row per comparison of a figure that changed somewhere, and that itself is no longer what it was: the peers'
-- figures, or the own place among them.
with changed as (
    select distinct year, care_type, indicator_code from {{ ref('int_figure_changes') }}
),

shown as (
    select shown.*
    from {{ ref('stg_publication__benchmarks') }} as shown
    inner join changed
        on
            shown.year = changed.year
            and shown.care_type = changed.care_type
            and shown.indicator_code = changed.indicator_code
),

benchmarks as (
    select
        nis_code,
        year,
        care_type,
        indicator_code,
        peer_group,
        n_peers,
        p25,
        median,
        p75,
        weighted_mean,
        rank,
        judgement
    from {{ ref('fct_benchmarks') }}
)

select
    shown.nis_code,
    shown.year,
    shown.care_type,
    shown.indicator_code,
    shown.peer_group
from shown
inner join benchmarks
    on
        shown.nis_code = benchmarks.nis_code
        and shown.year = benchmarks.year
        and shown.care_type = benchmarks.care_type
        and shown.indicator_code = benchmarks.indicator_code
        and shown.peer_group = benchmarks.peer_group
where
    shown.n_peers is distinct from benchmarks.n_peers
    or shown.p25 is distinct from benchmarks.p25
    or shown.median is distinct from benchmarks.median
    or shown.p75 is distinct from benchmarks.p75
    or shown.weighted_mean is distinct from benchmarks.weighted_mean
    or shown.rank is distinct from benchmarks.rank
    or shown.judgement is distinct from benchmarks.judgement
