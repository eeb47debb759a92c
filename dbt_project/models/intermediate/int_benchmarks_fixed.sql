{{ config(materialized = 'view') }}

-- One row per authority, year, type of care, indicator and fixed peer group: statistics of the others in its group.
with own_values as (
    select nis_code, year, care_type, indicator_code, cell_id from {{ ref('int_indicator_values') }}
),

members as (
    select * from {{ ref('int_group_members') }}
),

group_sizes as (
    select peer_group, group_code, count(*) as n_members from members group by peer_group, group_code
),

positions as (
    select * from {{ ref('int_group_positions') }}
),

statistics as (
    select * from {{ ref('int_group_statistics') }}
),

placed as (
    select
        own_values.nis_code,
        own_values.year,
        own_values.care_type,
        own_values.indicator_code,
        members.peer_group,
        members.group_code,
        {{ sorted_list_id('members', 'own_values') }} as list_id,
        group_sizes.n_members - 1 as peers_total,
        positions.place,
        positions.numerator as own_numerator,
        positions.denominator as own_denominator,
        positions.n_lower,
        positions.n_equal - 1 as n_equal
    from own_values
    inner join members
        on own_values.nis_code = members.nis_code
    inner join group_sizes
        on members.peer_group = group_sizes.peer_group and members.group_code = group_sizes.group_code
    left join positions
        on
            positions.list_id = {{ sorted_list_id('members', 'own_values') }}
            and own_values.nis_code = positions.nis_code
),

counted as (
    select
        placed.nis_code,
        placed.year,
        placed.care_type,
        placed.indicator_code,
        placed.peer_group,
        placed.group_code,
        placed.peers_total,
        placed.place,
        placed.n_lower,
        placed.n_equal,
        coalesce(statistics.n_values, 0) - case when placed.place is null then 0 else 1 end as n_peers,
        statistics.numerator - coalesce(placed.own_numerator, 0) as peer_numerator,
        statistics.denominator - coalesce(placed.own_denominator, 0) as peer_denominator,
        case
            when abs(placed.own_denominator) = statistics.largest_denominator and statistics.n_largest = 1
                then statistics.second_denominator
            else statistics.largest_denominator
        end as largest_denominator,
    {%- for name in quantiles() %}
        {{ quantile_of_others(name, 'placed.place', 'statistics') }} as {{ name }}{{ ',' if not loop.last }}
    {%- endfor %}
    from placed
    left join statistics
        on placed.list_id = statistics.list_id
)

select
    nis_code,
    year,
    care_type,
    indicator_code,
    peer_group,
    group_code,
    cast(peers_total as integer) as peers_total,
    cast(n_peers as integer) as n_peers,
    n_lower,
    n_equal,
    peer_numerator,
    peer_denominator,
    largest_denominator,
{%- for name in quantiles() %}
    {{ name }}{{ ',' if not loop.last }}
{%- endfor %}
from counted
