-- One row per authority, year, type of care and profile: its scaled features side by side.
with features as (
    select
        features.*,
        slots.slot
    from {{ ref('int_peer_features') }} as features
    inner join {{ ref('int_peer_feature_slots') }} as slots
        on features.profile = slots.profile and features.feature = slots.feature
)

select
    nis_code,
    year,
    care_type,
    profile,
{%- for slot in feature_slots() %}
    max(case when slot = {{ slot }} then scaled_value end) as f{{ slot }}{{ ',' if not loop.last }}
{%- endfor %}
from features
group by nis_code, year, care_type, profile
