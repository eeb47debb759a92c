-- A band belongs to an indicator with a target band, for a type of care it is meaningful for, and is not upside down.
with bands as (
    select * from {{ ref('target_bands') }}
),

indicators as (
    select indicator_code, polarity from {{ ref('indicators') }}
),

care_types as (
    select * from {{ ref('int_indicator_care_types') }}
)

select
    bands.indicator_code,
    bands.care_type,
    concat(
        'Target band of ', bands.indicator_code, ' for ', bands.care_type, ': ',
        case
            when indicators.polarity is null then 'there is no such indicator.'
            when indicators.polarity <> 'target_band' then 'the polarity of the indicator is not target_band.'
            when care_types.care_type is null then 'the indicator is not meaningful for this type of care.'
            when bands.lower_bound is null and bands.upper_bound is null then 'both bounds are missing.'
            else 'the lower bound is above the upper bound.'
        end
    ) as message
from bands
left join indicators
    on bands.indicator_code = indicators.indicator_code
left join care_types
    on bands.indicator_code = care_types.indicator_code and bands.care_type = care_types.care_type
where
    indicators.polarity is distinct from 'target_band'
    or care_types.care_type is null
    or (bands.lower_bound is null and bands.upper_bound is null)
    or bands.lower_bound > bands.upper_bound
