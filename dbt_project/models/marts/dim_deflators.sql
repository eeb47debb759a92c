-- One row per year with figures and indicator in money: what an amount of that year is multiplied by to stand in the
-- prices of one year, the latest one with figures that the index knows.
with years as (
    select distinct year from {{ ref('int_units_by_year') }}
),

known as (
    select price_index.*
    from {{ ref('stg_price__index') }} as price_index
    inner join years
        on price_index.year = years.year
),

latest as (
    select max(year) as year from known
),

-- The index says which it is, also for a year of which it has no figure.
price_level as (
    select
        known.index_name,
        known.source,
        known.base_year,
        known.data_kind,
        known.year as prices_of_year,
        known.index_figure
    from known
    inner join latest
        on known.year = latest.year
)

select
    years.year,
    money.indicator_code,
    {{ deflator('known.index_figure', 'price_level.index_figure') }} as deflator,
    price_level.prices_of_year,
    price_level.index_name,
    price_level.source as index_source,
    price_level.base_year as index_base_year,
    price_level.data_kind as index_data_kind
from years
cross join {{ ref('int_money_indicators') }} as money
left join known
    on years.year = known.year
left join price_level
    on price_level.prices_of_year is not null
