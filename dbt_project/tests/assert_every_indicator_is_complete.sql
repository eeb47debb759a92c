-- Every row of the registry has its texts, a known theme and polarity, a type of care, and a plausible range that can
-- be.
with indicators as (
    select * from {{ ref('indicators') }}
),

themes as (
    select profiles.theme
    from {{ ref('theme_profiles') }} as profiles
    inner join {{ ref('codes') }} as codes
        on codes.codelist = 'theme' and profiles.theme = codes.code
),

checked as (
    select
        indicator_code,
        case
            when label_nl is null or label_en is null then 'a label is missing'
            when definition_nl is null or definition_en is null then 'a definition is missing'
            when numerator is null or denominator is null then 'a side of the formula is missing'
            when unit_nl is null or unit_en is null then 'a unit is missing'
            when
                source is null or owner is null or next_review is null
                then 'the source, owner or review date is missing'
            when multiplier is null or multiplier <= 0 then 'the multiplier is not a positive number'
            when decimals is null or decimals not between 0 and 6 then 'decimals is not a number from 0 to 6'
            when polarity is null or polarity not in ('higher', 'lower', 'neutral', 'target_band')
                then concat('polarity ''', coalesce(polarity, ''), ''' is not higher, lower, neutral or target_band')
            when theme is null or theme not in (select themes.theme from themes)
                then
                    concat(
                        'theme ''',
                        coalesce(theme, ''),
                        ''' has no profile in theme_profiles.csv or no label in codes.csv'
                    )
            when plausible_min is null or plausible_max is null or plausible_min >= plausible_max
                then 'the plausible range is missing or upside down'
            when care_types is null then 'no type of care is named'
        end as problem
    from indicators
)

select
    indicator_code,
    concat('Indicator ', indicator_code, ': ', problem, '.') as message
from checked
where problem is not null
