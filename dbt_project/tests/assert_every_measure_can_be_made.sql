-- A measure of a sheet of the submission has parts, and each part is a quantity whose columns are known.
with measures as (
    select measures.*
    from {{ ref('measures') }} as measures
    inner join {{ ref('sheets') }} as sheets
        on measures.sheet = sheets.sheet
),

parts as (
    select * from {{ ref('measure_parts') }}
),

quantities as (
    select distinct sheet, quantity from {{ ref('quantity_columns') }}
)

select
    measures.measure,
    parts.quantity,
    concat(
        'Measure ', measures.measure, case
            when parts.measure is null then ' has no part in measure_parts.csv.'
            else concat(' rests on ', measures.sheet, '.', parts.quantity, ', which is not in quantity_columns.csv.')
        end
    ) as message
from measures
left join parts
    on measures.measure = parts.measure
left join quantities
    on measures.sheet = quantities.sheet and parts.quantity = quantities.quantity
where parts.measure is null or quantities.quantity is null
