"""The dashboard's settings and navigation."""

from pathlib import Path

import streamlit as st

from dashboard import data, language, process, texts
from dashboard.charts import theme as _theme  # noqa: F401  (registers the chart theme)
from dashboard.components import afterwards, notes, pickers, publication_choice
from dashboard.components.copy_link import draw_copy_link
from dashboard.components.language_choice import chosen_language, draw_language_choice
from dashboard.language import translated as _

HERE = Path(__file__).parent
PAGES = HERE / "app_pages"

language.follow(chosen_language())
data.look_at(publication_choice.chosen_publication)
st.set_page_config(page_title=_(texts.PRODUCT), page_icon=str(HERE / "icon.svg"), layout="wide")
page = st.navigation(
    {
        "": [
            st.Page(PAGES / "overview.py", title=_(texts.OVERVIEW), default=True),
            st.Page(PAGES / "compare.py", title=_(texts.COMPARE), url_path="vergelijk"),
            st.Page(PAGES / "trend.py", title=_(texts.TREND), url_path="evolutie"),
            st.Page(PAGES / "peers.py", title=_(texts.PEERS), url_path="peers"),
            st.Page(PAGES / "via.py", title=_(texts.VIA), url_path="via"),
            st.Page(PAGES / "report.py", title=_(texts.REPORT), url_path="rapport"),
            # The default page stands at the root whatever its path; this keeps a typed address from an English message.
            st.Page(PAGES / "overview.py", title=_(texts.OVERVIEW), url_path="overzicht", visibility="hidden"),
        ],
        _(texts.SECTION_SUBMISSIONS): [
            st.Page(PAGES / "submit.py", title=_(texts.SUBMIT), url_path="inzenden"),
            st.Page(PAGES / "follow_up.py", title=_(texts.FOLLOW_UP), url_path="opvolging"),
            st.Page(PAGES / "quality.py", title=_(texts.QUALITY), url_path="kwaliteit"),
            st.Page(PAGES / "corrections.py", title=_(texts.CORRECTIONS), url_path="correcties"),
        ],
        _(texts.SECTION_ABOUT): [
            st.Page(PAGES / "method.py", title=_(texts.METHOD), url_path="methode"),
            st.Page(PAGES / "trace.py", title=_(texts.TRACE), url_path="herkomst"),
        ],
    },
    position="top",
)
publication_choice.say_which()
notes.check_publication()
pickers.settle_choices()
try:
    with afterwards.pictures_first(), notes.opened_when_failing():
        page.run()
finally:  # a page that fails leaves the choices to go on with
    pickers.draw_choices()
    draw_language_choice()
    draw_copy_link()
notes.source_line()
process.settle()
