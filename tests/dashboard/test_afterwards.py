"""What waits for the pictures is drawn in its place, also when a page fails."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]

PAGE = """
import streamlit as st
from dashboard.components.afterwards import afterwards, pictures_first

order = st.session_state.setdefault("order", [])

@afterwards
def note(text, inner=None):
    order.append(text)
    st.markdown(text)
    if inner:
        note(inner)

def page():
    note("above", inner="inside")
    order.append("picture")
    st.header("picture")
    note("below")
    {ending}

try:
    with pictures_first():
        page()
finally:
    note("choices")
"""


def opened(ending: str = "") -> AppTest:
    return AppTest.from_string(PAGE.replace("{ending}", ending)).run()


def seen(app: AppTest) -> list[str]:
    """The texts of a page from top to bottom."""
    return [element.value for element in app.main if element.type in ("markdown", "heading", "header")]


def test_a_part_that_waits_is_drawn_after_the_picture_and_stands_above_it() -> None:
    app = opened()
    assert app.session_state["order"] == ["picture", "above", "inside", "below", "choices"]
    assert seen(app) == ["above", "inside", "picture", "below", "choices"]


def test_no_page_stops_halfway_for_what_waits_and_the_choices_would_be_lost() -> None:
    pages = sorted((ROOT / "dashboard" / "app_pages").glob("*.py"))
    assert len(pages) > 10
    assert [page.name for page in pages if "st.stop(" in page.read_text(encoding="utf-8")] == []


def test_a_page_that_fails_says_so_and_still_draws_what_waits() -> None:
    app = opened("raise ValueError('broken')")
    assert [error.message for error in app.exception] == ["broken"]
    assert seen(app)[:4] == ["above", "inside", "picture", "below"]
