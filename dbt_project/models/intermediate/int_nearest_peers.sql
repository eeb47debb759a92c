-- One row per authority, year, type of care, profile and nearest peer: distance and rank, nearest first.
-- The distance is the root of the weighted mean square over the features that both have; names of equal distance are
-- ordered by code, as their numbers are, so that the order of the rows does not matter. Nobody is their own peer. Only
-- the blocks in reach are looked at, and of these only the pairs within the bound are ranked.
with positions as (
    select * from {{ ref('int_peer_positions') }}
),

pairs as (
    select
        own.vector_id,
        other.vector_id as peer_vector_id,
        reach.known_share,
        reach.bound,
        case
            when own.vector_id <> other.vector_id
                then {{ distance_of(squared_distance('own', 'other', 'own'), 'reach.weight_sum') }}
        end as distance
    from {{ ref('int_peer_reach') }} as reach
    inner join positions as own
        on reach.vector_id = own.vector_id
    inner join positions as other
        on reach.block_id = other.block_id
    where other.is_candidate
),

within_bound as (
    select * from pairs where distance <= bound + {{ distance_margin() }}
),

ranked as (
    {{ ranked_pairs('within_bound', 'vector_id', 'peer_vector_id') }}
)

select
    positions.nis_code,
    positions.year,
    positions.care_type,
    positions.profile,
    peers.nis_code as peer_nis_code,
    ranked.peer_rank,
    ranked.distance,
    ranked.known_share
from ranked
inner join positions
    on ranked.vector_id = positions.vector_id
inner join positions as peers
    on ranked.peer_vector_id = peers.vector_id
where ranked.peer_rank <= {{ var('nearest_peers') }}
