-- One row per feature vector that has candidates: a distance beyond which none of its nearest peers can lie. It is the
-- distance of the last nearest peer among the candidates of the nearest blocks only (more of them where there are many
-- candidates, for a sharper bound spares more then), and infinite where these are too few.
with positions as (
    select * from {{ ref('int_peer_positions') }}
),

nearest_blocks as (
    select * from {{ ref('int_peer_block_pairs') }}
    where n_nearer < greatest({{ var('nearest_peers') }} * {{ var('peer_sample') }}, sqrt(n_candidates))
),

measured as (
    select
        own.year,
        own.vector_id,
        own.block_id,
        case
            when own.vector_id <> other.vector_id
                then {{ distance_of(squared_distance('own', 'other', 'own'), 'nearest_blocks.weight_sum') }}
        end as distance
    from nearest_blocks
    inner join positions as own
        on nearest_blocks.own_block_id = own.block_id
    inner join positions as other
        on nearest_blocks.block_id = other.block_id
    where other.is_candidate
)

select
    year,
    vector_id,
    block_id,
    coalesce({{ nth_smallest('distance', var('nearest_peers')) }}, cast('infinity' as double)) as bound
from measured
group by year, vector_id, block_id
