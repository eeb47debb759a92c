{# The rows of public files that the context measures of a unit and year are summed from. Income is that of the latest
   income year known for the year. #}
{% macro context_rows() %}
    {%- for measure, ages in {'population': none, 'children_0_2': [0, 2], 'children_3_11': [3, 11]}.items() %}
    select
        nis_code as unit_nis_code,
        year,
        '{{ measure }}' as measure,
        'population' as dataset,
        year as source_year,
        age,
        {{ as_measure('population') }} as value
    from {{ ref('stg_statbel__population') }}
    {% if ages %} where age between {{ ages[0] }} and {{ ages[1] }} {% endif %}
    union all
    {%- endfor %}
    select
        income_years.unit_nis_code,
        income_years.year,
        'net_taxable_income_eur' as measure,
        'fiscal_income' as dataset,
        income_years.income_year as source_year,
        cast(null as integer) as age,
        {{ as_measure('income.net_taxable_income_eur') }} as value
    from (
        select
            units.unit_nis_code,
            units.year,
            max(income.year) as income_year
        from {{ ref('int_units_by_year') }} as units
        inner join {{ ref('stg_statbel__fiscal_income') }} as income
            on units.unit_nis_code = income.nis_code and units.year >= income.year
        group by units.unit_nis_code, units.year
    ) as income_years
    inner join {{ ref('stg_statbel__fiscal_income') }} as income
        on income_years.unit_nis_code = income.nis_code and income_years.income_year = income.year
{% endmacro %}
