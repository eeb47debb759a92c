-- One row per code of a codelist: statuses, judgements, themes, polarities, severities, the lists of the contract, and
-- the measures of VIA.
select
    codelist,
    code,
    label_nl,
    label_en,
    cast(position as integer) as position
from {{ ref('codes') }}

union all

select
    'via_measure' as codelist,
    measure as code,
    label_nl,
    label_en,
    cast(row_number() over (order by pillar, label_nl) as integer) as position
from {{ ref('via_measures') }}
