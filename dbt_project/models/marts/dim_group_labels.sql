-- One row per group of a fixed kind.
select
    peer_group,
    group_code,
    label_nl,
    label_en,
    cast(position as integer) as position
from {{ ref('peer_group_labels') }}
