-- One row per feature vector with a known feature: its number, its weights beside it, and the block it lies in. A block
-- holds vectors that lie close together and know the same features, so that a block as a whole can be ruled out. The
-- numbers hold within a year, so that a year can be made without the others.
with vectors as (
    select * from {{ ref('int_peer_vectors') }}
),

weighed as (
    select
        vectors.*,
        {%- for slot in feature_slots() %}
            case when vectors.f{{ slot }} is not null then weights.w{{ slot }} end as w{{ slot }},
        {%- endfor %}
        weights.total_weight,
        candidates.nis_code is not null as is_candidate,
        {{ number_in_year('dense_rank()', 'vectors', ['profile', 'care_type']) }} as set_id,
        {{ number_in_year('row_number()', 'vectors', ['profile', 'care_type', 'nis_code']) }} as vector_id,
        {{ known_features('vectors') }} as known_features,
        {{ n_known_features('vectors') }} as n_known
    from vectors
    inner join {{ ref('int_peer_weights') }} as weights
        on
            vectors.profile = weights.profile
            and vectors.year = weights.year
            and vectors.care_type = weights.care_type
    left join {{ ref('int_peer_candidates') }} as candidates
        on
            vectors.nis_code = candidates.nis_code
            and vectors.year = candidates.year
            and vectors.care_type = candidates.care_type
),

counted as (
    select
        weighed.*,
        count(*) over (partition by weighed.set_id, weighed.known_features) as n_alike
    from weighed
    where weighed.n_known > 0
),

counted_out as (
    select
        counted.*,
        greatest(1, round(power(counted.n_alike * 1.0 / {{ var('peer_block_size') }}, 1.0 / counted.n_known)))
            as n_slices
    from counted
),

sliced as (
    {{ sliced('counted_out', feature_slots() | list) }}
)

select
    sliced.nis_code,
    sliced.year,
    sliced.care_type,
    sliced.profile,
    sliced.set_id,
    sliced.vector_id,
    {{ number_in_year('dense_rank()', 'sliced', ['set_id', 'known_features'] + slices()) }} as block_id,
    sliced.is_candidate,
    sliced.total_weight,
{%- for slot in feature_slots() %}
    sliced.f{{ slot }},
    sliced.w{{ slot }}{{ ',' if not loop.last }}
{%- endfor %}
from sliced
