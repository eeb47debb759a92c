-- One row per wrong cell, or set of cells that cannot be told apart, that the search found: what is printed, what the
-- sums ask for, and the sums that say so.
with likeliest as (
    select * from {{ ref('int_via_explanations') }}
    where likelihood = 1
),

proofs as (
    select
        cells.agreement,
        cells.year,
        cells.cell_key,
        count(*) as n_sums,
        string_agg(
            concat(
                outcomes.label_nl, ': gedrukt ', {{ belgian_number('outcomes.printed_eur') }}, ', samen ',
                {{ belgian_number('outcomes.parts_eur') }}
            ),
            '; ' order by outcomes.check_key
        ) as sums_nl
    from {{ ref('int_via_checks') }} as cells
    inner join {{ ref('int_via_check_outcomes') }} as outcomes
        on
            cells.agreement = outcomes.agreement
            and cells.year = outcomes.year
            and cells.check_key = outcomes.check_key
    where outcomes.outcome = 'explained'
    group by cells.agreement, cells.year, cells.cell_key
),

found as (
    select
        likeliest.agreement,
        likeliest.year,
        grid.table_code,
        likeliest.cell_key,
        likeliest.n_cells,
        coalesce(cells.row_label, measures.label_nl, grid.measure) as row_label,
        grid.measure,
        coalesce(grid.sector, 'all') as sector,
        sectors.label_nl as sector_nl,
        cells.source_place,
        cells.line_number,
        case when grid.is_printed then grid.amount_eur end as printed,
        cast(grid.amount_eur + likeliest.change_eur as decimal(18, 2)) as computed,
        coalesce(readings.is_echo, false) as is_echo,
        coalesce(proofs.n_sums, 0) as n_sums,
        coalesce(proofs.sums_nl, '') as sums_nl
    from likeliest
    inner join {{ ref('int_via_grid') }} as grid
        on
            likeliest.agreement = grid.agreement
            and likeliest.year = grid.year
            and likeliest.cell_key = grid.cell_key
    left join {{ ref('int_via_cells') }} as cells
        on
            likeliest.agreement = cells.agreement
            and likeliest.year = cells.year
            and likeliest.cell_key = cells.cell_key
    left join {{ ref('int_via_readings') }} as readings
        on
            likeliest.agreement = readings.agreement
            and likeliest.year = readings.year
            and likeliest.cell_key = readings.cell_key
    left join proofs
        on
            likeliest.agreement = proofs.agreement
            and likeliest.year = proofs.year
            and likeliest.cell_key = proofs.cell_key
    left join {{ ref('via_sectors') }} as sectors
        on coalesce(grid.sector, 'all') = sectors.sector
    left join {{ ref('via_measures') }} as measures
        on grid.measure = measures.measure
)

select
    agreement,
    year,
    table_code,
    cell_key,
    case
        when printed is null then 'missing_cell'
        when is_echo then 'echo'
        else 'misprint'
    end as likely_cause,
    row_label,
    measure,
    sector,
    source_place,
    line_number,
    'eur' as unit,
    printed,
    computed,
    printed - computed as difference,
    case when n_cells = 1 then computed end as proposed,
    n_cells,
    case
        when n_cells > 1
            then
                concat(
                    'Deel ', table_code, ': een som klopt niet, en de fout kan in ', cast(n_cells as varchar),
                    ' cijfers staan. Het waarschijnlijkst is «', row_label, '», ', sector_nl, '.'
                )
        when printed is null
            then
                concat(
                    'Deel ', table_code, ', «', row_label, '», ', sector_nl, ': hier staat niets; de sommen vragen ',
                    {{ belgian_number('computed') }}, '.'
                )
        else
            concat(
                'Deel ', table_code, ', «', row_label, '», ', sector_nl, ': gedrukt staat ',
                {{ belgian_number('printed') }}, '; de sommen vragen ', {{ belgian_number('computed') }},
                case when is_echo then '. Het foute cijfer van een ander deel is hier meegeteld.' else '.' end
            )
    end as message_nl,
    concat(
        case
            when n_cells > 1 then 'Wie één van deze cijfers wijzigt, doet kloppen wat nu niet klopt: '
            else concat('Met ', {{ belgian_number('computed') }}, ' klopt wat nu niet klopt: ')
        end,
        sums_nl,
        '.'
    ) as proof_nl
from found
