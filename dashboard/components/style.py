"""What every page adds to Streamlit: its look, a focus that can be seen, and Dutch for Streamlit's own words."""

import json
from functools import cache
from pathlib import Path

import streamlit as st

from dashboard import language, texts_interface
from dashboard.charts import theme
from dashboard.language import translated_values

# The key of a container with a drawing that loses its sense when it is narrow: on a phone it scrolls within itself.
WIDE_DRAWING = "wide_drawing"
SCRIPT = Path(__file__).parent / "interface.js"

# The toolbar over charts and tables is English, and its CSV would let a text act as a formula. The menu of a column
# would average ratios and write numbers in the way of other countries; the box of an error would lead away from the
# product and take its text along. The outline of the focus lies inside where a frame around the element would cut it
# off. Columns and lists to choose from lie below each other as soon as the sidebar and two charts no longer fit beside
# each other, as at a zoom of 200 %; Streamlit itself waits until 640 pixels. A legend that gets a second row when the
# window gets narrower would be cut: a drawing does not grow before it is drawn again.
STYLE = f"""<style>
[data-testid=stMainBlockContainer] {{ padding-top: 4.5rem; padding-bottom: 3rem; }}
[data-testid=stElementToolbar] {{ display: none; }}
[data-testid=stDataFrameColumnMenu] [aria-haspopup] {{ display: none; }}
[data-testid=stException] :is(a, button) {{ display: none; }}
[data-testid=stApp] :focus-visible {{ outline: 3px solid {theme.OWN} !important; outline-offset: 2px; }}
[data-testid=stApp] summary:focus-visible {{ outline-offset: -3px; }}
[data-testid=stVegaLiteChart] svg {{ overflow: visible; }}
@media (max-width: 900px) {{
  [data-testid=stMain] [data-testid=stColumn] {{ min-width: 100%; }}
  [data-testid=stMain] [data-testid=stHorizontalBlock] > :has(> [data-testid=stSelectbox]) {{ min-width: 100%; }}
}}
@media (max-width: 640px) {{
  .st-key-{WIDE_DRAWING} {{ overflow-x: auto; }}
  .st-key-{WIDE_DRAWING} [data-testid=stElementContainer]:has([data-testid=stVegaLiteChart]) {{ min-width: 44rem; }}
}}
</style>"""


def lay() -> None:
    """Give the page its look."""
    st.html(STYLE)


def speak() -> None:
    """Give the page its language, and the words of that language where Streamlit speaks English."""
    told = (language.current(), translated_values(texts_interface.REPLACED))
    arguments = ", ".join(json.dumps(part).replace("<", "\\u003c") for part in told)
    st.html(f"<script>{_script()}({arguments});</script>", unsafe_allow_javascript=True)


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")
