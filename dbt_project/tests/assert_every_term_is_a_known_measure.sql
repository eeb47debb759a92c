-- An indicator may only name measures of the registry, each once per side.
{{ config(tags=['registry']) }}

select
    terms.indicator_code,
    terms.side,
    terms.measure,
    concat(
        'Indicator ', terms.indicator_code, ' (', terms.side, ') names the measure ''', terms.measure,
        ''', which is not in measures.csv. Measures are parted by '' + '' or '' - ''.'
    ) as message
from {{ ref('int_indicator_terms') }} as terms
left join {{ ref('measures') }} as measures
    on terms.measure = measures.measure
where measures.measure is null
