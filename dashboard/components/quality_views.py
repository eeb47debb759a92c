"""The parts of the page Kwaliteit."""

import streamlit as st

from dashboard import quality_tables as tables
from dashboard import texts
from dashboard import texts_quality as own
from dashboard.charts import quality as charts
from dashboard.components import figures
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import quality, rulebook


def problems(year: int) -> None:
    """Show how often each rule struck on each sheet, with what the rules say."""
    st.header(_(own.PROBLEMS), anchor=False)
    counts = quality.problem_counts(year)
    if counts.empty:
        st.info(_(own.NO_PROBLEMS).format(year=year))
        return
    rules = rulebook.rule_words()
    description = _(own.PROBLEMS_ALT).format(year=year)
    figures.draw(charts.problems_chart(tables.problem_cells(counts, rules)), description)
    small(_(own.PROBLEMS_NOTE))
    figures.show_table(tables.problems_table(counts, rules), description)


def statuses(picked: Picked) -> None:
    """Show which share of the figures of each theme has which status."""
    st.header(_(own.STATUSES).format(care_type=picked.care_type.lower()), anchor=False)
    found = quality.statuses_by_theme(picked.choice.year, picked.choice.care_type)
    if found.empty:
        st.info(_(own.NO_STATUSES))
        return
    description = _(own.STATUSES_ALT).format(care_type=picked.care_type.lower(), year=picked.choice.year)
    figures.draw(charts.statuses_chart(tables.status_parts(found)), description)
    small(_(own.STATUSES_NOTE))
    with st.expander(_(texts.SHOW_TABLE)):
        table, formats = tables.statuses_table(found)
        figures.show_table(table, description, formats)


def completeness() -> None:
    """Show how complete each year is."""
    st.header(_(own.COMPLETENESS), anchor=False)
    found = quality.completeness()
    if found.empty:
        st.info(_(own.NO_STATUSES))
        return
    figures.draw(charts.completeness_chart(tables.completeness_rows(found)), _(own.COMPLETENESS_ALT))
    small(_(own.COMPLETENESS_NOTE))
    with st.expander(_(texts.SHOW_TABLE)):
        table, formats = tables.completeness_table(found)
        figures.show_table(table, _(own.COMPLETENESS_ALT), formats)


def corrections() -> None:
    """Show the corrections of cells, and whether the source has changed under them."""
    st.header(_(own.CORRECTIONS), anchor=False)
    rows = quality.cell_corrections()
    if rows.empty:
        st.info(_(own.NO_CORRECTIONS))
        return
    st.markdown(plain(tables.corrections_summary(rows)))
    figures.show_table(tables.corrections_table(rows, rulebook.cell_words), _(own.CORRECTIONS))


def answered(year: int) -> None:
    """Show the unusual values that authorities gave a reason for."""
    st.header(_(own.ANSWERED), anchor=False)
    rows = quality.answered(year)
    if rows.empty:
        st.info(_(own.NO_ANSWERED).format(year=year))
        return
    figures.show_table(tables.answered_table(rows), f"{_(own.ANSWERED)} {year}")
