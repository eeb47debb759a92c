-- One row per amount whose column the document does not tell, with the column that the sums give it.
with placements as (
    select
        *,
        sum(amount_eur) over (
            partition by agreement, year, table_code, base_kind, sector
        ) as placed_together_eur
    from {{ ref('int_via_placements') }}
)

select
    placements.agreement,
    placements.year,
    placements.table_code,
    placements.cell_key,
    'missing_cell' as likely_cause,
    cells.row_label,
    placements.measure,
    placements.sector,
    cells.source_place,
    cells.line_number,
    'eur' as unit,
    cast(null as decimal(18, 2)) as printed,
    placements.amount_eur as computed,
    cast(null as decimal(18, 2)) as difference,
    case when placements.sector is not null then placements.amount_eur end as proposed,
    1 as n_cells,
    case
        when placements.sector is null
            then
                concat(
                    'Deel ', placements.table_code, ', «', cells.row_label, '»: de kolom van ',
                    {{ belgian_number('placements.amount_eur') }},
                    ' is niet bekend, en geen enkele kolom mist dit bedrag.'
                )
        else
            concat(
                'Deel ', placements.table_code, ', «', cells.row_label, '»: de kolom van ',
                {{ belgian_number('placements.amount_eur') }}, ' is niet bekend; het bedrag hoort bij ',
                sectors.label_nl, '.'
            )
    end as message_nl,
    case
        when placements.sector is null then 'Geen enkele kolom wordt er juister van.'
        else
            concat(
                'De kolom ', sectors.label_nl, ' komt ', {{ belgian_number('placements.column_short_eur') }},
                ' te kort, en wat er zonder kolom gedrukt staat en daar past, is samen ',
                {{ belgian_number('placements.placed_together_eur') }}, '.'
            )
    end as proof_nl
from placements
inner join {{ ref('int_via_cells') }} as cells
    on
        placements.agreement = cells.agreement
        and placements.year = cells.year
        and placements.cell_key = cells.cell_key
left join {{ ref('via_sectors') }} as sectors
    on placements.sector = sectors.sector
