-- Quantiles rise from p10 to p90, and none is shown below the smallest number of peers.
select nis_code, year, care_type, indicator_code, peer_group
from {{ ref('fct_benchmarks') }}
where
    p10 > p25 or p25 > median or median > p75 or p75 > p90
    or (median is null) <> (n_peers < {{ var('min_peers') }})
    or (n_peers < {{ var('min_peers') }} and weighted_mean is not null)
