-- One row per feature of a profile: what makes authorities alike, with its weight and its slot in the feature vector.
select
    profile,
    feature,
    label_nl,
    label_en,
    numerator,
    denominator,
    transform,
    weight,
    multiplier,
    unit_nl,
    unit_en,
    decimals,
    slot
from {{ ref('int_peer_feature_slots') }}
