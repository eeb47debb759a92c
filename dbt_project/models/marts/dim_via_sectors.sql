-- One row per sector that the VIA agreements speak of, with the group it is a part of.
select
    sector,
    label_nl,
    label_en,
    part_of,
    is_own,
    cast(position as integer) as position
from {{ ref('via_sectors') }}
