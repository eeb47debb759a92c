"""The parts of the page Opvolging: how submissions come in, who must be called, what waits to be published."""

from dataclasses import asdict

import pandas as pd
import streamlit as st

from dashboard import follow_up_tables as tables
from dashboard import texts
from dashboard import texts_follow_up as own
from dashboard.charts.progress import progress_chart
from dashboard.components import figures
from dashboard.components.notes import small
from dashboard.format import number, plain
from dashboard.language import translated as _
from dashboard.language import translated_count
from dashboard.queries import calling, lists
from ingest.home import home_from_environment
from ingest.pending import PendingError, PublishedSubmission, pending


def progress(year: int) -> None:
    """Draw how many had handed in and were accepted by each day, beside the year before."""
    st.header(_(own.PROGRESS), anchor=False)
    found = calling.progress(year)
    rows = tables.progress_rows(found)
    if rows.empty or year not in set(rows["year"]):
        st.info(_(own.NO_PROGRESS).format(year=year))
        return
    description = _(own.PROGRESS_ALT).format(year=year, previous=year - 1)
    figures.draw(progress_chart(rows, year, _(own.DAYS)), description)
    small(_(own.PROGRESS_NOTE))
    with st.expander(_(texts.SHOW_TABLE)):
        table, formats = tables.progress_table(found)
        figures.show_table(table, description, formats)


def to_call(year: int) -> None:
    """List who must be called or written to, and why."""
    st.header(_(own.CALL), anchor=False)
    rows = calling.to_call(year)
    if rows.empty:
        st.info(_(own.NOBODY_TO_CALL))
        return
    st.markdown(translated_count(own.CALL_SUMMARY_ONE, own.CALL_SUMMARY_MORE, len(rows)).format(n=number(len(rows))))
    figures.show_table(tables.calls_table(rows), f"{_(own.CALL)} {year}")


def waiting() -> None:
    """List what would be published otherwise if a publication were made now."""
    st.header(_(own.PENDING), anchor=False)
    published = [PublishedSubmission(**row) for row in lists.published_versions().to_dict("records")]
    try:
        found = pending(home_from_environment(), published, lists.publication()["published_at"].to_pydatetime())
    except PendingError as error:
        st.warning(plain(error))
        return
    if not found:
        st.info(_(own.PENDING_NONE))
        return
    st.markdown(translated_count(own.PENDING_ONE, own.PENDING_MORE, len(found)).format(n=number(len(found))))
    table, formats = tables.pending_table([asdict(one) for one in found], _names())
    figures.show_table(table, _(own.PENDING), formats)
    small(_(own.PENDING_NOTE))


def _names() -> dict[str, str]:
    found: pd.DataFrame = lists.unit_names()
    return dict(zip(found["nis_code"], found["name"], strict=True))
