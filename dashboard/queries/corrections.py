"""What changed after publication: which figure, old, new, why, and what moved with it."""

import pandas as pd

from dashboard.data import ask


def by_cause() -> pd.DataFrame:
    """Per publication and cause, the latest publication first: publication_number, published_on, cause, cause_label,
    n_figures, n_values (of them with another value, or none any more), n_authorities.
    """
    return ask(
        """
        select c.publication_number, c.published_on, c.cause, causes.label_{lang} as cause_label,
            count(*) as n_figures, count(*) filter (where c.new_value is distinct from c.old_value) as n_values,
            count(distinct c.nis_code) as n_authorities
        from marts.fct_corrections as c
        left join marts.dim_codes as causes on causes.codelist = 'correction_cause' and causes.code = c.cause
        group by c.publication_number, c.published_on, c.cause, cause_label, causes.position
        order by c.publication_number desc, causes.position
        """
    )


def corrections(publication_number: int, nis_code: str | None, *, values_only: bool) -> pd.DataFrame:
    """The figures that a publication changed, those that moved other comparisons most first.

    Columns: name (null when not to be named), year, care_type_label, indicator_code, old_value, new_value,
    old_status_label, new_status_label, cause_label, from_version, to_version, why_nl, n_moved.

    Args:
        publication_number: the publication that changed them.
        nis_code: only of this authority; None for all.
        values_only: leave out figures of which only the status changed.
    """
    return ask(
        """
        select case when a.is_named then a.name end as name, c.year, t.label_{lang} as care_type_label,
            c.indicator_code, c.old_value, c.new_value, olds.label_{lang} as old_status_label,
            news.label_{lang} as new_status_label, causes.label_{lang} as cause_label, c.from_version, c.to_version,
            c.why_nl, c.n_moved
        from marts.fct_corrections as c
        inner join marts.dim_authorities as a on a.nis_code = c.nis_code
        inner join marts.dim_indicators as i on i.indicator_code = c.indicator_code
        inner join marts.dim_care_types as t on t.care_type = c.care_type
        left join marts.dim_codes as olds on olds.codelist = 'status' and olds.code = c.old_status
        left join marts.dim_codes as news on news.codelist = 'status' and news.code = c.new_status
        left join marts.dim_codes as causes on causes.codelist = 'correction_cause' and causes.code = c.cause
        where c.publication_number = $publication_number and ($nis_code is null or c.nis_code = $nis_code)
            and (not $values_only or c.new_value is distinct from c.old_value)
        order by causes.position, a.name, c.year, i.position, t.position
        """,
        publication_number=publication_number,
        nis_code=nis_code,
        values_only=values_only,
    )
