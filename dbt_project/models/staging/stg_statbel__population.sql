-- One row per municipality of that year and age; inhabitants on 1 January, from the latest file of the year.
with latest as (
    {{ rows_of_latest_file('population', 'given.year') }}
)

select
    cast(year as integer) as year,
    nis_code,
    cast(age as integer) as age,
    cast(population as integer) as population,
    data_kind
from latest
