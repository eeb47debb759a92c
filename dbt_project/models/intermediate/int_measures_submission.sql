-- One row per unit, year and measure about handing in itself.
with facts as (
    select * from {{ ref('int_submission_facts') }}
),

measured as (
    select unit_nis_code, year, 'submissions_expected' as measure, 1 as value from facts
    union all
    select
        unit_nis_code, year, 'submissions_received' as measure, case when version is null then 0 else 1 end as value
    from facts
    union all
    select
        unit_nis_code,
        year,
        'submissions_on_time' as measure,
        case when version is null then 0 when not is_late then 1 when is_late then 0 end as value
    from facts
    union all
    select unit_nis_code, year, 'cells_required' as measure, n_required_cells as value from facts
    union all
    select unit_nis_code, year, 'cells_filled' as measure, n_filled_cells as value from facts
)

select
    unit_nis_code,
    year,
    '{{ var("total_care_type") }}' as care_type,
    measure,
    {{ as_measure('value') }} as value,
    case
        when value is null then {{ status_rank('not_submitted') }}
        else {{ status_rank('reported') }}
    end as status_rank
from measured
