"""The door of the page Inzenden: the only place of the dashboard from which something can be handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from functools import partial
from typing import TypeVar

import streamlit as st

from dashboard import texts_submit as texts
from dashboard.components.downloads import XLSX_TYPE
from dashboard.components.pickers import Picked
from dashboard.format import plain
from dashboard.language import translated as _
from ingest import handing_in
from ingest.handing_in_records import CheckedDrop, Dropped, HandingInError, Reason, Receipt, SentVersion
from ingest.home import home_from_environment
from ingest.preview import Preview
from ingest.register_remark_records import QueryRecord

DROPPED = "dropped"
_Answer = TypeVar("_Answer")

# The uploader's hint and its message of a file that is too large are English: they make place for ours. The sign on its
# button goes too: it is a word to whoever cannot see it.
STYLE = """<style>
[data-testid=stFileUploaderDropzoneInstructions], [data-testid=InputInstructions] {{ display: none; }}
[data-testid=stFileUploaderDropzone] :has(> [data-testid=stIconMaterial]) {{ display: none; }}
[data-testid=stFileChip] [role=alert], [data-testid=stTooltipErrorContent] {{ display: none; }}
[data-testid=stFileChip][aria-invalid=true]::after {{ content: "{too_large}"; padding: 0 0.5rem; }}
</style>"""


def offer_templates(picked: Picked) -> None:
    """Offer the template of the picked year for each authority that the picked one then consisted of; it is made when
    it is asked for.
    """
    home, year = home_from_environment(), picked.choice.year
    units = handing_in.units_of(picked.choice.nis_code, year)
    for nis_code, name in units:
        label = _(texts.TEMPLATE) if len(units) == 1 else _(texts.TEMPLATE_OF).format(name=name)
        file_name = texts.TEMPLATE_NAME.format(nis_code=nis_code, year=year)
        _offer(label, partial(handing_in.template, home, nis_code, year), file_name)


def offer_marked(dropped: Dropped, picked: Picked) -> None:
    """Offer the dropped workbook with its problems marked; it is made when it is asked for."""
    name = texts.MARKED_NAME.format(nis_code=picked.choice.nis_code, year=picked.choice.year)
    _offer(_(texts.MARKED), lambda: handing_in.marked(dropped), name)


def _offer(label: str, make: Callable[[], bytes], name: str) -> None:
    st.download_button(label, make, name, XLSX_TYPE, key=name, on_click="ignore", icon=":material/download:")


def dropped_file() -> Dropped | None:
    """Let the reader drop one file."""
    handing_in.make_ready()
    st.html(STYLE.format(too_large=_(texts.DROP_TOO_LARGE)))
    label = _(texts.DROP).format(n=handing_in.MOST_MEGABYTES)
    found = st.file_uploader(label, key=DROPPED, max_upload_size=handing_in.MOST_MEGABYTES)
    return None if found is None else Dropped(found.name, found.getvalue())


def checked(dropped: Dropped) -> CheckedDrop | None:
    """What the check says of a file; asked once per file. What keeps it from being read is shown."""
    return _once("checked", dropped, _(texts.CHECKING), lambda: handing_in.check(dropped))


def preview(dropped: Dropped) -> Preview | None:
    """The figures that would follow from a file; computed once per file. Why there are none is shown."""
    home = home_from_environment()
    return _once("preview", dropped, _(texts.COMPUTING), lambda: handing_in.preview(home, dropped))


def send(dropped: Dropped, reasons: Sequence[Reason]) -> Receipt | None:
    """Hand a file in. Why that did not work is shown."""
    home = home_from_environment()
    return _now(lambda: handing_in.send(home, dropped, reasons), _(texts.SENDING))


def is_for(found: CheckedDrop, picked: Picked) -> bool:
    """Whether a file is of the picked authority, or does not say whose it is."""
    return found.identity is None or handing_in.is_for(found.identity, picked.choice.nis_code)


def sent_before(picked: Picked) -> list[SentVersion]:
    """The versions that were sent, the latest first."""
    home, choice = home_from_environment(), picked.choice
    return _now(lambda: handing_in.sent_before(home, choice.nis_code, choice.year)) or []


def questions(picked: Picked) -> list[QueryRecord]:
    """The questions of the Steunpunt about the picked year."""
    home, choice = home_from_environment(), picked.choice
    return _now(lambda: handing_in.questions(home, choice.nis_code, choice.year)) or []


def answer(query_id: int, text: str) -> bool:
    """Answer a question, and say whether that worked. Why it did not is shown."""
    return _now(lambda: handing_in.answer(home_from_environment(), query_id, text) or True) or False


def _once(what: str, dropped: Dropped, words: str, ask: Callable[[], _Answer]) -> _Answer | None:
    """The answer about a file, or why there is none, kept until another file comes."""
    known, found, why = st.session_state.get(what, (None, None, ""))
    if known != dropped:
        with st.spinner(words):
            found, why = _tried(ask)
        st.session_state[what] = (dropped, found, why)
    if why:
        st.error(plain(why))
    return found


def _now(ask: Callable[[], _Answer], words: str = "") -> _Answer | None:
    with st.spinner(words) if words else nullcontext():
        found, why = _tried(ask)
    if why:
        st.error(plain(why))
    return found


def _tried(ask: Callable[[], _Answer]) -> tuple[_Answer | None, str]:
    try:
        return ask(), ""
    except HandingInError as error:
        return None, str(error)
