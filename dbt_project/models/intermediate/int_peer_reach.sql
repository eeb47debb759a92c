-- One row per feature vector and block where one of its nearest peers may lie: whatever lies within the bound is in one
-- of these. The margin is one unit of the last digit that distances keep.
with bounds as (
    select * from {{ ref('int_peer_bounds') }}
),

farthest_bounds as (
    select block_id, max(bound) as bound
    from bounds
    group by block_id
),

open_pairs as (
    select pairs.*
    from {{ ref('int_peer_block_pairs') }} as pairs
    inner join farthest_bounds
        on pairs.own_block_id = farthest_bounds.block_id
    where pairs.least_distance <= farthest_bounds.bound + {{ distance_margin() }}
),

measured as (
    select
        own.year,
        own.vector_id,
        open_pairs.block_id,
        open_pairs.weight_sum,
        open_pairs.known_share,
        bounds.bound,
        {{ distance_of(
            weighted_squares('own', 'greatest(blocks.peer_low# - own.f#, own.f# - blocks.peer_high#, 0)'),
            'open_pairs.weight_sum'
        ) }} as least_distance
    from {{ ref('int_peer_positions') }} as own
    inner join bounds
        on own.vector_id = bounds.vector_id
    inner join open_pairs
        on own.block_id = open_pairs.own_block_id
    inner join {{ ref('int_peer_blocks') }} as blocks
        on open_pairs.block_id = blocks.block_id
)

select
    year,
    vector_id,
    block_id,
    weight_sum,
    known_share,
    bound
from measured
where least_distance <= bound + {{ distance_margin() }}
