-- One row per printed figure of an agreement. The printed figure is never overwritten: beside it stands the reading
-- that the sums ask for, which finding says so, and whether a person accepted it.
with cell_findings as (
    select
        cells.agreement,
        cells.year,
        cells.cell_key,
        findings.finding_id,
        findings.is_accepted,
        row_number() over (
            partition by cells.agreement, cells.year, cells.cell_key
            order by
                case
                    when findings.likely_cause = 'rounding' then 2
                    when findings.n_cells > 1 or findings.likely_cause = 'unknown' then 1
                    else 0
                end,
                findings.finding_id
        ) as place
    from {{ ref('fct_via_finding_cells') }} as cells
    inner join {{ ref('fct_via_findings') }} as findings
        on cells.finding_id = findings.finding_id
)

select
    figures.agreement,
    figures.year,
    figures.table_code,
    figures.cell_key,
    figures.row_label,
    figures.line_number,
    figures.kind,
    figures.unit,
    figures.measure_printed as measure,
    coalesce(figures.sector, amounts.sector) as sector,
    figures.sector as sector_printed,
    figures.amount_printed_eur,
    coalesce(amounts.amount_reconciled_eur, figures.amount_printed_eur) as amount_reconciled_eur,
    figures.quantity_printed,
    figures.source_place,
    cell_findings.finding_id as finding,
    coalesce(cell_findings.is_accepted, false) as is_accepted
from {{ ref('int_via_figures') }} as figures
left join {{ ref('int_via_amounts') }} as amounts
    on
        figures.agreement = amounts.agreement
        and figures.year = amounts.year
        and figures.cell_key = amounts.cell_key
left join cell_findings
    on
        figures.agreement = cell_findings.agreement
        and figures.year = cell_findings.year
        and figures.cell_key = cell_findings.cell_key
        and cell_findings.place = 1
