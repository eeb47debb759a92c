-- A row exists for each authority, year, type of care and indicator in each kind of group that it belongs to.
with expected as (
    select facts.nis_code, facts.year, facts.care_type, facts.indicator_code, members.peer_group
    from {{ ref('fct_indicator_values') }} as facts
    inner join {{ ref('dim_group_members') }} as members
        on facts.nis_code = members.nis_code
    union all
    select nis_code, year, care_type, indicator_code, 'nearest' as peer_group
    from {{ ref('fct_indicator_values') }}
),

found as (
    select nis_code, year, care_type, indicator_code, peer_group
    from {{ ref('fct_benchmarks') }}
)

select * from expected
except
select * from found
