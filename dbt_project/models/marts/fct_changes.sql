-- One row per authority on today's map, year, type of care and indicator that the year before has too: what changed.
-- Only values that were reported in both years make a change.
with figures as (
    select * from {{ ref('fct_indicator_values') }}
),

pairs as (
    select
        figures.nis_code,
        figures.year,
        figures.care_type,
        figures.indicator_code,
        figures.value,
        figures.status,
        earlier.value as value_before,
        earlier.status as status_before,
        case
            when figures.status <> 'reported' or earlier.status <> 'reported' then null
            when
                {{ is_above('figures.value', 'earlier.value') }} or {{ is_above('earlier.value', 'figures.value') }}
                then figures.value - earlier.value
            else figures.value * 0
        end as change
    from figures
    inner join figures as earlier
        on
            figures.nis_code = earlier.nis_code
            and figures.year = earlier.year + 1
            and figures.care_type = earlier.care_type
            and figures.indicator_code = earlier.indicator_code
),

-- The years in which an authority's series of a type of care breaks; a total breaks with each of its parts.
broken as (
    select distinct
        cells.nis_code,
        cells.year,
        cells.care_type
    from (select distinct nis_code, year, care_type from pairs) as cells
    inner join {{ ref('dim_series_breaks') }} as breaks
        on
            cells.year = breaks.year
            and (breaks.nis_code is null or cells.nis_code = breaks.nis_code)
            and (
                breaks.care_type is null
                or cells.care_type = breaks.care_type
                or cells.care_type = '{{ var("total_care_type") }}'
            )
),

ranked as (
    select
        pairs.*,
        count(pairs.change) over (partition by pairs.year, pairs.care_type, pairs.indicator_code) - 1 as n_others,
        percent_rank() over (
            partition by pairs.year, pairs.care_type, pairs.indicator_code, pairs.change is null
            order by {{ twelve_digits('abs(pairs.change)') }}
        ) as share_smaller
    from pairs
)

select
    ranked.nis_code,
    ranked.year,
    ranked.care_type,
    ranked.indicator_code,
    ranked.value,
    ranked.status,
    ranked.value_before,
    ranked.status_before,
    ranked.change,
    case
        when ranked.value_before > 0 and indicators.unit_nl <> '%' then ranked.change / ranked.value_before
    end as change_share,
    case
        when ranked.change is not null and ranked.n_others >= {{ var('min_peers') }} then ranked.share_smaller * 100
    end as change_percentile,
    broken.nis_code is not null as has_break
from ranked
inner join {{ ref('indicators') }} as indicators
    on ranked.indicator_code = indicators.indicator_code
left join broken
    on
        ranked.nis_code = broken.nis_code
        and ranked.year = broken.year
        and ranked.care_type = broken.care_type
-- The rows of an authority lie together: who asks for one reads a small part of the table.
order by ranked.nis_code, ranked.year, ranked.care_type
