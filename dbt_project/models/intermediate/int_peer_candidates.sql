-- One row per authority, year and type of care that it offers, on what it handed in: who can be somebody's peer.
with offered as (
    select nis_code, year, care_type
    from {{ ref('int_measures_today') }}
    where measure = '{{ var("offer_measure") }}' and value > 0
)

select nis_code, year, care_type from offered
