{# What only one engine has. A new engine adds its own version of these macros and nothing else. #}

{% macro days_between(first, last) -%}
    {{ return(adapter.dispatch('days_between', 'opvangspiegel')(first, last)) }}
{%- endmacro %}

{% macro default__days_between(first, last) -%} datediff({{ last }}, {{ first }}) {%- endmacro %}

{% macro duckdb__days_between(first, last) -%} date_diff('day', {{ first }}, {{ last }}) {%- endmacro %}

{% macro first_of_january(year) -%} cast(concat(cast({{ year }} as varchar), '-01-01') as date) {%- endmacro %}

{% macro last_of_december(year) -%} cast(concat(cast({{ year }} as varchar), '-12-31') as date) {%- endmacro %}

{# One row per word of a text, in the column `word`; words are parted by one space. #}
{% macro words_as_rows(expression) -%}
    {{ return(adapter.dispatch('words_as_rows', 'opvangspiegel')(expression)) }}
{%- endmacro %}

{% macro default__words_as_rows(expression) -%} explode(split({{ expression }}, ' ')) {%- endmacro %}

{% macro duckdb__words_as_rows(expression) -%} unnest(string_split({{ expression }}, ' ')) {%- endmacro %}

{# A value kept to twelve significant digits: values that are equal on these tie. #}
{% macro twelve_digits(expression) -%}
    {{ return(adapter.dispatch('twelve_digits', 'opvangspiegel')(expression)) }}
{%- endmacro %}

{% macro default__twelve_digits(expression) -%}
    cast(format_string('%.11e', {{ expression }}) as double)
{%- endmacro %}

{% macro duckdb__twelve_digits(expression) -%} cast(format('{:.11e}', {{ expression }}) as double) {%- endmacro %}

{# One of the type 7 quantiles of a group. DuckDB takes all of them from one sorted list. #}
{% macro quantile_of(expression, name) -%}
    {{ return(adapter.dispatch('quantile_of', 'opvangspiegel')(expression, name)) }}
{%- endmacro %}

{% macro default__quantile_of(expression, name) -%}
    percentile_cont({{ quantiles()[name] / 100 }}) within group (order by {{ expression }})
{%- endmacro %}

{% macro duckdb__quantile_of(expression, name) -%}
    quantile_cont(
        {{ expression }}, [{% for percent in quantiles().values() %}{{ percent / 100 }}{{ ', ' if not loop.last }}{% endfor %}]
    )[{{ (quantiles().keys() | list).index(name) + 1 }}]
{%- endmacro %}

{# An amount and a day as Dutch readers write them. #}
{% macro euro_text(amount) -%} {{ return(adapter.dispatch('euro_text', 'opvangspiegel')(amount)) }} {%- endmacro %}

{% macro default__euro_text(amount) -%}
    concat('€ ', translate(format_number({{ amount }}, 2), ',.', '.,'))
{%- endmacro %}

{% macro duckdb__euro_text(amount) -%}
    concat('€ ', translate(format('{:,.2f}', {{ amount }}), ',.', '.,'))
{%- endmacro %}

{% macro day_text(day) -%} {{ return(adapter.dispatch('day_text', 'opvangspiegel')(day)) }} {%- endmacro %}

{% macro default__day_text(day) -%} date_format({{ day }}, 'dd/MM/yyyy') {%- endmacro %}

{% macro duckdb__day_text(day) -%} strftime({{ day }}, '%d/%m/%Y') {%- endmacro %}
