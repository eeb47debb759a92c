"""A button that copies the link of the page, which holds every choice."""

from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from dashboard import texts_interface as texts
from dashboard.language import translated as _

SCRIPT = Path(__file__).parent / "copy_link.js"
LOOK = """<style>
[data-copy-link] {
    width: 100%; padding: 0.45rem 0.75rem; font: inherit; cursor: pointer; color: inherit; background: white;
    border: 1px solid #6B7885; border-radius: 0.5rem;
}
[data-copy-link]:hover { border-color: #B34700; color: #B34700; }
[data-copy-link-told] { display: block; min-height: 1.4em; margin-top: 0.25rem; font-size: 0.875rem; }
</style>"""


def draw_copy_link() -> None:
    """Draw the button under the choices; it says whether the link was copied, also to a screen reader."""
    label, copied, failed = (escape(_(text)) for text in (texts.COPY_LINK, texts.LINK_COPIED, texts.LINK_NOT_COPIED))
    st.sidebar.html(
        f'{LOOK}<button type="button" data-copy-link data-copied="{copied}" data-failed="{failed}">{label}</button>'
        f'<span role="status" data-copy-link-told></span><script>{_script()}</script>',
        unsafe_allow_javascript=True,
    )


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")
