-- One row per unit, year, type of care and measure, as reported: the total over all types of care included.
-- A figure of a bulk file counts where nothing was submitted; it lifts no other gap. `origin` says where the figure
-- came from: a sheet, a bulk file, context, the submission itself, or the sum over the types of care.
with scaffold as (
    select
        units.unit_nis_code,
        units.nis_code,
        units.year,
        measures.care_type,
        measures.measure,
        measures.sheet
    from {{ ref('int_units_by_year') }} as units
    cross join {{ ref('int_measure_care_types') }} as measures
),

given as (
    select unit_nis_code, year, care_type, measure, value, status_rank from {{ ref('int_measures_withheld') }}
    union all
    select unit_nis_code, year, care_type, measure, value, status_rank from {{ ref('int_measures_context') }}
    union all
    select unit_nis_code, year, care_type, measure, value, status_rank from {{ ref('int_measures_submission') }}
),

bulk as (
    select * from {{ ref('int_measures_bulk') }}
),

joined as (
    select
        scaffold.unit_nis_code,
        scaffold.nis_code,
        scaffold.year,
        scaffold.care_type,
        scaffold.measure,
        scaffold.sheet,
        case when {{ bulk_counts() }} then bulk.value else given.value end as value,
        case
            when {{ bulk_counts() }} then bulk.status_rank
            else coalesce(given.status_rank, {{ status_rank('not_submitted') }})
        end as status_rank,
        case
            when {{ bulk_counts() }} then 'bulk'
            when scaffold.sheet in ('context', 'submission') then scaffold.sheet
            else 'sheet'
        end as origin,
        given.status_rank is not null or bulk.status_rank is not null as is_given
    from scaffold
    left join given
        on
            scaffold.unit_nis_code = given.unit_nis_code
            and scaffold.year = given.year
            and scaffold.care_type = given.care_type
            and scaffold.measure = given.measure
    left join bulk
        on
            scaffold.unit_nis_code = bulk.unit_nis_code
            and scaffold.year = bulk.year
            and scaffold.care_type = bulk.care_type
            and scaffold.measure = bulk.measure
),

per_care_type as (
    select * from joined
    where care_type <> '{{ var("total_care_type") }}' or is_given
),

totals as (
    select
        parts.unit_nis_code,
        parts.nis_code,
        parts.year,
        '{{ var("total_care_type") }}' as care_type,
        parts.measure,
        {{ sum_without_gaps('parts.value', 'parts.status_rank') }} as value,
        {{ status_rank_of_sum('parts.status_rank') }} as status_rank,
        'sum' as origin
    from joined as parts
    inner join joined as whole
        on
            parts.unit_nis_code = whole.unit_nis_code
            and parts.year = whole.year
            and parts.measure = whole.measure
            and whole.care_type = '{{ var("total_care_type") }}'
            and not whole.is_given
    where parts.care_type <> '{{ var("total_care_type") }}'
    group by parts.unit_nis_code, parts.nis_code, parts.year, parts.measure
)

select unit_nis_code, nis_code, year, care_type, measure, value, status_rank, origin from per_care_type
union all
select unit_nis_code, nis_code, year, care_type, measure, value, status_rank, origin from totals
