-- One row per authority and agreement that gives a reason to call: euros that are late or too many, years without a
-- sheet VIA, and findings. Who has most euros to explain comes first.
with ledger as (
    select * from {{ ref('fct_via_ledger') }}
),

money as (
    select
        nis_code,
        agreement,
        cast(sum(not_justified_by_deadline_eur) as decimal(18, 2)) as not_justified_by_deadline_eur,
        cast(sum(unspent_by_deadline_eur) as decimal(18, 2)) as unspent_by_deadline_eur,
        cast(sum(overspent_eur) as decimal(18, 2)) as overspent_eur,
        cast(
            sum(
                greatest(coalesce(not_justified_by_deadline_eur, 0), coalesce(unspent_by_deadline_eur, 0))
                + coalesce(overspent_eur, 0)
            ) as decimal(18, 2)
        ) as to_explain_eur,
        cast(count(distinct case when status = 'not_submitted' then year end) as integer) as n_years_not_submitted,
        max(case when data_kind = 'demo' then 1 else 0 end) as demo
    from ledger
    group by nis_code, agreement
),

findings as (
    select
        nis_code,
        agreement,
        cast(count(*) as integer) as n_findings
    from {{ ref('fct_via_ledger_findings') }}
    group by nis_code, agreement
)

select
    money.nis_code,
    money.agreement,
    money.not_justified_by_deadline_eur,
    money.unspent_by_deadline_eur,
    money.overspent_eur,
    money.to_explain_eur,
    money.n_years_not_submitted,
    coalesce(findings.n_findings, 0) as n_findings,
    case when money.demo = 1 then 'demo' else 'real' end as data_kind
from money
left join findings
    on money.nis_code = findings.nis_code and money.agreement = findings.agreement
where money.to_explain_eur > 0 or money.n_years_not_submitted > 0 or findings.n_findings > 0
