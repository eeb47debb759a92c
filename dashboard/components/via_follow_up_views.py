"""What the Steunpunt follows up: doubtful figures of the agreement, who needs a call, and lists that wait."""

import streamlit as st

from dashboard import texts_via as texts
from dashboard import via_tables, via_words
from dashboard.components import figures
from dashboard.components.link import linked_select
from dashboard.components.notes import small
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import via_follow_up
from dashboard.via_printed import printed_tables


def reconciliation(agreement: str) -> None:
    """Show the agreement's tables as printed, each doubtful cell marked, and what was found about it."""
    st.header(_(texts.RECONCILIATION), anchor=False)
    known = [str(year) for year in via_follow_up.agreement_years(agreement)["year"]]
    if not known:
        st.info(_(texts.NO_LINES))
        return
    year = int(known[0])
    if len(known) > 1:
        year = int(linked_select("printed_year", _(texts.PRINTED_YEAR), {year: year for year in known}, known[0]))
    found = via_follow_up.findings(agreement, year)
    st.markdown(plain(via_words.findings(year, found)))
    for printed in printed_tables(via_follow_up.printed_lines(agreement, year)):
        title = _(texts.PRINTED_TABLE).format(table=printed.code, year=year)
        with st.expander(plain(title), expanded=bool(printed.marked.iloc[:, 1:].to_numpy().any())):
            figures.show_table(printed.cells, title, marked=printed.marked)
            small(_(texts.PRINTED_NOTE))
    if not found.empty:
        title = _(texts.FINDINGS_TABLE).format(year=year)
        st.markdown(f"**{title}**")
        figures.show_table(via_tables.findings_table(found), title)
        small(plain(_(texts.ACCEPT_HELP)))


def calls(agreement: str) -> None:
    """Show who needs a call, why, about how much and until when."""
    st.header(_(texts.CALLS), anchor=False)
    st.markdown(plain(via_words.calls(via_follow_up.calls_summary(agreement).to_dict())))
    rows = via_follow_up.calls(agreement)
    if not rows.empty:
        table, formats = via_tables.calls_table(rows)
        figures.show_table(table, _(texts.CALLS), formats)


def lists() -> None:
    """Show which lists were received, which wait, and why."""
    st.header(_(texts.LISTS), anchor=False)
    st.markdown(plain(via_words.lists(via_follow_up.lists_summary().to_dict())))
    problems = via_follow_up.list_problems()
    if not problems.empty:
        st.markdown(f"**{_(texts.LIST_PROBLEMS)}**")
        figures.show_table(via_tables.list_problems_table(problems), _(texts.LIST_PROBLEMS))
    rows = via_follow_up.lists()
    if not rows.empty:
        table, formats = via_tables.lists_table(rows)
        with st.expander(_(texts.LISTS_TABLE)):
            figures.show_table(table, _(texts.LISTS_TABLE), formats)
