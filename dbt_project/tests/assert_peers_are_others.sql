-- Nobody is their own peer, and a peer group never counts more peers with a value than it has.
select nis_code, year, care_type, cast(theme as varchar) as what
from {{ ref('dim_peers') }}
where nis_code = peer_nis_code
union all
select nis_code, year, care_type, indicator_code as what
from {{ ref('fct_benchmarks') }}
where n_peers > peers_total or n_peers < 0
