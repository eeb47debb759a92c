-- One row per fixed kind of peer group and authority: the group it belongs to. Unknown membership has no row.
select
    peer_group,
    group_code,
    nis_code
from {{ ref('int_group_members') }}
