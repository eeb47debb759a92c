-- Features, guards and types of care name measures of the registry; a profile has features, and no more than fit.
with measures as (
    select measure from {{ ref('measures') }}
),

named as (
    select concat('Feature ', profile, '.', feature, ' (numerator)') as place, numerator as measure
    from {{ ref('peer_features') }}
    union all
    select concat('Feature ', profile, '.', feature, ' (denominator)') as place, denominator as measure
    from {{ ref('peer_features') }}
    where denominator is not null
    union all
    select concat('Measure ', measure, ' (guarded_by)') as place, guarded_by as measure
    from {{ ref('measures') }}
    where guarded_by is not null
    union all
    select concat('Type of care ', care_type, ' (offer_measure)') as place, offer_measure as measure
    from {{ ref('care_types') }}
),

profiles as (
    select themes.profile, count(features.feature) as n_features
    from {{ ref('theme_profiles') }} as themes
    left join {{ ref('peer_features') }} as features
        on themes.profile = features.profile
    group by themes.theme, themes.profile
)

select
    named.place,
    concat(
        named.place, ' names the measure ''', coalesce(named.measure, ''), ''', which is not in measures.csv.'
    ) as message
from named
left join measures
    on named.measure = measures.measure
where measures.measure is null
union all
select
    profile as place,
    concat(
        'Profile ', profile, ' has ', cast(n_features as varchar), ' features in peer_features.csv; it needs 1 to ',
        '{{ feature_slots() | length }}', '.'
    ) as message
from profiles
where n_features not between 1 and {{ feature_slots() | length }}
union all
select
    feature as place,
    concat(
        'Feature ', profile, '.', feature, ': ',
        case
            when weight is null or weight <= 0 then 'the weight is not a positive number.'
            else 'the transform is not none or log.'
        end
    ) as message
from {{ ref('peer_features') }}
where weight is null or weight <= 0 or transform is null or transform not in ('none', 'log')
