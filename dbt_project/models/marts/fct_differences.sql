-- One row per authority, year, type of care, indicator and peer group whose difference to the median can be told in
-- money or staff: what it comes to over the year.
{{ config(post_hook = '{{ create_difference_functions() }}') }}

with amounts as (
    {{ difference_amounts(ref('fct_benchmarks')) }}
)

select * from amounts
-- The rows of an authority lie together: who asks for one reads a small part of the table.
order by nis_code, year, care_type
