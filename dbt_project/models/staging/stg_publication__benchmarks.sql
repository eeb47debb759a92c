-- One row per comparison in the previous publication, of the years in which something was handed in or decided since.
with source as (
    select * from {{ source('raw', 'publication_benchmarks') }}
)

select
    nis_code,
    cast(year as integer) as year,
    care_type,
    indicator_code,
    peer_group,
    cast(n_peers as integer) as n_peers,
    p25,
    median,
    p75,
    weighted_mean,
    cast(rank as integer) as rank,
    judgement
from source
