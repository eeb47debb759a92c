"""The figures that would follow from a dropped file, before it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import submit_tables
from dashboard import texts_submit as texts
from dashboard.components import figures, handing_in
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.language import translated as _
from dashboard.queries import lists
from dashboard.queries.benchmarks import OWN_SELECTION

if TYPE_CHECKING:
    from ingest.handing_in_records import Dropped

SHOWN = "preview_shown"
GROUP_INSTEAD = "nearest"


def show_preview(dropped: Dropped, picked: Picked) -> None:
    """Show the figures of the picked type of care beside last year and the picked peers, when the reader wants them."""
    if not st.toggle(_(texts.PREVIEW), value=True, key=SHOWN):
        return
    found = handing_in.preview(dropped)
    if found is None:
        return
    group = GROUP_INSTEAD if picked.choice.peer_group == OWN_SELECTION else picked.choice.peer_group
    labels = dict(lists.peer_groups()[["peer_group", "label"]].to_numpy())
    table = submit_tables.preview_table(
        found,
        picked.choice.care_type,
        group,
        lists.indicators(picked.choice.care_type),
        lists.codes("judgement"),
        lists.codes("status"),
    )
    if table.empty:
        st.info(_(texts.NO_PREVIEW))
        return
    small(_(texts.PREVIEW_NOTE).format(care_type=picked.care_type, group=labels[group].lower()))
    figures.show_table(table, _(texts.PREVIEW_TABLE).format(name=picked.name, year=found.year))
