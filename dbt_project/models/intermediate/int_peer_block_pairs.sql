-- One row per block and block with possible peers of the same year, type of care and profile, where enough weight is
-- shared: below which distance no two of their vectors lie, and how many candidates are in blocks with a nearer centre.
with blocks as (
    select * from {{ ref('int_peer_blocks') }}
),

pairs as (
    select
        own.year,
        own.block_id as own_block_id,
        other.block_id,
        other.n_candidates,
        own.total_weight,
        {{ shared_weight('own', 'other', 'own') }} as weight_sum,
        {{ squared_distance('own', 'other', 'own') }} as square_of_centres,
        {{ weighted_squares('own', 'greatest(other.peer_low# - own.high#, own.low# - other.peer_high#, 0)') }}
            as least_square
    from blocks as own
    inner join blocks as other
        on own.set_id = other.set_id
    where other.n_candidates > 0
),

measured as (
    select
        year,
        own_block_id,
        block_id,
        n_candidates,
        weight_sum,
        total_weight,
        {{ distance_of('square_of_centres', 'weight_sum') }} as distance_of_centres,
        {{ distance_of('least_square', 'weight_sum') }} as least_distance
    from pairs
    where {{ is_enough_weight('weight_sum', 'total_weight') }}
)

select
    year,
    own_block_id,
    block_id,
    weight_sum,
    weight_sum / total_weight as known_share,
    least_distance,
    sum(n_candidates) over (partition by own_block_id) as n_candidates,
    sum(n_candidates) over (
        partition by own_block_id order by distance_of_centres, block_id
        rows between unbounded preceding and current row
    ) - n_candidates as n_nearer
from measured
