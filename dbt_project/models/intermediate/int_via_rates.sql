-- One row per agreement, measure, year and basis of a rate that the agreement gives for the own sector, or else for
-- the nearest sector that it is a part of. A rate is stated, or implied by an amount and the quantity beside it.
with own_sectors as (
    select sector, 1 as distance from {{ ref('via_sectors') }} where is_own
    union all
    select part_of as sector, 2 as distance from {{ ref('via_sectors') }} where is_own
    union all
    select wholes.part_of as sector, 3 as distance
    from {{ ref('via_sectors') }} as own
    inner join {{ ref('via_sectors') }} as wholes
        on own.part_of = wholes.sector
    where own.is_own
),

figures as (
    select
        figures.*,
        own_sectors.distance
    from {{ ref('int_via_figures') }} as figures
    inner join own_sectors
        on figures.sector = own_sectors.sector
),

stated as (
    select
        figures.agreement,
        figures.measure,
        figures.year,
        figures.sector,
        figures.distance,
        bases.rate_unit,
        bases.measure as quantity_measure,
        'stated' as basis,
        figures.quantity_printed as rate
    from figures
    inner join {{ ref('via_rate_bases') }} as bases
        on figures.unit = bases.rate_unit and figures.role = 'rate'
),

beside_quantities as (
    select
        figures.agreement,
        figures.measure,
        figures.year,
        figures.sector,
        figures.distance,
        bases.rate_unit,
        bases.measure as quantity_measure,
        amounts.amount_printed_eur,
        amounts.amount_reconciled_eur,
        figures.quantity_printed
    from figures
    inner join {{ ref('via_rate_bases') }} as bases
        on figures.unit = bases.quantity_unit
    inner join {{ ref('int_via_amounts') }} as amounts
        on
            figures.agreement = amounts.agreement
            and figures.measure = amounts.measure
            and figures.year = amounts.year
            and figures.table_code = amounts.table_code
            and figures.sector = amounts.sector
            and amounts.base_kind = 'allocation'
            and amounts.role = 'figure'
    where figures.quantity_printed > 0
),

given as (
    select * from stated
    {%- for reading in ['printed', 'reconciled'] %}
        union all
        select
            agreement,
            measure,
            year,
            sector,
            distance,
            rate_unit,
            quantity_measure,
            'implied_{{ reading }}' as basis,
            amount_{{ reading }}_eur / quantity_printed as rate
        from beside_quantities
    {%- endfor %}
),

nearest as (
    select
        given.*,
        row_number() over (
            partition by given.agreement, given.measure, given.year, given.basis, given.rate_unit
            order by given.distance, given.sector
        ) as place
    from given
)

select
    agreement,
    measure,
    year,
    basis,
    rate_unit,
    quantity_measure,
    sector,
    cast(rate as decimal(18, 6)) as rate
from nearest
where place = 1
