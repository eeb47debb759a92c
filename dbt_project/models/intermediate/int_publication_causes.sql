-- One row per authority on today's map and year of which something changed since the previous publication: what, from
-- which version to which, and why. Of several changes the first of the list counts: `new_version`, `withdrawn`,
-- `cell_correction`, `decision`.
with units as (
    select unit_nis_code, nis_code, year from {{ ref('int_units_by_year') }}
),

then_counting as (
    select * from {{ ref('stg_publication__versions') }}
),

now_counting as (
    select unit_nis_code, year, version, file_hash, state from {{ ref('int_submissions_current') }}
),

settled as (
    select file_hash, count(*) as n_settled from {{ ref('int_problems') }} where is_settled group by file_hash
),

notes as (
    select nis_code, year, version, decision_note_nl from {{ ref('fct_submission_versions') }}
),

cell_corrections as (
    select
        made.nis_code,
        made.year,
        max(coalesce(made.withdrawal_reason_nl, made.reason_nl)) as reason_nl
    from {{ ref('fct_cell_corrections') }} as made
    left join {{ ref('stg_publication__applied_corrections') }} as applied
        on made.correction_id = applied.correction_id
    where made.is_applied <> (applied.correction_id is not null)
    group by made.nis_code, made.year
),

by_unit as (
    select
        units.nis_code,
        units.year,
        case
            when now_counting.file_hash is null and then_counting.file_hash is not null then 2
            when coalesce(now_counting.file_hash, '') <> coalesce(then_counting.file_hash, '') then 1
            when cell_corrections.nis_code is not null then 3
            when
                coalesce(now_counting.state, '') <> coalesce(then_counting.state, '')
                or coalesce(settled.n_settled, 0) <> coalesce(then_counting.n_settled, 0)
                then 4
        end as cause_rank,
        then_counting.version as from_version,
        now_counting.version as to_version,
        cell_corrections.reason_nl,
        notes.decision_note_nl
    from units
    left join then_counting
        on units.unit_nis_code = then_counting.unit_nis_code and units.year = then_counting.year
    left join now_counting
        on units.unit_nis_code = now_counting.unit_nis_code and units.year = now_counting.year
    left join settled
        on now_counting.file_hash = settled.file_hash
    left join cell_corrections
        on units.unit_nis_code = cell_corrections.nis_code and units.year = cell_corrections.year
    left join notes
        on
            units.unit_nis_code = notes.nis_code
            and units.year = notes.year
            and coalesce(now_counting.version, then_counting.version) = notes.version
),

ranked as (
    select
        by_unit.*,
        row_number()
            over (
                partition by by_unit.nis_code, by_unit.year
                order by by_unit.cause_rank, by_unit.to_version, by_unit.from_version
            )
            as place
    from by_unit
    where by_unit.cause_rank is not null
)

select
    nis_code,
    year,
    case cause_rank when 1 then 'new_version' when 2 then 'withdrawn' when 3 then 'cell_correction' else 'decision' end
        as cause,
    from_version,
    to_version,
    case when cause_rank = 3 then reason_nl else nullif(decision_note_nl, '') end as why_nl
from ranked
where place = 1
