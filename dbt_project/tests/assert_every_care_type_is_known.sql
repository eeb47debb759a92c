-- Indicators and measures are meaningful for known types of care, and an indicator only where its measures exist.
with indicator_care_types as (
    select * from {{ ref('int_indicator_care_types') }}
),

measure_care_types as (
    select * from {{ ref('int_measure_care_types') }}
),

terms as (
    select * from {{ ref('int_indicator_terms') }}
),

care_types as (
    select care_type from {{ ref('care_types') }}
)

select
    indicator_care_types.indicator_code as code,
    indicator_care_types.care_type,
    concat(
        'Indicator ', indicator_care_types.indicator_code, ' is asked for ''', indicator_care_types.care_type,
        ''', but its measure ', terms.measure, ' does not exist there.'
    ) as message
from indicator_care_types
inner join terms
    on indicator_care_types.indicator_code = terms.indicator_code
left join measure_care_types
    on terms.measure = measure_care_types.measure and indicator_care_types.care_type = measure_care_types.care_type
where measure_care_types.measure is null
union all
select
    measure_care_types.measure as code,
    measure_care_types.care_type,
    concat(
        'Measure ',
        measure_care_types.measure,
        ' names the unknown type of care ''',
        measure_care_types.care_type,
        '''.'
    )
        as message
from measure_care_types
left join care_types
    on measure_care_types.care_type = care_types.care_type
where care_types.care_type is null
