"""The page VIA for a manager: my money step by step, what to expect, my peers, findings, and effects."""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard import sentences, tables, via_own_tables, via_own_words
from dashboard import texts as common
from dashboard import texts_via as texts
from dashboard.charts.position import position_chart
from dashboard.charts.via_steps import steps_chart
from dashboard.components import figures, via_effects_views
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import benchmarks, lists, via_own

THEME = "via"


def own(picked: Picked) -> None:
    """Show the VIA money of the picked authority, and the measures beside their results."""
    ledger = via_own.ledger(picked.choice)
    if ledger.empty:
        st.info(_(texts.OWN_NONE).format(name=plain(picked.name), year=picked.choice.year))
    else:
        st.markdown(plain(via_own_words.own(picked.name, picked.choice.year, via_own.totals(picked.choice).to_dict())))
        _steps(picked, ledger)
        _expected(picked)
        _findings(picked)
    _peers(picked)
    via_effects_views.effects(picked)


def _steps(picked: Picked, ledger: pd.DataFrame) -> None:
    st.header(_(texts.OWN_STEPS), anchor=False)
    found = via_own.steps()
    steps = dict(zip(found["step"], found["label"], strict=True))
    description = _(texts.OWN_STEPS_ALT).format(name=picked.name, year=picked.choice.year)
    figures.draw(steps_chart(via_own_tables.step_rows(ledger, steps)), description)
    small(_(texts.OWN_STEPS_NOTE))
    ahead = [via_own_words.outlook(row) for row in via_own.outlook(picked.choice).to_dict("records")]
    if any(ahead):
        st.markdown(_(texts.OWN_OUTLOOK))
        st.markdown("\n".join(f"- {plain(sentence)}" for sentence in ahead if sentence))
    table, formats = via_own_tables.ledger_table(ledger, steps)
    with st.expander(_(texts.OWN_DEADLINES), expanded=True):
        figures.show_table(table, description, formats)


def _expected(picked: Picked) -> None:
    st.header(_(texts.OWN_EXPECTED), anchor=False)
    rows = via_own.expected(picked.choice)
    if rows.empty:
        st.info(_(texts.NO_EXPECTED))
        return
    first = rows.drop_duplicates("label").to_dict("records")
    st.markdown("\n".join(f"- {plain(via_own_words.expected(row))}" for row in first))
    table, formats = via_own_tables.expected_table(rows)
    with st.expander(_(common.SHOW_TABLE)):
        figures.show_table(table, f"{_(texts.OWN_EXPECTED)}: {picked.name}, {picked.choice.year}", formats)


def _findings(picked: Picked) -> None:
    st.header(_(texts.OWN_FINDINGS), anchor=False)
    rows = via_own.findings(picked.choice)
    words = {"name": picked.name, "year": picked.choice.year, "n": len(rows)}
    sentence = texts.NO_OWN_FINDINGS if rows.empty else texts.OWN_FINDINGS_TOLD
    st.markdown(plain(_(sentence).format(**words)))
    if not rows.empty:
        table, formats = via_own_tables.findings_table(rows)
        figures.show_table(table, f"{_(texts.OWN_FINDINGS)}: {picked.name}, {picked.choice.year}", formats)


def _peers(picked: Picked) -> None:
    st.header(_(texts.OWN_PEERS), anchor=False)
    indicators = lists.indicators(picked.choice.care_type)
    rows = benchmarks.benchmarks(picked.choice, THEME)
    if rows.empty:
        st.info(_(common.NO_BENCHMARK))
        return
    for row in rows.to_dict("records"):
        indicator = indicators[row["indicator_code"]]
        finding = sentences.finding(picked.name, indicator, row, picked.choice.peer_group)
        st.markdown(f"- **{plain(indicator.label)}.** {plain(finding)}")
    chart = position_chart(rows, benchmarks.peer_values(picked.choice, THEME), indicators, picked.name)
    words = {"name": picked.name, "n": len(rows), "group": picked.peer_group.lower()}
    table = partial(tables.benchmark_table, rows, indicators, picked.name)
    figures.show_figure(
        chart, table, description=_(common.POSITION_ALT).format(**words), note=_(common.LEGEND_POSITION)
    )
