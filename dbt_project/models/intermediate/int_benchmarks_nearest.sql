{{ config(materialized = 'view') }}

-- One row per authority, year, type of care and indicator: statistics of its nearest peers for the indicator's theme.
with indicator_profiles as (
    select
        indicators.indicator_code,
        profiles.profile
    from {{ ref('indicators') }} as indicators
    inner join {{ ref('theme_profiles') }} as profiles
        on indicators.theme = profiles.theme
),

own_values as (
    select
        own.nis_code,
        own.year,
        own.care_type,
        own.indicator_code,
        own.cell_id,
        indicator_profiles.profile
    from {{ ref('int_indicator_values') }} as own
    inner join indicator_profiles
        on own.indicator_code = indicator_profiles.indicator_code
),

reported as (
    select * from {{ ref('int_reported_values') }}
),

peers as (
    select * from {{ ref('int_nearest_peers') }}
),

peer_counts as (
    select nis_code, year, care_type, profile, count(*) as peers_total
    from peers
    group by nis_code, year, care_type, profile
),

pairs as (
    select
        peers.nis_code,
        peer_values.cell_id,
        peer_values.numerator,
        peer_values.denominator,
        peer_values.value,
        peer_values.tie_value
    from reported as peer_values
    inner join indicator_profiles
        on peer_values.indicator_code = indicator_profiles.indicator_code
    inner join peers
        on
            peer_values.nis_code = peers.peer_nis_code
            and peer_values.year = peers.year
            and peer_values.care_type = peers.care_type
            and indicator_profiles.profile = peers.profile
),

compared as (
    select
        pairs.*,
        own.tie_value as own_tie_value
    from pairs
    left join reported as own
        on pairs.nis_code = own.nis_code and pairs.cell_id = own.cell_id
),

statistics as (
    {{ peer_statistics('compared', ['nis_code', 'cell_id']) }}
)

select
    own_values.nis_code,
    own_values.year,
    own_values.care_type,
    own_values.indicator_code,
    'nearest' as peer_group,
    cast(null as varchar) as group_code,
    cast(coalesce(peer_counts.peers_total, 0) as integer) as peers_total,
    coalesce(statistics.n_peers, 0) as n_peers,
    statistics.n_lower,
    statistics.n_equal,
    statistics.peer_numerator,
    statistics.peer_denominator,
    statistics.largest_denominator,
{%- for name in quantiles() %}
    statistics.{{ name }}{{ ',' if not loop.last }}
{%- endfor %}
from own_values
left join peer_counts
    on
        own_values.nis_code = peer_counts.nis_code
        and own_values.year = peer_counts.year
        and own_values.care_type = peer_counts.care_type
        and own_values.profile = peer_counts.profile
left join statistics
    on own_values.nis_code = statistics.nis_code and own_values.cell_id = statistics.cell_id
