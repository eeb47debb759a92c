-- One row per authority, year, type of care, theme and nearest peer.
-- The match is far when even the last of the peers is far away, and limited when features were missing.
with peers as (
    select
        peers.*,
        max(peers.distance)
            over (partition by peers.nis_code, peers.year, peers.care_type, peers.profile)
            as last_distance,
        min(peers.known_share)
            over (partition by peers.nis_code, peers.year, peers.care_type, peers.profile)
            as least_known_share
    from {{ ref('int_nearest_peers') }} as peers
),

themes as (
    select * from {{ ref('theme_profiles') }}
)

select
    peers.nis_code,
    peers.year,
    peers.care_type,
    themes.theme,
    peers.profile,
    peers.peer_nis_code,
    peers.peer_rank,
    peers.distance,
    case
        when peers.least_known_share < 0.999 then 'limited'
        when peers.last_distance > {{ var('far_distance') }} then 'far'
        else 'good'
    end as match_quality
from peers
inner join themes
    on peers.profile = themes.profile
-- The rows of an authority lie together: who asks for one reads a small part of the table.
order by peers.nis_code, peers.year, peers.care_type
