-- One row per measure, indicator that it should move, year of the money, type of care and whether authorities took
-- part: the indicator in the year before and in the year after, among the same authorities. It claims no cause.
with reported as (
    select * from {{ ref('int_reported_values') }}
),

effects as (
    select * from {{ ref('via_measure_effects') }}
),

both_years as (
    select
        participation.measure,
        effects.indicator_code,
        effects.expected_direction,
        participation.year,
        participation.care_type,
        participation.took_part,
        before.numerator as before_numerator,
        before.denominator as before_denominator,
        before.value as before_value,
        after.numerator as after_numerator,
        after.denominator as after_denominator,
        after.value as after_value
    from {{ ref('int_via_participation') }} as participation
    inner join effects
        on participation.measure = effects.measure
    inner join reported as before
        on
            participation.nis_code = before.nis_code
            and participation.care_type = before.care_type
            and effects.indicator_code = before.indicator_code
            and participation.year - 1 = before.year
    inner join reported as after
        on
            participation.nis_code = after.nis_code
            and participation.care_type = after.care_type
            and effects.indicator_code = after.indicator_code
            and participation.year + 1 = after.year
),

statistics as (
    select
        measure,
        indicator_code,
        expected_direction,
        year,
        care_type,
        took_part,
        cast(count(*) as integer) as n_authorities,
    {%- for period in ['before', 'after'] %}
        sum({{ period }}_numerator) as {{ period }}_numerator,
        sum({{ period }}_denominator) as {{ period }}_denominator,
        max(abs({{ period }}_denominator)) as {{ period }}_largest,
        {{ quantile_of(period ~ '_value', 'median') }} as {{ period }}_median{{ ',' if not loop.last }}
    {%- endfor %}
    from both_years
    group by measure, indicator_code, expected_direction, year, care_type, took_part
),

shown as (
    select
        statistics.*,
        case
            when statistics.n_authorities < {{ var('min_peers') }} then 'too_few_peers'
            when statistics.before_denominator = 0 or statistics.after_denominator = 0 then 'no_denominator'
            when
                statistics.before_largest > {{ var('dominance_share') }} * abs(statistics.before_denominator)
                or statistics.after_largest > {{ var('dominance_share') }} * abs(statistics.after_denominator)
                then 'one_peer_dominates'
        end as weighted_mean_reason
    from statistics
),

with_figures as (
    select
        shown.*,
    {%- for period in ['before', 'after'] %}
        {%- set numerator = 'shown.' ~ period ~ '_numerator' %}
        {%- set denominator = 'shown.' ~ period ~ '_denominator' %}
        case
            when shown.weighted_mean_reason is null
                then {{ indicator_ratio(numerator, denominator, 'indicators.multiplier') }}
        end as {{ period }}_weighted_mean{{ ',' if not loop.last }}
    {%- endfor %}
    from shown
    inner join {{ ref('indicators') }} as indicators
        on shown.indicator_code = indicators.indicator_code
)

select
    measure,
    indicator_code,
    expected_direction,
    year,
    care_type,
    took_part,
    cast(year - 1 as integer) as before_year,
    cast(year + 1 as integer) as after_year,
    n_authorities,
    {%- for period in ['before', 'after'] %}
        {{ period }}_weighted_mean,
        case when n_authorities >= {{ var('min_peers') }} then {{ period }}_median end as {{ period }}_median,
    {%- endfor %}
    after_weighted_mean - before_weighted_mean as weighted_mean_change,
    case when n_authorities >= {{ var('min_peers') }} then after_median - before_median end as median_change,
    weighted_mean_reason
from with_figures
