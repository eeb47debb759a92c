-- One row per finding of the reconciliation, with an identity that holds as long as the figures in it are the same.
{% set sources = [
    ('cell', 'int_via_cell_findings'),
    ('column', 'int_via_placement_findings'),
    ('sum', 'int_via_sum_findings'),
    ('ratio', 'int_via_ratio_findings'),
] %}
with findings as (
    {% for finding_kind, model in sources %}
        select
            '{{ finding_kind }}' as finding_kind,
            agreement,
            year,
            table_code,
            cell_key,
            likely_cause,
            row_label,
            measure,
            sector,
            source_place,
            line_number,
            unit,
            cast(printed as decimal(18, 4)) as printed,
            cast(computed as decimal(18, 4)) as computed,
            cast(difference as decimal(18, 4)) as difference,
            cast(proposed as decimal(18, 4)) as proposed,
            cast(n_cells as integer) as n_cells,
            message_nl,
            proof_nl
        from {{ ref(model) }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

identified as (
    select
        *,
        substr(
            md5(
                concat_ws(
                    '|',
                    agreement,
                    cast(year as varchar),
                    finding_kind,
                    likely_cause,
                    cell_key,
                    coalesce(cast(printed as varchar), '-'),
                    coalesce(cast(computed as varchar), '-')
                )
            ),
            1, 12
        ) as finding_id
    from findings
)

-- A document that prints the same thing twice does not make two findings of it.
select *
from (
    select
        *,
        row_number() over (partition by finding_id order by table_code, cell_key, message_nl) as place
    from identified
) as numbered
where place = 1
