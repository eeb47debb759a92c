-- One row per printed sum that differs from its parts once everything found wrong is read as proposed: by a rounding,
-- or without any explanation. The same difference of the same sum counts once, however many checks show it.
with sums as (
    select
        *,
        case when {{ is_off('left_eur') }} then 'unknown' else 'rounding' end as likely_cause
    from {{ ref('int_via_check_outcomes') }}
    where left_eur <> 0
),

grouped as (
    select
        agreement,
        year,
        table_code,
        total_key as cell_key,
        likely_cause,
        left_eur as difference,
        min(check_key) as check_key,
        string_agg(label_nl, '; ' order by check_key) as sums_nl
    from sums
    group by agreement, year, table_code, total_key, likely_cause, left_eur
)

select
    grouped.agreement,
    grouped.year,
    grouped.table_code,
    grouped.cell_key,
    grouped.likely_cause,
    grouped.check_key,
    amounts.row_label,
    amounts.measure,
    amounts.sector,
    amounts.source_place,
    amounts.line_number,
    'eur' as unit,
    amounts.amount_printed_eur as printed,
    cast(amounts.amount_printed_eur - grouped.difference as decimal(18, 2)) as computed,
    grouped.difference,
    cast(null as decimal(18, 2)) as proposed,
    1 as n_cells,
    concat(
        'Deel ', grouped.table_code, ', «', amounts.row_label, '», ', sectors.label_nl, ': gedrukt staat ',
        {{ belgian_number('amounts.amount_printed_eur') }}, ', de delen zijn samen ',
        {{ belgian_number('amounts.amount_printed_eur - grouped.difference') }},
        case
            when grouped.likely_cause = 'rounding' then ': een verschil door afronding.'
            else ': geen enkel cijfer alleen verklaart het verschil.'
        end
    ) as message_nl,
    concat('Nagerekend: ', grouped.sums_nl, '.') as proof_nl
from grouped
inner join {{ ref('int_via_amounts') }} as amounts
    on
        grouped.agreement = amounts.agreement
        and grouped.year = amounts.year
        and grouped.cell_key = amounts.cell_key
inner join {{ ref('via_sectors') }} as sectors
    on amounts.sector = sectors.sector
