-- One row per VIA agreement, also where nothing is known of it yet: what is not known stays empty.
with partners as (
    select
        agreement,
        string_agg(partner, ', ' order by role_nl, partner) as partners
    from {{ ref('via_agreement_partners') }}
    group by agreement
),

purposes as (
    select
        agreement,
        string_agg(purpose_nl, '; ' order by position) as purposes_nl
    from {{ ref('via_agreement_purposes') }}
    group by agreement
),

figures as (
    select
        agreement,
        cast(count(*) as integer) as n_figures
    from {{ ref('stg_via__lines') }}
    group by agreement
)

select
    agreements.agreement,
    agreements.label_nl,
    agreements.concluded_on,
    agreements.period_from_year,
    agreements.period_to_year,
    partners.partners,
    purposes.purposes_nl,
    coalesce(figures.n_figures, 0) as n_figures,
    agreements.source
from {{ ref('via_agreements') }} as agreements
left join partners
    on agreements.agreement = partners.agreement
left join purposes
    on agreements.agreement = purposes.agreement
left join figures
    on agreements.agreement = figures.agreement
