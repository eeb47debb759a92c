-- One row per authority, year, type of care and indicator: statistics of its nearest peers for the indicator's theme.
with own_values as (
    select
        own.nis_code,
        own.year,
        own.care_type,
        own.indicator_code,
        profiles.profile
    from {{ ref('int_indicator_values') }} as own
    inner join {{ ref('indicators') }} as indicators
        on own.indicator_code = indicators.indicator_code
    inner join {{ ref('theme_profiles') }} as profiles
        on indicators.theme = profiles.theme
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
        own_values.nis_code,
        own_values.year,
        own_values.care_type,
        own_values.indicator_code,
        own_reported.tie_value as own_tie_value,
        peer_values.numerator,
        peer_values.denominator,
        peer_values.value,
        peer_values.tie_value
    from own_values
    inner join peers
        on own_values.nis_code = peers.nis_code
        and own_values.year = peers.year
        and own_values.care_type = peers.care_type
        and own_values.profile = peers.profile
    inner join reported as peer_values
        on peers.peer_nis_code = peer_values.nis_code
        and peers.year = peer_values.year
        and peers.care_type = peer_values.care_type
        and own_values.indicator_code = peer_values.indicator_code
    left join reported as own_reported
        on own_values.nis_code = own_reported.nis_code
        and own_values.year = own_reported.year
        and own_values.care_type = own_reported.care_type
        and own_values.indicator_code = own_reported.indicator_code
),

statistics as (
    {{ peer_statistics('pairs', ['nis_code', 'year', 'care_type', 'indicator_code']) }}
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
    on own_values.nis_code = peer_counts.nis_code
    and own_values.year = peer_counts.year
    and own_values.care_type = peer_counts.care_type
    and own_values.profile = peer_counts.profile
left join statistics
    on own_values.nis_code = statistics.nis_code
    and own_values.year = statistics.year
    and own_values.care_type = statistics.care_type
    and own_values.indicator_code = statistics.indicator_code
