-- One row per sum that an agreement promises, in words, with the difference that is left after what was found wrong.
with changes as (
    select
        cells.agreement,
        cells.year,
        cells.check_key,
        sum(cells.sign * explanations.change_eur) as change_eur
    from {{ ref('int_via_explanations') }} as explanations
    inner join {{ ref('int_via_checks') }} as cells
        on
            explanations.agreement = cells.agreement
            and explanations.year = cells.year
            and explanations.cell_key = cells.cell_key
    where explanations.likelihood = 1
    group by cells.agreement, cells.year, cells.check_key
),

left_over as (
    select
        sums.*,
        cast(sums.difference_eur + coalesce(changes.change_eur, 0) as decimal(18, 2)) as left_eur
    from {{ ref('int_via_check_sums') }} as sums
    left join changes
        on sums.agreement = changes.agreement and sums.year = changes.year and sums.check_key = changes.check_key
)

select
    left_over.agreement,
    left_over.year,
    left_over.check_key,
    left_over.check_kind,
    total.table_code,
    left_over.part_table,
    left_over.total_key,
    total.row_label,
    total.measure,
    total.sector,
    left_over.n_parts,
    left_over.printed_eur,
    left_over.parts_eur,
    left_over.difference_eur,
    left_over.left_eur,
    case
        when left_over.difference_eur = 0 and left_over.left_eur = 0 then 'agrees'
        when {{ is_off('left_over.left_eur') }} then 'unexplained'
        when {{ is_off('left_over.difference_eur - left_over.left_eur') }} then 'explained'
        else 'rounding'
    end as outcome,
    case left_over.check_kind
        when 'row' then concat('deel ', total.table_code, ', rij «', total.row_label, '», ', sectors.label_nl)
        when 'column' then concat('deel ', total.table_code, ', kolom ', sectors.label_nl, ', «', total.row_label, '»')
        when 'part' then concat('deel ', total.table_code, ', de stukken van «', total.row_label, '»')
        else concat(
            '«', total.row_label, '», ', sectors.label_nl, ': deel ', total.table_code, ' tegenover deel ',
            left_over.part_table
        )
    end as label_nl
from left_over
inner join {{ ref('int_via_cells') }} as total
    on
        left_over.agreement = total.agreement
        and left_over.year = total.year
        and left_over.total_key = total.cell_key
inner join {{ ref('via_sectors') }} as sectors
    on total.sector = sectors.sector
