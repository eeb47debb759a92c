-- One row per agreement, measure and year: what all authorities say was announced beside the agreement's own lines, and
-- the difference in parts that sum to it to the cent. What is not known is left unexplained: nothing is estimated.
with announced as (
    select
        agreement,
        measure,
        year,
        cast(sum(announced_eur) as decimal(18, 2)) as announced_eur,
        cast(coalesce(sum(case when announced_eur is null then reached_eur end), 0) as decimal(18, 2))
            as not_handed_in_eur,
        cast(count(distinct case when announced_eur is not null then nis_code end) as integer) as n_announced,
        cast(count(distinct case when announced_eur is null then nis_code end) as integer) as n_without_announced,
        max(data_kind) as data_kind
    from {{ ref('fct_via_ledger') }}
    group by agreement, measure, year
),

sheets as (
    select
        year,
        cast(count(distinct case when status_rank = {{ status_rank('not_submitted') }} then nis_code end) as integer)
            as n_not_handed_in
    from {{ ref('int_via_sheet_states') }}
    group by year
),

beside_lines as (
    select
        coalesce(announced.agreement, lines.agreement) as agreement,
        coalesce(announced.measure, lines.measure) as measure,
        coalesce(announced.year, lines.year) as year,
        announced.announced_eur,
        announced.not_handed_in_eur,
        coalesce(announced.n_announced, 0) as n_announced,
        coalesce(announced.n_without_announced, 0) as n_without_announced,
        announced.data_kind,
        lines.table_code,
        lines.own_eur,
        lines.others_eur,
        lines.total_eur,
        lines.total_eur - lines.own_eur - lines.others_eur as misfit_eur,
        (lines.n_parts + 1) * 0.5 as rounding_limit_eur,
        lines.total_eur - announced.announced_eur as difference_eur
    from announced
    full outer join {{ ref('int_via_line_amounts') }} as lines
        on
            announced.agreement = lines.agreement
            and announced.measure = lines.measure
            and announced.year = lines.year
),

in_parts as (
    select
        beside_lines.*,
        case when beside_lines.difference_eur is not null then beside_lines.others_eur end as other_sectors_eur,
        case
            when beside_lines.difference_eur is null then null
            when abs(beside_lines.misfit_eur) <= beside_lines.rounding_limit_eur then beside_lines.misfit_eur
            else 0
        end as rounding_eur,
        case when beside_lines.difference_eur is not null then beside_lines.not_handed_in_eur end as of_absent_eur
    from beside_lines
)

select
    in_parts.agreement,
    in_parts.measure,
    in_parts.year,
    in_parts.table_code,
    in_parts.total_eur as line_total_eur,
    in_parts.own_eur as line_own_sector_eur,
    in_parts.announced_eur,
    cast(in_parts.difference_eur as decimal(18, 2)) as difference_eur,
    in_parts.other_sectors_eur,
    cast(in_parts.of_absent_eur as decimal(18, 2)) as not_handed_in_eur,
    cast(in_parts.rounding_eur as decimal(18, 2)) as rounding_eur,
    cast(
        in_parts.difference_eur - in_parts.other_sectors_eur - in_parts.of_absent_eur - in_parts.rounding_eur
        as decimal(18, 2)
    ) as unexplained_eur,
    in_parts.n_announced,
    in_parts.n_without_announced,
    sheets.n_not_handed_in,
    case
        when in_parts.total_eur is null then 'no_line'
        when in_parts.announced_eur is null then 'nothing_announced'
        else 'compared'
    end as status,
    in_parts.data_kind
from in_parts
left join sheets
    on in_parts.year = sheets.year
