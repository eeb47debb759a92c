-- A total over types of care is the sum of the types that apply, whenever it has a value.
with parts as (
    select
        nis_code,
        year,
        measure,
        sum(value) as parts_value,
        count(case when status in ('not_submitted', 'rejected', 'withheld') then 1 end) as n_gaps
    from {{ ref('fct_measures') }}
    where care_type <> '{{ var("total_care_type") }}'
    group by nis_code, year, measure
),

totals as (
    select facts.nis_code, facts.year, facts.measure, facts.value
    from {{ ref('fct_measures') }} as facts
    inner join {{ ref('measures') }} as measures
        on facts.measure = measures.measure and measures.sheet in (select sheet from {{ ref('sheets') }})
    where facts.care_type = '{{ var("total_care_type") }}'
)

select
    totals.nis_code,
    totals.year,
    totals.measure,
    totals.value,
    parts.parts_value,
    parts.n_gaps
from totals
inner join parts
    on totals.nis_code = parts.nis_code and totals.year = parts.year and totals.measure = parts.measure
where totals.value is not null and (totals.value <> parts.parts_value or parts.n_gaps > 0)
