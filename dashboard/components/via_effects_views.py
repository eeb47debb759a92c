"""Measures beside the results that they aim at: money and result side by side, without a cause."""

import pandas as pd
import streamlit as st

from dashboard import texts as common
from dashboard import texts_via as texts
from dashboard import via_own_tables, via_own_words
from dashboard.charts.via_effects import effects_chart
from dashboard.components import figures
from dashboard.components.link import linked_select
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.format import plain
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.queries import lists, via_own


def effects(picked: Picked) -> None:
    """Show, for a measure and an indicator of the reader's choice, money and result side by side."""
    st.header(_(texts.EFFECTS), anchor=False)
    found = via_own.effects(picked.choice.care_type)
    indicators = lists.indicators(picked.choice.care_type)
    found = found[found["indicator_code"].isin(list(indicators))]
    if found.empty:
        st.info(_(texts.NO_EFFECTS))
        return
    found = found.assign(pair=found["measure"] + ":" + found["indicator_code"])
    options = {
        row["pair"]: f"{row['measure_label']}: {indicators[row['indicator_code']].label}"
        for row in found.drop_duplicates("pair").to_dict("records")
    }
    compared = found.groupby("pair", sort=False)["took_part"].nunique()
    default = next(iter([*compared[compared > 1].index, *options]))
    pair = linked_select("effect", _(texts.EFFECT), options, default)
    _draw(found[found["pair"] == pair], indicators)


def _draw(rows: pd.DataFrame, indicators: dict[str, Indicator]) -> None:
    indicator = indicators[rows["indicator_code"].iloc[0]]
    latest = rows[rows["year"] == rows["year"].max()]
    first = latest.iloc[0]
    money = via_own.paid_to(str(first["measure"]), int(first["year"])).to_dict()
    st.markdown(plain(via_own_words.effect(indicator, latest.to_dict("records"), money)))
    words = {"indicator": indicator.label, "year": first["year"], "measure": first["measure_label"]}
    description = _(texts.EFFECT_ALT).format(**words)
    points = via_own_tables.effect_rows(latest, indicator)
    if not points.empty:
        figures.draw(effects_chart(points, indicator), description)
    small(_(texts.EFFECT_NOTE))
    with st.expander(_(common.SHOW_TABLE)):
        figures.show_table(via_own_tables.effect_table(rows, indicator), description)
