"""What every page says around its figures: demo banner, source, what is missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import pandas as pd
import streamlit as st

from dashboard import data, sentences, texts
from dashboard.components import style
from dashboard.components.afterwards import afterwards
from dashboard.components.pickers import Picked
from dashboard.exports import Words
from dashboard.format import plain
from dashboard.language import translated as _
from dashboard.queries import follow_up, lists

_is_open: ContextVar[bool] = ContextVar("is_open", default=False)


def check_publication() -> None:
    """Show what is wrong with the publication, and stop."""
    try:
        data.check_publication()
    except data.PublicationMissing:
        _stop_with(_(texts.NO_PUBLICATION_TITLE), _(texts.NO_PUBLICATION))
    except data.PublicationUnreadable as error:
        _stop_with(_(texts.UNREADABLE_TITLE), _(texts.UNREADABLE).format(reason=error))


@contextmanager
def opened_when_failing() -> Iterator[None]:
    """Give a page that fails before it is opened its look, the demo banner and a title; the error itself goes on."""
    _is_open.set(False)
    try:
        yield
    except Exception:
        if not _is_open.get():
            open_page(_(texts.FAILED))
        raise


def open_page(title: str) -> None:
    """Give the page its look, room for the demo banner and its title.

    A page asks what it shows before: what is sent meanwhile makes a browser go through the whole page once more.
    """
    _is_open.set(True)
    style.lay()
    _head()
    st.title(title, anchor=False)


@afterwards
def _head() -> None:
    """The language of the page, and the demo banner."""
    style.speak()
    if lists.publication()["data_kind"] == "demo":
        st.warning(_(texts.DEMO_BANNER), icon=":material/science:")


def _stop_with(title: str, explanation: str) -> None:
    style.lay()
    style.speak()
    st.title(title, anchor=False)
    st.info(explanation)
    st.stop()


def small(text: str) -> None:
    """A line in small type, with the contrast of ordinary text."""
    st.markdown(f":small[{text}]")


def profile_line(picked: Picked) -> None:
    """Introduce the authority: where it lies and of what kind it is."""
    st.markdown(plain(sentences.profile(lists.profile(picked.choice.nis_code))))


def figure_notes(rows: pd.DataFrame, *, is_trend: bool = False) -> None:
    """Say what marks in a chart mean, where there are such marks."""
    if (rows["value"].notna() & (rows["status"] != "reported")).any():
        small(_(texts.NOT_REPORTED_IN_TREND) if is_trend else _(texts.NOT_COMPLETE))
    if not is_trend:
        small(_(texts.EDGE_NOTE))


def not_offered_note(rows: pd.DataFrame, picked: Picked) -> None:
    """Say so where the authority does not offer the chosen type of care at all."""
    if (rows["status"] == "not_applicable").all():
        st.info(_(texts.NOT_OFFERED).format(name=plain(picked.name), care_type=picked.care_type.lower()))


def comparison_notes(rows: pd.DataFrame) -> None:
    """Say which authorities of a comparison stand without a bar or without a name."""
    if (rows["value"].notna() & rows["is_own"] & (rows["status"] != "reported")).any():
        small(_(texts.NOT_COMPLETE))
    absent = rows.loc[~rows["is_own"] & (rows["status"] != "reported"), "status_label"].value_counts()
    told = [plain(sentences.not_drawn(n, status)) for status, n in absent.items()]
    if rows["name"].isna().any():
        told.append(_(texts.UNNAMED_NOTE))
    if told:
        small(" ".join(told))


def break_notes(breaks: pd.DataFrame) -> None:
    """Name the breaks in a series."""
    for row in breaks.to_dict("records"):
        small(_(texts.BREAK).format(year=row["year"], label=plain(row["label"])))


def submission_note(picked: Picked) -> None:
    """Say so where the authority, or a part of it, handed nothing in for the year."""
    rows = follow_up.submission(picked.choice.nis_code, picked.choice.year)
    for name in rows.loc[rows["status"] == "expected", "name"]:
        st.info(_(texts.NOTHING_SUBMITTED).format(name=name, year=picked.choice.year))


def source_line() -> None:
    """Close a page with the publication its figures come from."""
    small(_source())


def words_beside(title: str) -> Words:
    """What stands beside figures that leave the page: title, source, and that they are invented where they are."""
    is_demo = lists.publication()["data_kind"] == "demo"
    return Words(title, _source(), _(texts.DEMO_BANNER).replace("**", "") if is_demo else "")


def _source() -> str:
    published = lists.publication()
    return sentences.source(published["number"], published["published_at"], int(published["n_submissions"]))
