-- One row per unit, year, type of care, sheet, item and quantity that was handed in.
-- `status_rank` is the worst that a problem did to the cell; a gap is a cell that was left empty.
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
