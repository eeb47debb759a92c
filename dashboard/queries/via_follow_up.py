"""What is doubtful in the agreement's figures, who needs a call about its money, and which lists wait."""

import pandas as pd

from dashboard.data import ask


def printed_lines(agreement: str, year: int) -> pd.DataFrame:
    """Every printed figure in the order of the document, with the words for its sector.

    Columns: table_code, row_label, kind, unit, sector_printed, sector_label, sector_position, printed, reconciled,
    line_number, is_marked (a finding is about it).
    """
    return ask(
        """
        select l.table_code, l.row_label, l.kind, l.unit, l.sector_printed, s.label_{lang} as sector_label,
            s.position as sector_position, coalesce(l.amount_printed_eur, l.quantity_printed) as printed,
            l.amount_reconciled_eur as reconciled, l.line_number, l.finding is not null as is_marked
        from marts.fct_via_lines as l
        left join marts.dim_via_sectors as s on s.sector = l.sector_printed
        where l.agreement = $agreement and l.year = $year
        order by l.table_code, l.line_number, s.position
        """,
        agreement=agreement,
        year=year,
    )


def findings(agreement: str, year: int) -> pd.DataFrame:
    """The findings about the agreement's figures, as fct_via_findings has them, the gravest cause first."""
    return ask(
        """
        select f.*, s.label_{lang} as sector_label
        from marts.fct_via_findings as f
        left join marts.dim_via_sectors as s on s.sector = f.sector
        where f.agreement = $agreement and f.year = $year
        order by list_position(['unknown', 'misprint', 'echo', 'missing_cell', 'share', 'rate', 'rounding'],
            f.likely_cause), f.table_code, f.line_number
        """,
        agreement=agreement,
        year=year,
    )


def agreement_years(agreement: str) -> pd.DataFrame:
    """The years of which the agreement's figures are loaded, latest first: year."""
    return ask(
        """
        select distinct year from marts.fct_via_lines
        where agreement = $agreement and unit = 'eur'
        order by year desc
        """,
        agreement=agreement,
    )


def calls(agreement: str) -> pd.DataFrame:
    """Who gives a reason to call, who has most to explain first: the columns of fct_via_calls with name, mailbox,
    late_since (earliest deadline passed with euros not justified) and next_deadline (the first one ahead).
    """
    return ask(
        """
        with mailboxes as (
            select current_nis_code as nis_code, max_by(mailbox, year) as mailbox
            from marts.fct_submissions where mailbox is not null group by current_nis_code
        ),

        deadlines as (
            select nis_code, min(justify_by) filter (where not_justified_by_deadline_eur > 0) as late_since,
                min(justify_by) filter (where not is_past_justify_by) as next_deadline
            from marts.fct_via_ledger where agreement = $agreement group by nis_code
        )

        select c.nis_code, a.name, m.mailbox, c.not_justified_by_deadline_eur, c.unspent_by_deadline_eur,
            c.overspent_eur, c.to_explain_eur, c.n_years_not_submitted, c.n_findings, d.late_since, d.next_deadline
        from marts.fct_via_calls as c
        inner join marts.dim_authorities as a on a.nis_code = c.nis_code
        left join mailboxes as m on m.nis_code = c.nis_code
        left join deadlines as d on d.nis_code = c.nis_code
        where c.agreement = $agreement
        order by c.to_explain_eur desc, a.name
        """,
        agreement=agreement,
    )


def calls_summary(agreement: str) -> pd.Series:
    """All calls together: n_authorities, n_with_euros (with euros to explain), to_explain_eur."""
    return ask(
        """
        select count(*) as n_authorities, count(*) filter (where to_explain_eur > 0) as n_with_euros,
            sum(to_explain_eur) as to_explain_eur
        from marts.fct_via_calls where agreement = $agreement
        """,
        agreement=agreement,
    ).iloc[0]


def lists() -> pd.DataFrame:
    """The lists that were received, those that wait first.

    Columns: file_name, kind_label, payer_name, list_number, list_version, state, state_label, received_on, n_lines,
    n_refused, n_queried, total_eur, release_note.
    """
    return ask(
        """
        select l.file_name, kinds.label_{lang} as kind_label, l.payer_name, l.list_number, l.list_version, l.state,
            states.label_{lang} as state_label, l.received_on, l.n_lines, l.n_refused, l.n_queried, l.total_eur,
            l.release_note
        from marts.fct_via_lists as l
        inner join marts.dim_codes as states on states.codelist = 'via_list_state' and states.code = l.state
        inner join marts.dim_codes as kinds on kinds.codelist = 'via_source_kind' and kinds.code = l.source_kind
        order by l.state = 'waiting' desc, l.received_at desc, l.file_name
        """
    )


def lists_summary() -> pd.Series:
    """All lists together: n_lists, n_waiting, waiting_eur."""
    return ask(
        """
        select count(*) as n_lists, count(*) filter (where state = 'waiting') as n_waiting,
            sum(total_eur) filter (where state = 'waiting') as waiting_eur
        from marts.fct_via_lists
        """
    ).iloc[0]


def list_problems() -> pd.DataFrame:
    """What keeps lists waiting, in the order of their rows: file_name, sheet_nl, row_number, header_nl, found,
    message_nl.
    """
    return ask(
        """
        select file_name, sheet_nl, row_number, header_nl, found, message_nl
        from marts.fct_via_list_problems where keeps_waiting
        order by file_name, finding_number
        """
    )
