-- One row per block of vectors: its centre, and the range of each feature, of all its vectors and of those that can be
-- a peer.
select
    year,
    set_id,
    block_id,
    max(total_weight) as total_weight,
    count(case when is_candidate then 1 end) as n_candidates,
{%- for slot in feature_slots() %}
    max(w{{ slot }}) as w{{ slot }},
    avg(f{{ slot }}) as f{{ slot }},
    min(f{{ slot }}) as low{{ slot }},
    max(f{{ slot }}) as high{{ slot }},
    min(case when is_candidate then f{{ slot }} end) as peer_low{{ slot }},
    max(case when is_candidate then f{{ slot }} end) as peer_high{{ slot }}{{ ',' if not loop.last }}
{%- endfor %}
from {{ ref('int_peer_positions') }}
group by year, set_id, block_id
