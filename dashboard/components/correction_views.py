"""The parts of the page Correcties: what each publication changed, and two publications side by side."""

from collections.abc import Sequence
from dataclasses import asdict

import pandas as pd
import streamlit as st

from dashboard import correction_tables as tables
from dashboard import texts_corrections as own
from dashboard.components import figures
from dashboard.components.link import linked_select
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.format import BELGIAN_TIME, day, number, plain
from dashboard.language import translated as _
from dashboard.language import translated_count, translated_values
from dashboard.queries import corrections, lists
from ingest.home import home_from_environment
from ingest.publication_changes import (
    DecisionError,
    PublicationChanges,
    PublishedPublication,
    compare_publications,
    published,
)

MOST_ROWS = 2_000


def changed(picked: Picked) -> None:
    """List the figures that a publication changed."""
    causes = corrections.by_cause()
    if causes.empty:
        st.info(_(own.NO_CORRECTIONS))
        return
    left, middle, right = st.columns(3)
    numbers = _numbers(causes)
    chosen = int(linked_select("changed_in", _(own.PUBLICATION), numbers, next(iter(numbers)), left))
    people = {"all": _(own.EVERYBODY), "own": picked.name}
    who = linked_select("changed_of", _(own.WHO), people, "all", middle)
    what = linked_select("changed_what", _(own.WHAT), translated_values(own.WHAT_CHOICES), "all", right)
    st.markdown(plain(tables.summary(chosen, causes)))
    nis_code = picked.choice.nis_code if who == "own" else None
    rows = corrections.corrections(chosen, nis_code, values_only=what == "values")
    if rows.empty:
        st.info(_(own.NOT_HERE))
    else:
        title = f"{_(own.TITLE)} ({_(own.PUBLICATION).lower()} {chosen})"
        figures.show_table(tables.corrections_table(rows, lists.indicators()), title)
        small(_(own.MOVED_NOTE))
    with st.expander(_(own.PER_CAUSE)):
        figures.show_table(tables.causes_table(causes), _(own.PER_CAUSE))


def _numbers(causes: pd.DataFrame) -> dict[str, str]:
    days = dict(zip(causes["publication_number"], causes["published_on"], strict=True))
    return {str(one): _(own.NAMED).format(number=one, day=day(published_on)) for one, published_on in days.items()}


def compare() -> None:
    """Let the reader choose two publications of which the file is kept, and list the figures that differ."""
    st.header(_(own.COMPARE), anchor=False)
    kept = _kept()
    if len(kept) < 2:
        st.info(_(own.ONE_PUBLICATION))
        return
    st.markdown(_(own.COMPARE_INTRO).format(n=number(len(kept))))
    options = {str(one.number): _named(one) for one in kept}
    latest, before, *_others = options
    left, right = st.columns(2)
    old = linked_select("older", _(own.OLDER), options, before, left)
    new = linked_select("newer", _(own.NEWER), options, latest, right)
    if old == new:
        st.info(_(own.SAME_PUBLICATION))
        return
    try:
        _differences(_compared(tuple(str(one.published_at) for one in kept), int(old), int(new)))
    except DecisionError as error:
        st.warning(plain(error))


def _kept() -> list[PublishedPublication]:
    """The publications of which the file is kept, the latest first; none where there is no register."""
    try:
        found = {one.number: one for one in published(home_from_environment()) if one.is_kept}
    except DecisionError:
        return []
    return [found[one] for one in sorted(found, reverse=True)]


def _named(one: PublishedPublication) -> str:
    words = own.NAMED_NOTE if one.note else own.NAMED
    return _(words).format(number=one.number, day=day(one.published_at.astimezone(BELGIAN_TIME)), note=one.note)


@st.cache_data(max_entries=8, show_spinner=False)
def _compared(moments: Sequence[str], old: int, new: int) -> PublicationChanges:
    """The comparison, kept as long as the same publications are there; a number may come back at another moment."""
    return compare_publications(home_from_environment(), old, new)


def _differences(found: PublicationChanges) -> None:
    n = len(found.figures)
    if n == 0:
        st.info(_(own.NO_DIFFERENCES))
        return
    words = translated_count(own.DIFFERENCES_ONE, own.DIFFERENCES_MORE, n)
    st.markdown(words.format(old=found.from_number, new=found.to_number, n=number(n)))
    table = tables.differences_table(
        [asdict(one) for one in found.figures[:MOST_ROWS]],
        lists.indicators(),
        lists.named_authorities(),
        lists.care_types(),
        lists.codes("status"),
    )
    figures.show_table(table, f"{_(own.COMPARE)} {found.from_number} {found.to_number}")
    if n > MOST_ROWS:
        small(_(own.FIRST_ROWS).format(n=number(MOST_ROWS)))
