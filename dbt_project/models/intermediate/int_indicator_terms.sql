-- One row per indicator, side and term of its formula: a signed measure.
-- A formula is measures parted by ' + ' or ' - '; each side is read word by word.
with indicators as (
    select indicator_code, numerator, denominator from {{ ref('indicators') }}
),

sides as (
    select indicator_code, 'numerator' as side, numerator as formula from indicators
    union all
    select indicator_code, 'denominator' as side, denominator as formula from indicators
),

signed as (
    select
        indicator_code,
        side,
        {{ words_as_rows("replace(replace(trim(formula), ' - ', ' -'), ' + ', ' ')") }} as word
    from sides
)

select
    indicator_code,
    side,
    case when word like '-%' then substr(word, 2) else word end as measure,
    case when word like '-%' then -1 else 1 end as sign
from signed
