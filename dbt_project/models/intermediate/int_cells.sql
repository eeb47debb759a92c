-- One row per unit, year, type of care, sheet, item and quantity that was handed in.
-- A gap is a cell that was left empty; a row that is not there is no cell.
with cells as (
    {%- for sheet in submission_sheets() %}
        select * from {{ ref('int_cells_' ~ sheet) }}
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
)

select
    unit_nis_code,
    year,
    care_type,
    sheet,
    item,
    quantity,
    value,
    n_gaps
from cells
