-- One row per fixed group, year, type of care and indicator that at least one of its authorities reported: the group as
-- a whole beside the other groups of its kind, and the spread inside it.
with statistics as (
    select * from {{ ref('int_group_statistics') }}
),

groups as (
    select
        peer_group,
        group_code,
        group_id,
        cast(count(*) as integer) as n_authorities
    from {{ ref('int_group_members') }}
    group by peer_group, group_code, group_id
),

cells as (
    select distinct
        year,
        care_type,
        indicator_code,
        cell_id
    from {{ ref('int_reported_values') }}
),

indicators as (
    select * from {{ ref('indicators') }}
),

summed as (
    select
        groups.peer_group,
        groups.group_code,
        cells.year,
        cells.care_type,
        cells.indicator_code,
        indicators.polarity,
        groups.n_authorities,
        cast(statistics.n_values as integer) as n_values,
        statistics.n_values >= {{ var('min_peers') }} as has_statistics,
        statistics.p25_of_all as p25,
        statistics.median_of_all as median,
        statistics.p75_of_all as p75,
        {{ indicator_ratio('statistics.numerator', 'statistics.denominator', 'indicators.multiplier') }} as ratio,
        statistics.largest_denominator > {{ var('dominance_share') }} * abs(statistics.denominator) as is_dominated
    from cells
    inner join indicators
        on cells.indicator_code = indicators.indicator_code
    cross join groups
    inner join statistics
        on statistics.list_id = {{ sorted_list_id('groups', 'cells') }}
),

shown as (
    select
        summed.*,
        case
            when not summed.has_statistics then 'too_few_peers'
            when summed.ratio is null then 'no_denominator'
            when summed.is_dominated then 'one_peer_dominates'
        end as reason,
        case when summed.has_statistics and not summed.is_dominated then {{ twelve_digits('summed.ratio') }} end
            as tie_value
    from summed
),

placed as (
    select
        shown.*,
        count(shown.tie_value)
            over (partition by shown.peer_group, shown.year, shown.care_type, shown.indicator_code)
            as n_groups,
        rank() over (
            partition by shown.peer_group, shown.year, shown.care_type, shown.indicator_code, shown.tie_value is null
            order by case when shown.polarity = 'lower' then shown.tie_value else -shown.tie_value end
        ) as place
    from shown
)

select
    peer_group,
    group_code,
    year,
    care_type,
    indicator_code,
    n_authorities,
    n_values,
    case when reason is null then ratio end as weighted_mean,
    reason,
    case when has_statistics then p25 end as p25,
    case when has_statistics then median end as median,
    case when has_statistics then p75 end as p75,
    cast(case when tie_value is not null and polarity <> 'target_band' then place end as integer) as rank,
    cast(n_groups as integer) as n_groups
from placed
