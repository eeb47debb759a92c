"""WCAG 2.2 AA, measured by axe on every page in several states; and what axe cannot see of charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.addresses import page_addresses
from tests.browser.walk import AXE, TAGS, accepted_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
# Lower it when the list gets shorter; it never gets longer.
MOST_ACCEPTED = 3
STATES = {"opened", "zoomed", "english, nothing handed in", "phone"}


def axe_views(views: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [view for view in views if "violations" in view]


def where(view: dict[str, Any]) -> str:
    return f"{view['page'] or 'overzicht'} ({view['state']})"


def test_every_page_of_the_navigation_was_seen_in_every_state(views: list[dict[str, Any]]) -> None:
    assert len(page_addresses()) >= 12
    assert {(view["page"], view["state"]) for view in views} == {
        (page, state) for page in page_addresses() for state in STATES
    }
    assert {view["state"]: view["language"] for view in views} == {
        state: "en" if "english" in state else "nl" for state in STATES
    }


def test_the_pages_showed_their_charts_and_tables(views: list[dict[str, Any]]) -> None:
    opened = [view for view in views if view["state"] == "opened"]
    with_charts = {view["page"] for view in opened if view["charts"]}
    assert with_charts >= {"", "vergelijk", "evolutie", "peers", "via", "opvolging", "kwaliteit"}
    assert {view["page"] for view in opened if view["tables"]} > with_charts


def test_axe_finds_nothing_but_what_streamlit_itself_does_wrong(views: list[dict[str, Any]]) -> None:
    found = [
        f"{where(view)}: {broken['rule']} ({broken['impact']}) {broken['element']} {broken['html']}"
        for view in axe_views(views)
        for broken in view["violations"]
        if broken["accepted"] < 0
    ]
    assert found == []


def test_each_accepted_violation_still_occurs_on_each_page_that_it_names(views: list[dict[str, Any]]) -> None:
    occurring = {
        (broken["accepted"], view["page"])
        for view in axe_views(views)
        for broken in view["violations"]
        if broken["accepted"] >= 0
    }
    named = {
        (place, page)
        for place, entry in enumerate(accepted_violations())
        for page in (page_addresses() if entry["pages"] == "all" else entry["pages"])
    }
    assert occurring == named


def test_the_list_of_accepted_violations_gets_no_longer_and_says_why() -> None:
    accepted = accepted_violations()
    assert len(accepted) <= MOST_ACCEPTED
    assert all(len(entry["why"]) > 60 for entry in accepted)


def test_a_violation_would_be_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html lang=nl><title>Proef</title><main><h1>Proef</h1><button></button><img src=''></main>")
    page.evaluate(AXE_SCRIPT)
    found = {broken["rule"] for broken in page.evaluate(AXE, [TAGS, []])}
    page.close()
    assert {"button-name", "image-alt"} <= found


def test_every_chart_is_described_in_a_sentence(views: list[dict[str, Any]]) -> None:
    bare = [
        f"{where(view)}: {chart['description']!r}"
        for view in views
        for chart in view["charts"]
        if len(chart["description"]) < 20 or not chart["description"].endswith(".")
    ]
    assert bare == []


def test_a_page_with_a_chart_has_its_figures_in_a_table_that_says_what_it_holds(views: list[dict[str, Any]]) -> None:
    opened = [view for view in views if view["state"] == "opened"]
    assert [where(view) for view in opened if view["charts"] and not view["tables"]] == []
    assert [where(view) for view in opened if not all(len(told) > 10 for told in view["tables"])] == []
