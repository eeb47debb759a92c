"""The VIA money of one authority, step by step, and what its measures stand beside."""

import pandas as pd

from dashboard.data import ask
from dashboard.queries.benchmarks import Choice

_OWN = "nis_code = $nis_code and year = $year and ($care_type = 'all' or care_type = $care_type)"


def _ask_own(statement: str, choice: Choice) -> pd.DataFrame:
    return ask(statement, nis_code=choice.nis_code, year=choice.year, care_type=choice.care_type)


def ledger(choice: Choice) -> pd.DataFrame:
    """How far the money came, per agreement and measure; a step of which one type of care is silent stays empty.

    Columns: agreement, measure, label, announced_eur, paid_eur, booked_eur, spent_eur, justified_eur, remaining_eur,
    overspent_eur, not_justified_by_deadline_eur, spend_by, justify_by, is_past_justify_by.
    """
    steps = ", ".join(
        f"case when count(l.{step}_eur) = count(*) then sum(l.{step}_eur) end as {step}_eur"
        for step in ("announced", "paid", "booked", "spent", "justified", "remaining", "overspent")
    )
    return _ask_own(
        f"""
        select l.agreement, l.measure, m.label_{{lang}} as label, {steps},
            sum(l.not_justified_by_deadline_eur) as not_justified_by_deadline_eur, min(l.spend_by) as spend_by,
            min(l.justify_by) as justify_by, bool_or(l.is_past_justify_by) as is_past_justify_by
        from marts.fct_via_ledger as l
        inner join marts.dim_codes as m on m.codelist = 'via_measure' and m.code = l.measure
        where l.{_OWN}
        group by l.agreement, l.measure, m.label_{{lang}}, m.position
        order by l.agreement, m.position
        """,  # noqa: S608  (only names of columns)
        choice,
    )


def totals(choice: Choice) -> pd.Series:
    """All measures together, as far as told: announced_eur, paid_eur, spent_eur, justified_eur, overspent_eur,
    not_justified_by_deadline_eur, remaining_eur with its first deadlines spend_by and justify_by (of what has something
    left), is_past_justify_by.
    """
    return _ask_own(
        f"""
        select sum(announced_eur) as announced_eur, sum(paid_eur) as paid_eur, sum(spent_eur) as spent_eur,
            sum(justified_eur) as justified_eur, sum(remaining_eur) filter (where remaining_eur > 0) as remaining_eur,
            sum(overspent_eur) as overspent_eur, sum(not_justified_by_deadline_eur) as not_justified_by_deadline_eur,
            min(spend_by) filter (where remaining_eur > 0) as spend_by,
            min(justify_by) filter (where remaining_eur > 0) as justify_by,
            coalesce(bool_or(is_past_justify_by), false) as is_past_justify_by
        from marts.fct_via_ledger where {_OWN}
        """,  # noqa: S608  (fixed text)
        choice,
    ).iloc[0]


def steps() -> pd.DataFrame:
    """The steps that money goes through, in order: step, label."""
    return ask(
        "select code as step, label_{lang} as label from marts.dim_codes where codelist = 'via_step' order by position"
    )


def expected(choice: Choice) -> pd.DataFrame:
    """Rate × own VTE beside what was announced, per agreement, measure and basis of the rate.

    Columns: label, basis, rate, quantity, expected_eur, announced_eur, difference_eur.
    """
    return _ask_own(
        """
        select m.label_{lang} as label, e.basis, e.rate, e.quantity, e.expected_eur, e.announced_eur, e.difference_eur
        from marts.fct_via_expected as e
        inner join marts.dim_codes as m on m.codelist = 'via_measure' and m.code = e.measure
        where e.nis_code = $nis_code and e.year = $year and e.care_type = $care_type
        order by m.position, list_position(['implied_reconciled', 'stated', 'implied_printed'], e.basis)
        """,
        choice,
    )


def findings(choice: Choice) -> pd.DataFrame:
    """The doubts about the own money: label, care_type_label, step_label, difference_eur, message_nl."""
    return _ask_own(
        f"""
        select m.label_{{lang}} as label, c.label_{{lang}} as care_type_label, s.label_{{lang}} as step_label,
            f.difference_eur, f.message_nl
        from (select * from marts.fct_via_ledger_findings where {_OWN}) as f
        inner join marts.dim_codes as m on m.codelist = 'via_measure' and m.code = f.measure
        inner join marts.dim_codes as s on s.codelist = 'via_step' and s.code = f.step
        inner join marts.dim_care_types as c on c.care_type = f.care_type
        order by abs(f.difference_eur) desc nulls last, m.position, f.message_nl
        """,  # noqa: S608  (fixed text)
        choice,
    )


def outlook(choice: Choice) -> pd.DataFrame:
    """What will be spent by each horizon ahead: label, horizon, horizon_on, base_eur, spent_eur, low_eur, middle_eur,
    high_eur, n_earlier, reason.
    """
    return _ask_own(
        """
        select m.label_{lang} as label, o.horizon,
            last_day(make_date(o.year, 1, 1) + to_months(o.horizon_month - 1)) as horizon_on,
            o.base_eur, o.spent_eur, o.low_eur, o.middle_eur, o.high_eur, o.n_earlier, o.reason
        from marts.fct_via_outlook as o
        inner join marts.dim_codes as m on m.codelist = 'via_measure' and m.code = o.measure
        where o.nis_code = $nis_code and o.year = $year and $care_type is not null
        order by m.position, o.horizon_month
        """,
        choice,
    )


def effects(care_type: str) -> pd.DataFrame:
    """Indicators beside the measures that should move them, latest year first, among who took part and who did not.

    Columns: measure, measure_label, indicator_code, expected_direction, year, took_part, before_year, after_year,
    n_authorities, before_median, after_median, before_weighted_mean, after_weighted_mean, weighted_mean_reason.
    """
    return ask(
        """
        select m.label_{lang} as measure_label, e.*
        from marts.fct_via_effects as e
        inner join marts.dim_codes as m on m.codelist = 'via_measure' and m.code = e.measure
        where e.care_type = $care_type
        order by m.position, e.indicator_code, e.year desc, e.took_part desc
        """,
        care_type=care_type,
    )


def paid_to(measure: str, year: int) -> pd.Series:
    """The money beside an effect: n_authorities to whom euros of a measure and year were paid, and paid_eur."""
    return ask(
        """
        select count(distinct nis_code) filter (where paid_eur > 0) as n_authorities, sum(paid_eur) as paid_eur
        from marts.fct_via_ledger where measure = $measure and year = $year
        """,
        measure=measure,
        year=year,
    ).iloc[0]
