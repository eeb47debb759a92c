{# Which sector and which measure of an agreement stand above which. #}

{# One row per sector and sector above it. #}
{% macro sectors_above() %}
    select
        sector,
        part_of as above
    from {{ ref('via_sectors') }}
    where part_of is not null
    union all
    select
        lower_sector.sector,
        upper_sector.part_of as above
    from {{ ref('via_sectors') }} as lower_sector
    inner join {{ ref('via_sectors') }} as upper_sector
        on lower_sector.part_of = upper_sector.sector
    where upper_sector.part_of is not null
{% endmacro %}

{# Whether measure `lower_measure` is part of measure `upper_measure`: 'all' holds every other one, 'all_but_x' every
   single measure but x. #}
{% macro is_measure_below(lower_measure, upper_measure) -%}
    (
        ({{ upper_measure }} = 'all' and {{ lower_measure }} <> 'all')
        or (
            {{ upper_measure }} like 'all\_but\_%' escape '\'
            and {{ lower_measure }} not like 'all%'
            and {{ upper_measure }} <> concat('all_but_', {{ lower_measure }})
        )
    )
{%- endmacro %}

{# The parts of every printed sum over measures in one column: the nearest ones below it. #}
{% macro parts_by_measure(cells) %}
    select
        total.agreement,
        total.year,
        total.cell_key as total_key,
        part.cell_key as part_key
    from {{ cells }} as total
    inner join {{ cells }} as part
        on total.agreement = part.agreement
        and total.year = part.year
        and total.table_code = part.table_code
        and total.base_kind = part.base_kind
        and total.sector = part.sector
        and {{ is_measure_below('part.measure', 'total.measure') }}
        and part.role <> 'part'
    left join {{ cells }} as nearer
        on total.agreement = nearer.agreement
        and total.year = nearer.year
        and total.table_code = nearer.table_code
        and total.base_kind = nearer.base_kind
        and total.sector = nearer.sector
        and {{ is_measure_below('nearer.measure', 'total.measure') }}
        and {{ is_measure_below('part.measure', 'nearer.measure') }}
    where nearer.cell_key is null
{% endmacro %}
