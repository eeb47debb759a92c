-- One row per break in a series: from this year on, figures do not compare with those before it.
-- Mergers follow from the history of the authorities; other breaks are written down.
with mergers as (
    select
        nis_code,
        cast(valid_to_year as integer) + 1 as year,
        string_agg(distinct unit_name, ', ' order by unit_name) as names
    from {{ ref('authority_history') }}
    where valid_to_year is not null
    group by nis_code, valid_to_year
),

written as (
    select * from {{ ref('series_breaks') }}
)

select
    year,
    nis_code,
    cast(null as varchar) as care_type,
    concat('Fusie: ', names) as label_nl,
    concat('Merger: ', names) as label_en
from mergers
union all
select
    cast(year as integer) as year,
    cast(nis_code as varchar) as nis_code,
    care_type,
    label_nl,
    label_en
from written
