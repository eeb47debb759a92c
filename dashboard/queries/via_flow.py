"""The agreement's money as a flow, from what is set aside to where each euro stands."""

import pandas as pd

from dashboard.data import ask

# What an agreement sets aside per measure and sector, as reconciled. A document may print it in several tables: the one
# that parts a measure into most sectors counts; a group of sectors is no sector.
WITH_PRINTED = """
    with leaves as (
        select l.measure, l.table_code, l.sector, s.label_{lang} as sector_label, s.position as sector_position,
            s.is_own, l.amount_reconciled_eur as amount_eur
        from marts.fct_via_lines as l
        inner join marts.dim_via_sectors as s on s.sector = l.sector
        where l.agreement = $agreement and l.year = $year and l.kind = 'allocation'
            and l.sector not in (select part_of from marts.dim_via_sectors where part_of is not null)
    ),

    tables as (
        select measure, max_by(table_code, (n, table_code)) as table_code
        from (select measure, table_code, count(*) as n from leaves group by measure, table_code) as counted
        group by measure
    ),

    printed as (
        select l.*, m.label_{lang} as measure_label, m.position as measure_position
        from leaves as l
        inner join tables as t on t.measure = l.measure and t.table_code = l.table_code
        inner join marts.dim_codes as m on m.codelist = 'via_measure' and m.code = l.measure
    )
"""

# The pairs of blocks between which money flows, after WITH_PRINTED. Without a line of the agreement it begins at the
# measures of the ledger; with one, only measures that have a line are followed to the authorities.
LINKS = """
    , ledger as (
        select t.measure, m.label_{lang} as measure_label, m.position as measure_position, t.province, t.step,
            s.label_{lang} as step_label, s.position as step_position, t.standing_eur as amount_eur
        from marts.fct_via_totals as t
        inner join marts.dim_codes as m on m.codelist = 'via_measure' and m.code = t.measure
        inner join marts.dim_codes as s on s.codelist = 'via_step' and s.code = t.step
        where t.agreement = $agreement and t.year = $year
            and (t.measure in (select measure from printed) or not exists (select 1 from printed))
    ),

    links as (
        select 'budget' as from_stage, 'budget' as from_code, null as from_label, 0 as from_position,
            'measure' as to_stage, measure as to_code, measure_label as to_label, measure_position as to_position,
            amount_eur
        from printed
        union all
        select 'measure', measure, measure_label, measure_position, 'sector', sector, sector_label, sector_position,
            amount_eur
        from printed
        union all
        select 'sector', own.sector, own.sector_label, own.sector_position, 'province', l.province, l.province, 0,
            l.amount_eur
        from ledger as l
        cross join (select distinct sector, sector_label, sector_position from printed where is_own) as own
        union all
        select 'sector', any_value(sector), any_value(sector_label), any_value(sector_position), 'province',
            'nowhere', null, 1, sum(amount_eur) - (select coalesce(sum(amount_eur), 0) from ledger)
        from printed where is_own
        union all
        select 'measure', measure, measure_label, measure_position, 'province', province, province, 0, amount_eur
        from ledger where not exists (select 1 from printed)
        union all
        select 'province', province, province, 0, 'step', step, step_label, step_position, amount_eur
        from ledger
    )
"""


def flow(agreement: str, year: int) -> pd.DataFrame:
    """The money as links from stage to stage, in the order in which people read them; euros as reconciled.

    Where the agreement has lines for the year: budget, measure, sector, then from the own sector to the provinces of
    its authorities (only for the measures that have a line) and to the step where each euro stands. Otherwise from
    measure to province to step.

    Columns: from_stage, from_code, from_label, to_stage, to_code, to_label, amount_eur. Stages: budget, measure,
    sector, province, step. The budget has no label; what no authority tells of has the code `nowhere` and no label.
    """
    return ask(
        """
        select from_stage, from_code, from_label, to_stage, to_code, to_label, sum(amount_eur) as amount_eur
        from links
        group by from_stage, from_code, from_label, from_position, to_stage, to_code, to_label, to_position
        having sum(amount_eur) > 0
        order by list_position(['budget', 'measure', 'sector', 'province'], from_stage), from_position, from_label,
            to_position, to_label
        """,
        within=WITH_PRINTED + LINKS,
        agreement=agreement,
        year=year,
    )


def flow_summary(agreement: str, year: int) -> pd.Series:
    """The flow in a few figures: budget_eur and own_eur (lines of the own sector), empty without lines; reached_eur and
    lined_reached_eur (of measures with a line), justified_eur, justified_share (0 to 1).
    """
    return ask(
        """
        , lines as (
            select sum(amount_eur) as budget_eur, sum(amount_eur) filter (where is_own) as own_eur from printed
        )

        select any_value(l.budget_eur) as budget_eur, any_value(l.own_eur) as own_eur,
            sum(t.standing_eur) as reached_eur,
            sum(t.standing_eur) filter (where t.measure in (select measure from printed)) as lined_reached_eur,
            sum(t.standing_eur) filter (where t.step = 'justified') as justified_eur,
            sum(t.standing_eur) filter (where t.step = 'justified') / nullif(sum(t.standing_eur), 0) as justified_share
        from lines as l
        left join marts.fct_via_totals as t on t.agreement = $agreement and t.year = $year
        """,
        within=WITH_PRINTED,
        agreement=agreement,
        year=year,
    ).iloc[0]
