-- One row per authority, year, type of care, profile and nearest peer: distance and rank, nearest first.
-- The distance is the root of the weighted mean square over the features that both have; names of equal distance are
-- ordered by code, so that the order of the rows does not matter. Nobody is their own peer. A number per vector keeps
-- the many pairs small.
with vectors as (
    select
        vectors.*,
        row_number() over (order by vectors.profile, vectors.year, vectors.care_type, vectors.nis_code) as vector_id
    from {{ ref('int_peer_vectors') }} as vectors
),

candidates as (
    select vectors.*
    from vectors
    inner join {{ ref('int_peer_candidates') }} as candidates
        on
            vectors.nis_code = candidates.nis_code
            and vectors.year = candidates.year
            and vectors.care_type = candidates.care_type
),

weights as (
    select * from {{ ref('int_peer_weights') }}
),

pairs as (
    select
        own.vector_id,
        other.nis_code as peer_nis_code,
        {{ squared_distance('own', 'other', 'weights') }} as square_sum,
        {{ shared_weight('own', 'other', 'weights') }} as weight_sum,
        weights.total_weight
    from vectors as own
    inner join candidates as other
        on
            own.year = other.year
            and own.care_type = other.care_type
            and own.profile = other.profile
            and own.nis_code <> other.nis_code
    inner join weights
        on own.profile = weights.profile and own.year = weights.year and own.care_type = weights.care_type
),

nearest as (
    {{ ranked_pairs('pairs', 'vector_id', var('nearest_peers')) }}
)

select
    vectors.nis_code,
    vectors.year,
    vectors.care_type,
    vectors.profile,
    nearest.peer_nis_code,
    nearest.peer_rank,
    nearest.distance,
    nearest.known_share
from nearest
inner join vectors
    on nearest.vector_id = vectors.vector_id
