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

lines as (
    select lines.*, own_sectors.distance
    from {{ ref('fct_via_lines') }} as lines
    inner join own_sectors
        on lines.sector = own_sectors.sector
    where lines.measure is not null
),

given as (
    select
        lines.agreement,
        lines.measure,
        lines.year,
        lines.sector,
        lines.distance,
        bases.rate_unit,
        bases.measure as quantity_measure,
        'stated' as basis,
        lines.quantity_printed as rate
    from lines
    inner join {{ ref('via_rate_bases') }} as bases
        on lines.unit = bases.rate_unit and lines.kind = 'rate'
    {%- for reading in ['printed', 'reconciled'] %}
        union all
        select
            amounts.agreement,
            amounts.measure,
            amounts.year,
            amounts.sector,
            amounts.distance,
            bases.rate_unit,
            bases.measure as quantity_measure,
            'implied_{{ reading }}' as basis,
            amounts.amount_{{ reading }}_eur / quantities.quantity_printed as rate
        from lines as amounts
        inner join lines as quantities
            on
                amounts.agreement = quantities.agreement
                and amounts.measure = quantities.measure
                and amounts.year = quantities.year
                and amounts.table_code = quantities.table_code
                and amounts.sector = quantities.sector
                and quantities.quantity_printed > 0
        inner join {{ ref('via_rate_bases') }} as bases
            on quantities.unit = bases.quantity_unit
        where amounts.kind = 'allocation' and amounts.amount_{{ reading }}_eur is not null
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
