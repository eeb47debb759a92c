-- To the cent: the totals per province and the burn-down per month hold every euro of the ledger once.
with ledger as (
    select
        agreement,
        measure,
        year,
        sum(reached_eur) as reached_eur,
        sum(spent_eur) as spent_eur
    from {{ ref('fct_via_ledger') }}
    group by agreement, measure, year
),

totals as (
    select
        agreement,
        measure,
        year,
        sum(standing_eur) as reached_eur,
        sum(case when step = 'spent' then amount_eur end) as spent_eur
    from {{ ref('fct_via_totals') }}
    group by agreement, measure, year
),

burnt as (
    select
        agreement,
        measure,
        year,
        sum(amount_eur) as spent_eur
    from {{ ref('fct_via_burn_down') }}
    where step = 'spent'
    group by agreement, measure, year
)

select
    ledger.agreement,
    ledger.measure,
    ledger.year,
    ledger.reached_eur,
    totals.reached_eur as reached_of_totals_eur
from ledger
left join totals
    on
        ledger.agreement = totals.agreement
        and ledger.measure = totals.measure
        and ledger.year = totals.year
left join burnt
    on
        ledger.agreement = burnt.agreement
        and ledger.measure = burnt.measure
        and ledger.year = burnt.year
where
    coalesce(ledger.reached_eur, 0) <> coalesce(totals.reached_eur, 0)
    or coalesce(ledger.spent_eur, 0) <> coalesce(totals.spent_eur, 0)
    or coalesce(ledger.spent_eur, 0) <> coalesce(burnt.spent_eur, 0)
