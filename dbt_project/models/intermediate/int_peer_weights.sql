-- One row per profile, year and type of care: the weight of each slot, of the features that tell authorities apart.
with features as (
    select distinct
        features.profile,
        features.year,
        features.care_type,
        slots.slot,
        slots.weight
    from {{ ref('int_peer_features') }} as features
    inner join {{ ref('int_peer_feature_slots') }} as slots
        on features.profile = slots.profile and features.feature = slots.feature
    where features.scaled_value is not null
)

select
    profile,
    year,
    care_type,
    {%- for slot in feature_slots() %}
        max(case when slot = {{ slot }} then weight end) as w{{ slot }},
    {%- endfor %}
    sum(weight) as total_weight
from features
group by profile, year, care_type
