-- One row per publication and published figure that it changed: old, new, why, and how many comparisons of other
-- authorities moved because of it. What earlier publications changed is carried on.
with changes as (
    select * from {{ ref('int_figure_changes') }}
),

causes as (
    select * from {{ ref('int_publication_causes') }}
),

this_publication as (
    select * from {{ ref('stg_publication__next') }}
),

compared_years as (
    select distinct year from {{ ref('stg_publication__benchmarks') }}
),

moved as (
    select year, care_type, indicator_code, count(*) as n_moved
    from {{ ref('int_moved_comparisons') }}
    group by year, care_type, indicator_code
),

own_moved as (
    select nis_code, year, care_type, indicator_code, count(*) as n_moved
    from {{ ref('int_moved_comparisons') }}
    group by nis_code, year, care_type, indicator_code
),

changed_now as (
    select
        this_publication.publication_number,
        this_publication.published_on,
        changes.nis_code,
        changes.year,
        changes.care_type,
        changes.indicator_code,
        changes.old_value,
        changes.new_value,
        changes.old_status,
        changes.new_status,
        changes.new_value - changes.old_value as difference,
        coalesce(causes.cause, 'definition') as cause,
        causes.from_version,
        causes.to_version,
        case when causes.cause is null then nullif(this_publication.note_nl, '') else causes.why_nl end as why_nl,
        case
            when compared_years.year is not null
                then cast(coalesce(moved.n_moved, 0) - coalesce(own_moved.n_moved, 0) as integer)
        end as n_moved
    from changes
    cross join this_publication
    left join causes
        on changes.nis_code = causes.nis_code and changes.year = causes.year
    left join compared_years
        on changes.year = compared_years.year
    left join moved
        on
            changes.year = moved.year
            and changes.care_type = moved.care_type
            and changes.indicator_code = moved.indicator_code
    left join own_moved
        on
            changes.nis_code = own_moved.nis_code
            and changes.year = own_moved.year
            and changes.care_type = own_moved.care_type
            and changes.indicator_code = own_moved.indicator_code
),

every_change as (
    select * from changed_now
    union all
    select * from {{ ref('stg_publication__corrections') }}
)

select
    publication_number,
    published_on,
    nis_code,
    year,
    care_type,
    indicator_code,
    old_value,
    new_value,
    old_status,
    new_status,
    difference,
    cause,
    from_version,
    to_version,
    why_nl,
    n_moved
from every_change
