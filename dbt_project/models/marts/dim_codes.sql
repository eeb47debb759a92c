-- One row per code of a codelist: statuses, judgements, themes, polarities, severities and the lists of the contract.
select
    codelist,
    code,
    label_nl,
    label_en,
    cast(position as integer) as position
from {{ ref('codes') }}
