-- One row per kind of peer group.
select
    peer_group,
    label_nl,
    label_en,
    kind,
    definition_nl,
    definition_en,
    cast(position as integer) as position
from {{ ref('peer_groups') }}
