-- Every status and every judgement that a figure can have is explained to readers.
with codes as (
    select * from {{ ref('codes') }} where codelist in ('status', 'judgement')
),

terms as (
    select * from {{ ref('terms') }}
)

select
    codes.codelist,
    codes.code,
    concat('The ', codes.codelist, ' ''', codes.code, ''' has no row in terms.csv.') as message
from codes
left join terms
    on codes.codelist = terms.codelist and codes.code = terms.term
where terms.term is null
