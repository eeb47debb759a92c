-- One row per authority, year, type of care, indicator and peer group: the own value beside the statistics of the
-- peers.
{{ config(post_hook = '{{ create_functions() }}') }}

with statistics as (
    select * from {{ ref('int_benchmarks_fixed') }}
    union all
    select * from {{ ref('int_benchmarks_nearest') }}
),

facts as (
    select
        statistics.*,
        own_values.value,
        own_values.status,
        indicators.polarity,
        indicators.multiplier,
        bands.lower_bound as band_lower,
        bands.upper_bound as band_upper
    from statistics
    inner join {{ ref('fct_indicator_values') }} as own_values
        on
            statistics.nis_code = own_values.nis_code
            and statistics.year = own_values.year
            and statistics.care_type = own_values.care_type
            and statistics.indicator_code = own_values.indicator_code
    inner join {{ ref('indicators') }} as indicators
        on statistics.indicator_code = indicators.indicator_code
    left join {{ ref('int_bands_by_year') }} as bands
        on
            statistics.indicator_code = bands.indicator_code
            and statistics.care_type = bands.care_type
            and statistics.year = bands.year
),

judged as (
    {{ judged('facts', [
        'nis_code', 'year', 'care_type', 'indicator_code', 'peer_group', 'group_code', 'peers_total',
        'value', 'status'
    ]) }}
)

select * from judged
-- The rows of an authority lie together: who asks for one reads a small part of the table.
order by nis_code, year, care_type
