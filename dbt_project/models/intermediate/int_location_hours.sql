-- One row per location and year that gave opening hours: days, hours a week and a day, and when it opens.
-- Slots of one day are added; a day with two slots is one opening day. Places that are open are the licensed ones,
-- not their yearly average: the opening days already say for how much of the year.
with slots as (
    {{ current_rows('hours') }}
),

weekdays as (
    select
        unit_nis_code,
        year,
        dossier_number,
        period,
        weekday,
        max(opening_days) as opening_days,
        sum(closes_minute - opens_minute) as open_minutes,
        min(opens_minute) as first_minute,
        count(*) - count(case
            when closes_minute is not null and opens_minute is not null and opening_days is not null then 1
        end) as n_gaps
    from slots
    group by unit_nis_code, year, dossier_number, period, weekday
),

periods as (
    select
        unit_nis_code,
        year,
        dossier_number,
        period,
        sum(opening_days) as opening_days,
        sum(case when opening_days > 0 then open_minutes end) as weekly_minutes,
        sum(opening_days * open_minutes) as yearly_minutes,
        min(case when opening_days > 0 then open_minutes end) as shortest_day_minutes,
        min(case when opening_days > 0 then first_minute end) as first_minute,
        sum(n_gaps) as n_gaps
    from weekdays
    group by unit_nis_code, year, dossier_number, period
)

select
    unit_nis_code,
    year,
    dossier_number,
    sum(opening_days) as opening_days,
    {{ as_measure('sum(weekly_minutes * opening_days) / 60.0 / nullif(sum(opening_days), 0)') }} as weekly_hours,
    {{ as_measure('sum(yearly_minutes) / 60.0') }} as yearly_hours,
    {{ as_measure('min(shortest_day_minutes) / 60.0') }} as shortest_day_hours,
    min(first_minute) as first_minute,
    coalesce(sum(case when period = 'holiday' then opening_days end), 0) as holiday_days,
    sum(n_gaps) as n_gaps
from periods
group by unit_nis_code, year, dossier_number
