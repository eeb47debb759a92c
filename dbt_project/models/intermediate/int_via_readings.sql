-- One row per printed amount of an agreement that the search would read otherwise, where no other cell explains the
-- same sums as well. A printed sum that only copied the fault of another cell is an echo of it.
with chosen as (
    select
        agreement,
        year,
        cell_key,
        sum(change_eur) as change_eur
    from {{ ref('int_via_explanations') }}
    where n_cells = 1
    group by agreement, year, cell_key
),

cells as (
    select * from {{ ref('int_via_checks') }}
),

-- Both are wrong, and yet the sum of the one is the other, as printed.
echoes as (
    select distinct
        copy.agreement,
        copy.year,
        copy.cell_key
    from chosen as copy
    inner join cells as as_sum
        on
            copy.agreement = as_sum.agreement
            and copy.year = as_sum.year
            and copy.cell_key = as_sum.cell_key
            and as_sum.sign = 1
    inner join {{ ref('int_via_check_sums') }} as sums
        on
            as_sum.agreement = sums.agreement
            and as_sum.year = sums.year
            and as_sum.check_key = sums.check_key
            and not {{ is_off('sums.difference_eur') }}
    inner join cells as as_part
        on
            as_sum.agreement = as_part.agreement
            and as_sum.year = as_part.year
            and as_sum.check_key = as_part.check_key
            and as_part.sign = -1
    inner join chosen as origin
        on
            as_part.agreement = origin.agreement
            and as_part.year = origin.year
            and as_part.cell_key = origin.cell_key
)

select
    chosen.agreement,
    chosen.year,
    chosen.cell_key,
    grid.is_printed,
    grid.amount_eur as amount_printed_eur,
    cast(grid.amount_eur + chosen.change_eur as decimal(18, 2)) as amount_proposed_eur,
    echoes.cell_key is not null as is_echo
from chosen
inner join {{ ref('int_via_grid') }} as grid
    on chosen.agreement = grid.agreement and chosen.year = grid.year and chosen.cell_key = grid.cell_key
left join echoes
    on chosen.agreement = echoes.agreement and chosen.year = echoes.year and chosen.cell_key = echoes.cell_key
