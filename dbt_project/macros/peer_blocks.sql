{# Blocks of vectors that lie close together: what rules out most pairs before they are measured. #}

{# A number that holds within a year: years stay apart, so that one can be made without the others. #}
{% macro number_in_year(ranking, rows, columns) -%}
    {{ rows }}.year * cast(100000000 as bigint) + {{ ranking }} over (
        partition by {{ rows }}.year
        order by {% for column in columns %}{{ rows }}.{{ column }}{{ ', ' if not loop.last }}{% endfor %}
    )
{%- endmacro %}

{# Which features a vector has, as one number; and how many. #}
{% macro known_features(vectors) -%}
    {%- for slot in feature_slots() %}
    case when {{ vectors }}.f{{ slot }} is not null then {{ 2 ** loop.index0 }} else 0 end{{ ' +' if not loop.last }}
    {%- endfor %}
{%- endmacro %}

{% macro n_known_features(vectors) -%}
    {%- for slot in feature_slots() %}
    case when {{ vectors }}.f{{ slot }} is not null then 1 else 0 end{{ ' +' if not loop.last }}
    {%- endfor %}
{%- endmacro %}

{# The columns that say in which slice of each feature a vector lies. #}
{% macro slices() -%}
    {%- set names = [] -%}
    {%- for slot in feature_slots() %}{% do names.append('slice' ~ slot) %}{% endfor -%}
    {{ return(names) }}
{%- endmacro %}

{# Cut the vectors that know the same features into slices of the first feature, each of these into slices of the next,
   and so on: as many of each as leave about `peer_block_size` vectors in the last ones. A feature that they do not know
   is not cut. #}
{% macro sliced(vectors, slots) -%}
    {%- if not slots %} select * from {{ vectors }}
    {%- else %}
    select
        cut.*,
        case
            when f{{ slots[-1] }} is not null
                then least(n_slices - 1, floor(n_slices * percent_rank() over (
                    partition by set_id, known_features{% for slot in slots[:-1] %}, slice{{ slot }}{% endfor %}
                    order by f{{ slots[-1] }}
                )))
        end as slice{{ slots[-1] }}
    from ({{ sliced(vectors, slots[:-1]) }}) as cut
    {%- endif %}
{%- endmacro %}
