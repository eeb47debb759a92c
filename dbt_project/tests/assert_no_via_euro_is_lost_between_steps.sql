-- To the cent, of every row of the ledger: each step is the sum of its movements that count, and the euros that stand
-- at the five steps are together what the largest step says.
with movements as (
    select
        {{ via_key_columns() }},
    {%- for step in via_steps() %}
        sum(case when step = '{{ step }}' then amount_eur end) as {{ step }}_eur{{ ',' if not loop.last }}
    {%- endfor %}
    from {{ ref('fct_via_movements') }}
    group by {{ via_key_columns() }}
)

select
    {{ via_key_columns('ledger') }},
    ledger.reached_eur
from {{ ref('fct_via_ledger') }} as ledger
left join movements
    on {{ same_via_key('ledger', 'movements') }}
where
    ledger.reached_eur <> {% for step in via_steps() -%}
        coalesce(ledger.standing_{{ step }}_eur, 0){{ ' + ' if not loop.last }}
    {%- endfor %}
    {%- for step in via_steps() %}
        or coalesce(ledger.{{ step }}_eur, 0) <> coalesce(movements.{{ step }}_eur, 0)
    {%- endfor %}
