-- One row per authority, year, type of care and feature: its value, and the value in p10-p90 spreads of the candidates.
-- A feature without spread has no scaled value and so drops out; one extreme authority does not move the spread.
with features as (
    select * from {{ ref('int_peer_feature_slots') }}
),

measures as (
    select nis_code, year, care_type, measure, value
    from {{ ref('int_measures_today') }}
    where status_rank = {{ status_rank('reported') }}
),

feature_values as (
    select
        features.profile,
        features.feature,
        numerators.nis_code,
        numerators.year,
        numerators.care_type,
        case
            when features.transform = 'log'
                then
                    ln(nullif(greatest({{ feature_ratio() }}, 0), 0))
            else {{ feature_ratio() }}
        end as value
    from features
    inner join measures as numerators
        on features.numerator = numerators.measure
    left join measures as denominators
        on
            features.denominator = denominators.measure
            and numerators.nis_code = denominators.nis_code
            and numerators.year = denominators.year
            and numerators.care_type = denominators.care_type
),

candidates as (
    select * from {{ ref('int_peer_candidates') }}
),

spreads as (
    select
        feature_values.profile,
        feature_values.feature,
        feature_values.year,
        feature_values.care_type,
        percentile_cont(0.9) within group (order by feature_values.value)
        - percentile_cont(0.1) within group (order by feature_values.value) as spread
    from feature_values
    inner join candidates
        on
            feature_values.nis_code = candidates.nis_code
            and feature_values.year = candidates.year
            and feature_values.care_type = candidates.care_type
    where feature_values.value is not null
    group by feature_values.profile, feature_values.feature, feature_values.year, feature_values.care_type
)

select
    feature_values.profile,
    feature_values.feature,
    feature_values.nis_code,
    feature_values.year,
    feature_values.care_type,
    feature_values.value,
    case when spreads.spread > 1e-9 then feature_values.value / spreads.spread end as scaled_value
from feature_values
inner join spreads
    on
        feature_values.profile = spreads.profile
        and feature_values.feature = spreads.feature
        and feature_values.year = spreads.year
        and feature_values.care_type = spreads.care_type
where feature_values.value is not null
