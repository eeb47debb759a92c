"""Sending a checked file in, with reasons for what stands out; and what was sent before, with questions and answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dashboard import submit_tables
from dashboard import texts_submit as texts
from dashboard.components import figures, handing_in
from dashboard.components.notes import small
from dashboard.components.pickers import Picked
from dashboard.format import day, plain
from dashboard.language import translated as _
from dashboard.queries import follow_up, lists
from ingest.handing_in_records import Reason
from ingest.problem_groups import RuleGroup, grouped_problems
from ingest.problems import Problem, Severity

if TYPE_CHECKING:
    from ingest.handing_in_records import CheckedDrop, Dropped, Receipt
    from ingest.register_remark_records import QueryRecord

MOST_FIELDS = 10
MOST_SIGNS = 1_000
SENT = "sent"


def send_form(dropped: Dropped, found: CheckedDrop, *, is_for_picked: bool) -> None:
    """A field for each reason and the button that sends in; or why this file cannot be sent."""
    sent_file, receipt = st.session_state.get(SENT, (None, None))
    if sent_file == dropped:
        _show_receipt(receipt)
        return
    if found.is_refused or not is_for_picked:
        why = next((problem.message_nl for problem in found.problems if problem.severity is Severity.FATAL), "")
        st.info(_(texts.REFUSED).format(reason=plain(why or _(texts.NOT_OF_PICKED))))
        return
    with st.form("send", enter_to_submit=False, border=False):
        reasons = [reason for reason in _reasons(found) if reason.reason.strip()]
        is_sent = st.form_submit_button(_(texts.SEND), type="primary")
    if is_sent:
        receipt = handing_in.send(dropped, reasons)
        if receipt is not None:
            st.session_state[SENT] = (dropped, receipt)
            st.rerun()


def _reasons(found: CheckedDrop) -> Iterator[Reason]:
    """Ask a reason for every problem that needs no mending; one for all where there are many of a kind."""
    kinds = [rule for sheet in grouped_problems(found.problems) for severity in sheet.severities
             if severity.severity in (Severity.BLOCKING, Severity.WARNING) for rule in severity.rules]  # fmt: skip
    if kinds:
        st.markdown(_(texts.REASONS))
    for number, rule in enumerate(kinds):
        if len(rule.problems) > MOST_FIELDS:
            yield _asked_for_all(rule, f"reason {number}")
        else:
            yield from (_asked(one, f"reason {number} {place}") for place, one in enumerate(rule.problems))


def _asked(problem: Problem, key: str) -> Reason:
    text = st.text_input(plain(problem.message_nl), key=key, max_chars=MOST_SIGNS)
    return Reason(problem.rule_code, problem.sheet, problem.row_number, problem.column_name, text)


def _asked_for_all(rule: RuleGroup, key: str) -> Reason:
    label = _(texts.REASON_FOR_ALL).format(n=len(rule.problems), what=plain(rule.explanation_nl))
    text = st.text_input(label, key=key, max_chars=MOST_SIGNS)
    return Reason(rule.rule_code, rule.problems[0].sheet, None, None, text)


def _show_receipt(receipt: Receipt) -> None:
    if not receipt.is_received:
        st.warning(plain(receipt.note_nl))
        return
    st.success(_(texts.RECEIVED).format(version=receipt.version, file_hash=receipt.file_hash))
    if receipt.n_explained:
        st.markdown(_(texts.EXPLAINED).format(n=receipt.n_explained))
    for sentence in receipt.not_explained:
        st.warning(plain(sentence))
    st.markdown(_(texts.WHAT_NEXT))


def sent_before(picked: Picked) -> None:
    """The versions that were sent and what became of them, the deadline, and the questions of the Steunpunt."""
    year = picked.choice.year
    st.header(_(texts.EARLIER_HEADING).format(year=year), anchor=False)
    versions = handing_in.sent_before(picked)
    if versions:
        what = _(texts.SENT_TABLE).format(name=picked.name, year=year)
        figures.show_table(submit_tables.versions_table(versions), what)
    else:
        st.info(_(texts.NOTHING_SENT).format(year=year))
    st.header(_(texts.QUESTIONS_HEADING), anchor=False)
    asked = handing_in.questions(picked)
    if not asked:
        st.markdown(_(texts.NO_QUESTIONS).format(year=year))
    sheets = lists.codes("sheet")
    for query in asked:
        _show_question(query, sheets)


def deadline(picked: Picked) -> None:
    """Until when the picked authority can hand in, or could without being late."""
    due = follow_up.submission(picked.choice.nis_code, picked.choice.year)["due_on"].dropna()
    if not due.empty:
        is_over = pd.Timestamp(due.iloc[0]).date() < date.today()
        st.markdown(_(texts.DUE_OVER if is_over else texts.DUE).format(day=day(due.iloc[0])))


def _show_question(query: QueryRecord, sheets: Mapping[str, str]) -> None:
    known = lists.indicators()
    words = {
        "n": query.query_id,
        "version": query.version,
        "about": plain(submit_tables.about(query.place, sheets, known)),
        "day": day(query.asked_at),
        "question": plain(query.question),
    }
    st.markdown(_(texts.QUESTION).format(**words))
    if query.answer is not None:
        small(_(texts.ANSWERED).format(day=day(query.answered_at), answer=plain(query.answer)))
        return
    text = st.text_area(_(texts.ANSWER).format(n=query.query_id), key=f"answer {query.query_id}", max_chars=MOST_SIGNS)
    if st.button(_(texts.SEND_ANSWER).format(n=query.query_id)) and handing_in.answer(query.query_id, text):
        st.rerun()
