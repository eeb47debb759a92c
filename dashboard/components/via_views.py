"""The page VIA for the Steunpunt: the flow, the burn-down, the authorities beside the lines."""

import pandas as pd
import streamlit as st

from dashboard import texts as common
from dashboard import texts_via as texts
from dashboard import via_tables, via_words
from dashboard.charts.via_flow import flow_chart
from dashboard.charts.via_steps import burn_down_chart
from dashboard.components import figures, via_effects_views, via_follow_up_views
from dashboard.components.link import linked_select
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.components.style import WIDE_DRAWING
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.language import translated_values
from dashboard.queries import via, via_flow


def steunpunt(picked: Picked) -> None:
    """Show all of the agreement's money, from its printed figures to who needs a call."""
    agreements = via.agreements()
    if agreements.empty:
        st.info(_(texts.NOTHING_KNOWN))
        return
    left, right = st.columns(2)
    labels = dict(zip(agreements["agreement"], agreements["label"], strict=True))
    agreement = linked_select("agreement", _(texts.AGREEMENT), labels, next(iter(labels)), left)
    known = [str(year) for year in via.years(agreement)["year"]]
    default = str(picked.choice.year) if str(picked.choice.year) in known else known[0]
    year = int(linked_select("money_year", _(texts.YEAR), {year: year for year in known}, default, right))
    with st.expander(_(texts.AGREEMENTS)):
        figures.show_table(via_tables.agreements_table(via.known_of_agreements()), _(texts.AGREEMENTS))
    _flow(agreement, year)
    _burn_down(agreement, year)
    _coverage(agreement, year)
    via_follow_up_views.reconciliation(agreement)
    via_follow_up_views.calls(agreement)
    via_follow_up_views.lists()
    via_effects_views.effects(picked)


def _flow(agreement: str, year: int) -> None:
    st.header(_(texts.FLOW).format(year=year), anchor=False)
    st.markdown(plain(via_words.flow(via_flow.flow_summary(agreement, year).to_dict())))
    links = via_tables.flow_links(via_flow.flow(agreement, year))
    if links.empty:
        return
    stages = translated_values(texts.STAGES)
    first, last = stages[links["from_stage"].iloc[0]], stages[links["to_stage"].iloc[-1]]
    description = _(texts.FLOW_ALT).format(year=year, first=first, last=last)
    with st.container(key=WIDE_DRAWING):
        figures.draw(flow_chart(links, via_words.euro), description)
    small(_(texts.FLOW_NOTE))
    table, formats = via_tables.flow_table(links)
    with st.expander(_(common.SHOW_TABLE)):
        figures.show_table(table, description, formats)


def _burn_down(agreement: str, year: int) -> None:
    st.header(_(texts.BURN_DOWN), anchor=False)
    measures = via.measures(agreement, year)
    if measures.empty:
        st.info(_(texts.NO_BURN_DOWN))
        return
    labels = dict(zip(measures["measure"], measures["label"], strict=True))
    measure = linked_select("measure", _(texts.MEASURE), labels, next(iter(labels)))
    rows = via_tables.burn_down_rows(via.burn_down(agreement, measure, year))
    money = via.money(agreement, measure, year).to_dict()
    ahead = via_tables.outlook_rows(via.outlook(agreement, measure, year))
    told = [via_words.burn_down(labels[measure], money), *(via_words.outlook(row) for row in ahead.to_dict("records"))]
    st.markdown(plain(" ".join(sentence for sentence in told if sentence)))
    description = _(texts.BURN_DOWN_ALT).format(measure=labels[measure])
    figures.draw(burn_down_chart(rows, via_tables.money_row(money), ahead), description)
    small(plain(f"{_(texts.BURN_DOWN_NOTE)} {_backtested(agreement, ahead)}"))
    table, formats = via_tables.burn_down_table(rows)
    with st.expander(_(common.SHOW_TABLE)):
        figures.show_table(table, description, formats)


def _backtested(agreement: str, ahead: pd.DataFrame) -> str:
    return "" if ahead.empty else via_words.backtest(via.backtest(agreement).to_dict())


def _coverage(agreement: str, year: int) -> None:
    st.header(_(texts.COVERAGE), anchor=False)
    rows = via.coverage(agreement, year)
    st.markdown(plain(via_words.coverage(year, rows)))
    if rows.empty:
        return
    compared = rows[rows["status"] == "compared"].to_dict("records")
    st.markdown("\n".join(f"- {plain(via_words.coverage_row(row))}" for row in compared))
    table, formats = via_tables.coverage_table(rows)
    figures.show_table(table, f"{_(texts.COVERAGE)}, {year}", formats)
    small(_(texts.COVERAGE_NOTE))
