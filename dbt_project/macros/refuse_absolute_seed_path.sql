{# dbt joins the path of a seed to its target folder when it writes down what it ran; an absolute path wins that join,
   and dbt would write its SQL over the seed itself. So only a path relative to the project is accepted. #}
{% macro refuse_absolute_seed_path() -%}
    {%- set path = env_var('OPVANGSPIEGEL_SEEDS', 'seeds') -%}
    {%- if path.startswith('/') or path.startswith('\\') or ':' in path -%}
        {{ exceptions.raise_compiler_error(
            "OPVANGSPIEGEL_SEEDS is '" ~ path ~ "', an absolute path: dbt would write over the seeds. "
            ~ "Give a path relative to the dbt project, such as 'examples/home_care/seeds'."
        ) }}
    {%- endif -%}
{%- endmacro %}
