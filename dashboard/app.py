"""The dashboard's settings and navigation."""

from pathlib import Path

import streamlit as st

from dashboard import texts
from dashboard.charts import theme as _theme  # noqa: F401  (registers the chart theme)
from dashboard.components import notes, pickers

HERE = Path(__file__).parent
PAGES = HERE / "app_pages"

st.set_page_config(page_title=texts.PRODUCT, page_icon=str(HERE / "icon.svg"), layout="wide")
page = st.navigation(
    [
        st.Page(PAGES / "overview.py", title=texts.OVERVIEW, default=True),
        st.Page(PAGES / "compare.py", title=texts.COMPARE, url_path="vergelijk"),
        st.Page(PAGES / "trend.py", title=texts.TREND, url_path="evolutie"),
        st.Page(PAGES / "follow_up.py", title=texts.FOLLOW_UP, url_path="opvolging"),
        st.Page(PAGES / "method.py", title=texts.METHOD, url_path="methode"),
        # The default page stands at the root whatever its path; this keeps a typed address from an English message.
        st.Page(PAGES / "overview.py", title=texts.OVERVIEW, url_path="overzicht", visibility="hidden"),
    ],
    position="top",
)
notes.open_page()
pickers.draw_choices()
page.run()
notes.source_line()
