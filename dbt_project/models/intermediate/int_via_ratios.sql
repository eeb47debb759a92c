-- One row per rate or share that an agreement states, beside the one that its own amounts make. Whether they differ is
-- asked of the amounts, in decimal arithmetic; the ratio itself is taken last.
with quantities as (
    select
        *,
        quantity_printed as quantity
    from {{ ref('int_via_figures') }}
    where quantity_printed is not null
),

amounts as (
    select * from {{ ref('int_via_amounts') }}
    where role <> 'part'
),

rates as (
    select
        stated.agreement,
        stated.year,
        stated.table_code,
        'rate' as ratio_kind,
        stated.measure,
        stated.sector,
        stated.cell_key,
        stated.quantity as stated,
        allocated.amount_printed_eur as numerator_printed,
        allocated.amount_reconciled_eur as numerator,
        staff.quantity as denominator_printed,
        staff.quantity as denominator,
        1 as multiplier
    from quantities as stated
    inner join quantities as staff
        on
            stated.agreement = staff.agreement
            and stated.year = staff.year
            and stated.table_code = staff.table_code
            and stated.measure = staff.measure
            and stated.sector = staff.sector
            and staff.role = 'vte'
    inner join amounts as allocated
        on
            stated.agreement = allocated.agreement
            and stated.year = allocated.year
            and stated.table_code = allocated.table_code
            and stated.measure = allocated.measure
            and stated.sector = allocated.sector
            and allocated.base_kind = 'allocation'
    where stated.role = 'rate'
),

unused_shares as (
    select
        stated.agreement,
        stated.year,
        stated.table_code,
        'share' as ratio_kind,
        'all' as measure,
        stated.sector,
        stated.cell_key,
        stated.quantity as stated,
        unused.amount_printed_eur as numerator_printed,
        unused.amount_reconciled_eur as numerator,
        budget.amount_printed_eur as denominator_printed,
        budget.amount_reconciled_eur as denominator,
        100 as multiplier
    from quantities as stated
    inner join amounts as unused
        on
            stated.agreement = unused.agreement
            and stated.year = unused.year
            and stated.sector = unused.sector
            and unused.base_kind = 'unused'
    inner join amounts as budget
        on
            unused.agreement = budget.agreement
            and unused.year = budget.year
            and unused.sector = budget.sector
            and unused.table_code = budget.table_code
            and budget.base_kind = 'budget'
    where
        stated.role = 'share'
        and stated.measure_printed is null
),

measure_shares as (
    select
        stated.agreement,
        stated.year,
        stated.table_code,
        'share' as ratio_kind,
        stated.measure,
        stated.sector,
        stated.cell_key,
        stated.quantity as stated,
        case
            when stated.measure = part.measure then part.amount_printed_eur
            else whole.amount_printed_eur - part.amount_printed_eur
        end as numerator_printed,
        case
            when stated.measure = part.measure then part.amount_reconciled_eur
            else whole.amount_reconciled_eur - part.amount_reconciled_eur
        end as numerator,
        whole.amount_printed_eur as denominator_printed,
        whole.amount_reconciled_eur as denominator,
        100 as multiplier
    from quantities as stated
    inner join amounts as whole
        on
            stated.agreement = whole.agreement
            and stated.year = whole.year
            and stated.sector = whole.sector
            and whole.base_kind = 'allocation'
            and whole.measure = 'all'
    inner join amounts as part
        on
            whole.agreement = part.agreement
            and whole.year = part.year
            and whole.table_code = part.table_code
            and whole.sector = part.sector
            and part.base_kind = 'allocation'
            and stated.measure in (part.measure, concat('all_but_', part.measure))
    where
        stated.role = 'share'
        and stated.measure_printed is not null
),

ratios as (
    select * from rates
    union all
    select * from unused_shares
    union all
    select * from measure_shares
)

select
    *,
    cast(round(multiplier * numerator_printed / nullif(denominator_printed, 0), 2) as decimal(18, 4))
        as implied_printed,
    cast(round(multiplier * numerator / nullif(denominator, 0), 2) as decimal(18, 4)) as implied,
    abs(multiplier * numerator - stated * denominator)
    > {{ half_a_decimal('stated') }} * denominator + multiplier * {{ var('via_rounding_eur') }} as differs
from ratios
