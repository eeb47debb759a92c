{# What the difference to the median comes to over a year: the difference times the own denominator, in the unit of the
   numerator. Only money and staff: of the other units a sum over the year says nothing to a council.
   `benchmarks` gives nis_code, year, care_type, indicator_code, peer_group and difference. #}
{% macro difference_amounts(benchmarks) %}
    select
        benchmarks.nis_code,
        benchmarks.year,
        benchmarks.care_type,
        benchmarks.indicator_code,
        benchmarks.peer_group,
        benchmarks.difference * cast(own.denominator as double) / cast(indicators.multiplier as double) as amount,
        units.unit
    from {{ benchmarks }} as benchmarks
    inner join {{ ref('fct_indicator_values') }} as own
        on benchmarks.nis_code = own.nis_code
        and benchmarks.year = own.year
        and benchmarks.care_type = own.care_type
        and benchmarks.indicator_code = own.indicator_code
    inner join {{ ref('indicators') }} as indicators
        on benchmarks.indicator_code = indicators.indicator_code
    inner join (
        select terms.indicator_code, min(measures.unit) as unit
        from {{ ref('int_indicator_terms') }} as terms
        inner join {{ ref('measures') }} as measures
            on terms.measure = measures.measure
        where terms.side = 'numerator'
        group by terms.indicator_code
        having min(measures.unit) = max(measures.unit) and min(measures.unit) in ('euro', 'VTE')
    ) as units
        on benchmarks.indicator_code = units.indicator_code
    where benchmarks.difference is not null
{% endmacro %}

{% macro create_difference_functions() -%}
    {{ return(adapter.dispatch('create_difference_functions', 'opvangspiegel')()) }}
{%- endmacro %}

{# An engine without table functions has the mart only. #}
{% macro default__create_difference_functions() -%} {%- endmacro %}

{# The same for peers that someone names, as functions.benchmarks_of has their statistics. #}
{% macro duckdb__create_difference_functions() -%}
    create schema if not exists functions;
    create or replace macro functions.differences_of(own_nis_code, peer_nis_codes) as table (
        with benchmarks_of_chosen as (
            {{ benchmarks_of('own_nis_code', 'peer_nis_codes') }}
        )
        {{ without_database(difference_amounts('benchmarks_of_chosen')) }}
    )
{%- endmacro %}
