-- One row per municipality of that year and income year; net taxable income in euro, from the latest file of the year.
with latest as (
    {{ rows_of_latest_file('fiscal_income', 'given.year') }}
)

select
    cast(year as integer) as year,
    nis_code,
    cast(total_net_taxable_eur as decimal(18, 2)) as net_taxable_income_eur,
    data_kind
from latest
