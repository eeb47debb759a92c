-- One row per indicator: the registry as people read it, with its formula in words.
with indicators as (
    select * from {{ ref('indicators') }}
),

terms as (
    select
        terms.indicator_code,
        terms.side,
        string_agg(
            concat(case when terms.sign < 0 then '− ' else '+ ' end, measures.label_nl),
            ' ' order by terms.sign desc, measures.position asc
        ) as words_nl,
        string_agg(
            concat(case when terms.sign < 0 then '− ' else '+ ' end, measures.label_en),
            ' ' order by terms.sign desc, measures.position asc
        ) as words_en
    from {{ ref('int_indicator_terms') }} as terms
    inner join {{ ref('measures') }} as measures
        on terms.measure = measures.measure
    group by terms.indicator_code, terms.side
),

themes as (
    select code, label_nl, label_en, position from {{ ref('codes') }} where codelist = 'theme'
)

select
    indicators.indicator_code,
    indicators.label_nl,
    indicators.label_en,
    indicators.theme,
    themes.label_nl as theme_nl,
    themes.label_en as theme_en,
    indicators.unit_nl as unit,
    indicators.unit_nl,
    indicators.unit_en,
    cast(indicators.decimals as integer) as decimals,
    indicators.polarity,
    indicators.care_types,
    cast(indicators.multiplier as double) as multiplier,
    cast(indicators.plausible_min as double) as plausible_min,
    cast(indicators.plausible_max as double) as plausible_max,
    indicators.definition_nl,
    indicators.definition_en,
    {{ formula_in_words('words_nl') }} as formula_nl,
    {{ formula_in_words('words_en') }} as formula_en,
    indicators.source,
    indicators.owner,
    cast(indicators.next_review as date) as next_review,
    cast(themes.position * 1000 + indicators.position as integer) as position
from indicators
inner join terms as numerators
    on indicators.indicator_code = numerators.indicator_code and numerators.side = 'numerator'
inner join terms as denominators
    on indicators.indicator_code = denominators.indicator_code and denominators.side = 'denominator'
inner join themes
    on indicators.theme = themes.code
