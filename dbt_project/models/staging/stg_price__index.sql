-- One row per year of the price index that counts: that of the latest file, whole, for two indexes never mix.
with latest as (
    {{ rows_of_latest_file('price_index', 'files.dataset') }}
)

select
    cast(year as integer) as year,
    cast(index_figure as decimal(18, 4)) as index_figure,
    cast(base_year as integer) as base_year,
    index_name,
    source,
    data_kind
from latest
