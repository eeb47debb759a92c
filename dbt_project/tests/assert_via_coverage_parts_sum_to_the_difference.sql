-- To the cent: the parts that the difference with an agreement falls apart in are together the difference.
select
    agreement,
    measure,
    year,
    difference_eur
from {{ ref('fct_via_coverage') }}
where
    (
        difference_eur is not null
        and (
            other_sectors_eur + not_handed_in_eur + rounding_eur + unexplained_eur <> difference_eur
            or other_sectors_eur + not_handed_in_eur + rounding_eur + unexplained_eur is null
        )
    )
    or (difference_eur is null and unexplained_eur is not null)
