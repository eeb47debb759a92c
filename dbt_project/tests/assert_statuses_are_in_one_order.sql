-- The order of precedence in the macro and in the codelist that gives the statuses their words is the same.
with listed as (
    {%- for name in statuses() %}
        select '{{ name }}' as code, {{ loop.index }} as position
        {%- if not loop.last %}
            union all
        {%- endif %}
    {%- endfor %}
),

codes as (
    select code, position from {{ ref('codes') }} where codelist = 'status'
)

select
    coalesce(listed.code, codes.code) as code,
    listed.position as position_in_macro,
    codes.position as position_in_codes
from listed
full outer join codes
    on listed.code = codes.code
where listed.position is distinct from codes.position
