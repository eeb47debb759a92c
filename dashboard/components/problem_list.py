"""What the check found in a dropped file: what was recognised, and every problem by sheet, severity and kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import submit_tables
from dashboard import texts_submit as texts
from dashboard.components import figures
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.format import number, plain
from dashboard.language import translated as _
from dashboard.language import translated_count
from ingest.problem_groups import RuleGroup, SheetGroup, grouped_problems

if TYPE_CHECKING:
    from ingest.handing_in_records import CheckedDrop

MOST_SHOWN = 10


def show_recognised(found: CheckedDrop, picked: Picked, *, is_for_picked: bool) -> None:
    """Say whose submission a file is, and so clearly where it is not what was picked."""
    st.markdown(submit_tables.recognised(found))
    who = found.identity
    if who is None:
        return
    if not is_for_picked:
        words = {"found": plain(who.authority_name), "nis_code": plain(who.nis_code), "name": plain(picked.name)}
        st.error(_(texts.OTHER_AUTHORITY).format(**words))
    if who.year != picked.choice.year:
        st.warning(_(texts.OTHER_YEAR).format(found=who.year, year=picked.choice.year))


def show_problems(found: CheckedDrop, labels: Mapping[str, str]) -> None:
    """Show every problem, in words first; ``labels`` are those of the severities."""
    st.markdown(submit_tables.summary(found.problems, labels))
    for sheet in grouped_problems(found.problems):
        _show_sheet(sheet, labels)
    if found.problems:
        with st.expander(_(texts.ALL_PROBLEMS)):
            what = _(texts.PROBLEMS_OF_FILE).format(file=found.file_name)
            figures.show_table(submit_tables.problems_table(found.problems, labels), what)


def _show_sheet(sheet: SheetGroup, labels: Mapping[str, str]) -> None:
    name = plain(sheet.sheet_nl) if sheet.sheet_nl else _(texts.WHOLE_FILE)
    heading = translated_count(texts.SHEET_PROBLEM, texts.SHEET_PROBLEMS, sheet.n_problems)
    with st.expander(heading.format(sheet=name, n=number(sheet.n_problems)), expanded=True):
        for severity in sheet.severities:
            st.markdown(f"**{labels[severity.severity][:1].upper()}{labels[severity.severity][1:]}**")
            for rule in severity.rules:
                _show_rule(rule)


def _show_rule(rule: RuleGroup) -> None:
    shown, rest = rule.problems[:MOST_SHOWN], rule.problems[MOST_SHOWN:]
    st.markdown("\n".join(f"- {plain(problem.message_nl)}" for problem in shown))
    if rest:
        small(_(texts.MORE).format(n=number(len(rest))))
    if rule.mend_nl:
        small(_(texts.MEND).format(mend=plain(rule.mend_nl)))
