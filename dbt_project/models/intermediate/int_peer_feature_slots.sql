-- One row per feature of a profile, with its slot: the column it takes in a feature vector.
select
    profile,
    feature,
    label_nl,
    label_en,
    numerator,
    denominator,
    transform,
    cast(weight as double) as weight,
    cast(multiplier as double) as multiplier,
    unit_nl,
    unit_en,
    cast(decimals as integer) as decimals,
    cast(row_number() over (partition by profile order by feature) as integer) as slot
from {{ ref('peer_features') }}
