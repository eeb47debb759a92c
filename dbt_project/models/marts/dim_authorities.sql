-- One row per authority on today's map. An authority is shown by name when its latest accepted submission agrees.
with authorities as (
    select * from {{ ref('authorities') }}
),

consents as (
    select nis_code, consents_to_be_named
    from (
        select
            units.nis_code,
            forms.consents_to_be_named,
            row_number() over (
                partition by units.nis_code order by forms.year desc, forms.consents_to_be_named asc nulls first
            ) as place
        from ({{ current_rows('authority') }}) as forms
        inner join {{ ref('int_units_by_year') }} as units
            on forms.unit_nis_code = units.unit_nis_code and forms.year = units.year
    ) as ranked
    where place = 1
)

select
    authorities.nis_code,
    authorities.name,
    authorities.province,
    authorities.reference_region,
    authorities.size_class,
    authorities.service_level,
    authorities.belfius_cluster,
    authorities.belfius_status,
    cast(authorities.area_km2 as double) as area_km2,
    cast(authorities.lon as double) as lon,
    cast(authorities.lat as double) as lat,
    coalesce(consents.consents_to_be_named, false) as is_named
from authorities
left join consents
    on authorities.nis_code = consents.nis_code
