-- One row per authority, year, type of care, profile, nearest peer and feature: both values, and the feature's share of
-- the squared distance between them.
with peers as (
    select * from {{ ref('int_nearest_peers') }}
),

features as (
    select * from {{ ref('int_peer_features') }}
),

slots as (
    select * from {{ ref('int_peer_feature_slots') }}
),

compared as (
    select
        peers.nis_code,
        peers.year,
        peers.care_type,
        peers.profile,
        peers.peer_nis_code,
        own.feature,
        slots.label_nl,
        slots.transform,
        own.value as own_value,
        other.value as peer_value,
        slots.weight * (own.scaled_value - other.scaled_value) * (own.scaled_value - other.scaled_value) as square_part
    from peers
    inner join features as own
        on
            peers.nis_code = own.nis_code
            and peers.year = own.year
            and peers.care_type = own.care_type
            and peers.profile = own.profile
    inner join features as other
        on
            peers.peer_nis_code = other.nis_code
            and peers.year = other.year
            and peers.care_type = other.care_type
            and peers.profile = other.profile
            and own.feature = other.feature
    inner join slots
        on own.profile = slots.profile and own.feature = slots.feature
    where own.scaled_value is not null and other.scaled_value is not null
)

select
    nis_code,
    year,
    care_type,
    profile,
    peer_nis_code,
    feature,
    label_nl,
    {{ feature_as_people_read_it('own_value') }} as own_value,
    {{ feature_as_people_read_it('peer_value') }} as peer_value,
    square_part / nullif(
        sum(square_part) over (partition by nis_code, year, care_type, profile, peer_nis_code), 0
    ) as distance_share
from compared
-- The rows of an authority lie together: who asks for one reads a small part of the table.
order by nis_code, year, care_type
