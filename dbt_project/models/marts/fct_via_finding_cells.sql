-- One row per finding and cell that can explain it: the wrong cell, or the smallest set of cells that cannot be told
-- apart; for a sum without explanation the sum and all its parts.
with findings as (
    select * from {{ ref('int_via_findings') }}
),

steps as (
    select
        agreement,
        year,
        step,
        max(case when likelihood = 1 then cell_key end) as first_key,
        max(case when likelihood = 1 then change_eur end) as first_change_eur
    from {{ ref('int_via_explanations') }}
    group by agreement, year, step
),

-- A cell that was found wrong in two steps has two findings: they are told apart by what the cell would be.
of_cells as (
    select
        findings.finding_id,
        findings.agreement,
        findings.year,
        explanations.cell_key,
        explanations.likelihood,
        case when grid.is_printed then grid.amount_eur end as printed,
        grid.amount_eur + explanations.change_eur as computed
    from findings
    inner join steps
        on
            findings.agreement = steps.agreement
            and findings.year = steps.year
            and findings.cell_key = steps.first_key
    inner join {{ ref('int_via_grid') }} as first_cell
        on
            steps.agreement = first_cell.agreement
            and steps.year = first_cell.year
            and steps.first_key = first_cell.cell_key
            and findings.computed = first_cell.amount_eur + steps.first_change_eur
    inner join {{ ref('int_via_explanations') }} as explanations
        on
            steps.agreement = explanations.agreement
            and steps.year = explanations.year
            and steps.step = explanations.step
    inner join {{ ref('int_via_grid') }} as grid
        on
            explanations.agreement = grid.agreement
            and explanations.year = grid.year
            and explanations.cell_key = grid.cell_key
    where findings.finding_kind = 'cell'
),

of_sums as (
    select
        findings.finding_id,
        findings.agreement,
        findings.year,
        cells.cell_key,
        cast(
            row_number() over (
                partition by findings.finding_id
                order by case when cells.cell_key = findings.cell_key then 0 else 1 end, cells.cell_key
            ) as integer
        ) as likelihood,
        case when max(case when cells.is_printed then 1 else 0 end) = 1 then max(cells.amount_eur) end as printed,
        cast(null as decimal(18, 2)) as computed
    from findings
    inner join {{ ref('int_via_check_outcomes') }} as outcomes
        on
            findings.agreement = outcomes.agreement
            and findings.year = outcomes.year
            and findings.cell_key = outcomes.total_key
            and findings.difference = outcomes.left_eur
    inner join {{ ref('int_via_checks') }} as cells
        on
            outcomes.agreement = cells.agreement
            and outcomes.year = cells.year
            and outcomes.check_key = cells.check_key
    where
        findings.finding_kind = 'sum'
        and (findings.likely_cause = 'unknown' or cells.cell_key = findings.cell_key)
    group by findings.finding_id, findings.agreement, findings.year, findings.cell_key, cells.cell_key
),

of_themselves as (
    select finding_id, agreement, year, cell_key, 1 as likelihood, printed, computed
    from findings
    where finding_kind in ('column', 'ratio')
),

all_cells as (
    select * from of_cells
    union all
    select * from of_sums
    union all
    select * from of_themselves
),

numbered as (
    select
        *,
        row_number() over (partition by finding_id, cell_key order by likelihood) as place
    from all_cells
)

select
    numbered.finding_id,
    numbered.agreement,
    numbered.year,
    numbered.cell_key,
    cast(numbered.likelihood as integer) as likelihood,
    coalesce(figures.table_code, grid.table_code) as table_code,
    figures.row_label,
    coalesce(figures.measure, grid.measure) as measure,
    coalesce(figures.sector, grid.sector) as sector,
    figures.line_number,
    figures.source_place,
    cast(numbered.printed as decimal(18, 4)) as printed,
    cast(numbered.computed as decimal(18, 4)) as computed
from numbered
left join {{ ref('int_via_figures') }} as figures
    on
        numbered.agreement = figures.agreement
        and numbered.year = figures.year
        and numbered.cell_key = figures.cell_key
left join {{ ref('int_via_grid') }} as grid
    on
        numbered.agreement = grid.agreement
        and numbered.year = grid.year
        and numbered.cell_key = grid.cell_key
where numbered.place = 1
