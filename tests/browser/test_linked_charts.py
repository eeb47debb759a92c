"""Marking authorities on the page Vergelijk with a mouse: one click or brush stands out in every figure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlparse

import pytest

from tests.browser.screenshots import WIDE, open_page, settle

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
# Every third authority lies in the same province as the first one; the 22nd has the highest step of those (27).
HIGHEST = "11022"
PEERS = {str(11001 + index) for index in range(3, 30, 3)}
FIGURES = ("Staven", "Kaart", "Een staaf per", "volgens beide kengetallen")


@pytest.fixture
def compare(address: str) -> str:
    return f"{address}/vergelijk?nis=11001&year=2023&peer_group=province&indicator=fte_per_10_places"


def figure(page: Page, words: str) -> Locator:
    return page.locator(f"[data-testid=stVegaLiteChart][aria-label*='{words}']")


def marked(page: Page) -> list[str]:
    return parse_qs(urlparse(page.url).query).get("marked", [""])[0].split(",")


def until_marked(page: Page, codes: set[str]) -> None:
    """Wait until the link holds exactly these codes, and the figures stand."""
    given = "(new URL(location.href).searchParams.get('marked') || '').split(',').sort().join()"
    page.wait_for_function(f"wanted => {given} === wanted", arg=",".join(sorted(codes)), timeout=30_000)
    settle(page)


def drag(page: Page, place: Locator) -> None:
    """Brush over a whole figure, from inside its upper left corner to inside its lower right one."""
    place.scroll_into_view_if_needed()
    box = place.locator(".background").first.bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] - 2, steps=3)
    page.mouse.up()


def test_what_is_clicked_or_brushed_in_one_figure_stands_out_in_all_and_in_the_link(
    browser: object, compare: str
) -> None:
    page = browser.new_context(viewport=WIDE, locale="en-US").new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_page(page, compare)
    page.get_by_text("Toon de cijfers als tabel").click()

    figure(page, "Een staaf per").locator(".mark-rect path").first.click()
    until_marked(page, {HIGHEST})
    for words in FIGURES:
        assert any("Gemeente 22" in text for text in figure(page, words).locator("text").all_text_contents()), words
    page.locator("[data-testid=stDataFrame] td").get_by_text("● Gemeente 22", exact=True).wait_for(state="attached")

    drag(page, figure(page, "volgens beide kengetallen"))
    until_marked(page, PEERS)
    assert marked(page)[0] == HIGHEST
    assert page.get_by_text("Nummers in de figuren: 1 = Gemeente 22").is_visible()
    assert "9" in figure(page, "Kaart").locator("text").all_text_contents()

    page.get_by_role("button", name="Wis aanduiding").click()
    until_marked(page, {""})
    assert not [text for text in figure(page, "Kaart").locator("text").all_text_contents() if "Gemeente 22" in text]
    drag(page, figure(page, "Staven"))
    until_marked(page, PEERS)
    page.context.close()
    assert errors == []
