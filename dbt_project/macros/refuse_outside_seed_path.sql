{# dbt joins the path of a seed to its target folder when it writes down what it ran; an absolute path wins that join,
   one that climbs out of the project may lead back to the seed, and dbt would write its SQL over the seed itself. So
   only a path inside the project is accepted. #}
{% macro refuse_outside_seed_path() -%}
    {%- set path = env_var('OPVANGSPIEGEL_SEEDS', 'seeds') | replace('\\', '/') -%}
    {%- if path.startswith('/') or ':' in path or '..' in path.split('/') -%}
        {{ exceptions.raise_compiler_error(
            "OPVANGSPIEGEL_SEEDS is '" ~ path ~ "', outside the dbt project: dbt would write over the seeds. "
            ~ "Give a path inside the project, such as 'examples/home_care/seeds', or build with 'opvangspiegel build', "
            ~ "which copies the seeds first."
        ) }}
    {%- endif -%}
{%- endmacro %}
