-- A figure has a value exactly when its status allows one.
select nis_code, year, care_type, measure as code, value, status
from {{ ref('fct_measures') }}
where (value is null) <> (status in ('not_applicable', 'not_submitted', 'rejected', 'withheld'))
union all
select nis_code, year, care_type, indicator_code as code, value, status
from {{ ref('fct_indicator_values') }}
where (value is null) <> (status in ('not_applicable', 'not_submitted', 'rejected', 'withheld'))
