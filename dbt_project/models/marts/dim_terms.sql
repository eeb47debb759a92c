-- One row per term that the pages explain. A status or a judgement has its label from the code list.
with terms as (
    select * from {{ ref('terms') }}
),

codes as (
    select * from {{ ref('codes') }}
)

select
    terms.term,
    terms.codelist,
    coalesce(terms.label_nl, codes.label_nl) as label_nl,
    coalesce(terms.label_en, codes.label_en) as label_en,
    terms.definition_nl,
    terms.definition_en,
    cast(terms.position as integer) as position
from terms
left join codes
    on terms.codelist = codes.codelist and terms.term = codes.code
