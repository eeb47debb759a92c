"""One journey through the dashboard in a real browser: open it, choose a municipality, see it among its peers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlparse

import pytest

from tests.browser.screenshots import WIDE, open_page, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
SECTIONS = {"Inzendingen": ("Opvolging",), "Over de cijfers": ("Methode",)}
ENGLISH = re.compile(r"\b(the|value|search|fullscreen|loading|press|select|choose|axis|deploy)\b", re.IGNORECASE)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser that speaks English, so that Dutch is the dashboard's own doing."""
    context = browser.new_context(viewport=WIDE, locale="en-US")
    yield context.new_page()
    context.close()


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("combobox", name=label).fill(option)
    page.get_by_role("option", name=option, exact=True).click()
    page.wait_for_timeout(300)
    settle(page)


def go_to(page: Page, name: str) -> None:
    """Follow the link to a page, out of the menu of its section when it stands in one."""
    section = next((label for label, names in SECTIONS.items() if name in names), None)
    if section:
        page.get_by_role("button", name=section, exact=True).click()
    page.get_by_role("menuitem" if section else "link", name=name, exact=True).click()
    page.wait_for_timeout(300)
    settle(page)


def chart_words(page: Page) -> list[str]:
    return page.locator("[data-testid=stVegaLiteChart] svg text").all_text_contents()


def test_the_address_of_the_first_page_may_be_typed_in_full(page: Page, address: str) -> None:
    open_page(page, f"{address}/overzicht?year=2023")
    assert page.get_by_role("heading", level=1).inner_text().endswith(", 2023")
    assert page.get_by_text("Page not found").count() == 0
    assert page.get_by_role("link", name="Overzicht", exact=True).count() == 1


def test_a_visitor_chooses_a_municipality_and_sees_it_among_its_peers(page: Page, address: str, tmp_path: Path) -> None:
    open_page(page, address)
    assert page.evaluate("document.documentElement.lang") == "nl"
    choose(page, "Gemeente", "Gemeente 12")
    choose(page, "Jaar", "2023")
    choose(page, "Vergelijk met", "Alle besturen")
    assert page.get_by_role("heading", level=1).inner_text() == "Gemeente 12, 2023"
    go_to(page, "Vergelijk")
    assert page.get_by_role("heading", level=1).inner_text() == "Gemeente 12 naast andere besturen"
    assert page.get_by_text("Van de 29 andere besturen ligt de helft tussen").count() == 1

    # Place 11 in the list: step 77 modulo 30 = 17, so 12 x (0,85 + 0,17); the middle of the others' steps is 14.
    words = chart_words(page)
    assert any("Gemeente 12: 12,2\u00a0plaatsen" in word for word in words)
    assert any("mediaan 11,9\u00a0plaatsen" in word for word in words)
    assert not [word for word in words if re.search(r"\d\.\d(?!\d\d)", word)], "a decimal point in a chart"

    picture = tmp_path / "vergelijk.png"
    page.screenshot(path=picture)
    assert picture.stat().st_size > 20_000


def test_the_link_gives_the_same_picture_elsewhere(page: Page, address: str, browser: Browser) -> None:
    open_page(page, f"{address}/vergelijk?indicator=gross_cost_per_place")
    choose(page, "Gemeente", "Gemeente 05")
    choose(page, "Vergelijk met", "Provincie")
    link = page.url
    asked = {name: values[0] for name, values in parse_qs(urlparse(link).query).items()}
    assert asked == {
        "nis": "11005",
        "year": "2025",
        "care_type": "group",
        "peer_group": "province",
        "indicator": "gross_cost_per_place",
        "other": "none",
        "lang": "nl",
    }
    elsewhere = browser.new_context(viewport=WIDE).new_page()
    open_page(elsewhere, link)
    assert chart_words(page)
    assert chart_words(elsewhere) == chart_words(page)
    assert elsewhere.get_by_role("heading", level=1).inner_text() == "Gemeente 05 naast andere besturen"
    elsewhere.context.close()


def test_the_choices_stay_in_the_link_on_every_page(page: Page, address: str) -> None:
    open_page(page, f"{address}/?nis=11012&year=2024&care_type=family&peer_group=size_class")
    for name in ("Vergelijk", "Evolutie", "Opvolging", "Methode", "Overzicht"):
        go_to(page, name)
        asked = parse_qs(urlparse(page.url).query)
        assert (asked["nis"], asked["year"], asked["peer_group"]) == (["11012"], ["2024"], ["size_class"]), name


def test_the_keyboard_alone_leads_to_a_page_in_a_menu(page: Page, address: str) -> None:
    open_page(page, address)
    page.get_by_role("button", name="Inzendingen", exact=True).focus()
    for key in ("Enter", "ArrowDown", "Enter"):
        page.keyboard.press(key)
        page.wait_for_timeout(300)
    settle(page)
    assert urlparse(page.url).path == "/opvolging"


@pytest.mark.parametrize("place", ["", "vergelijk", "evolutie", "opvolging", "methode"])
def test_every_page_speaks_dutch_asks_nothing_of_other_hosts_and_raises_no_error(
    page: Page, address: str, place: str
) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_page(page, f"{address}/{place}?peer_group=all")
    assert ENGLISH.findall(page.locator("[data-testid=stApp]").inner_text()) == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert errors == []
    for chart in page.locator("[data-testid=stVegaLiteChart]").all():
        assert chart.get_attribute("aria-label")


def test_hostile_text_from_a_file_is_shown_and_does_nothing(page: Page, address: str) -> None:
    open_page(page, f"{address}/opvolging?nis=11007&year=2025")
    cell = page.locator("[data-testid=stDataFrame] td").get_by_text("<b>twaalf</b>", exact=True)
    cell.first.wait_for(state="attached")
    assert page.locator("[data-testid=stMain] b").count() == 0


def test_the_link_of_a_page_is_copied_with_every_choice_and_says_so(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_page(page, f"{address}/vergelijk?nis=11012&year=2023&peer_group=province&indicator=occupancy")
    choose(page, "Jaar", "2024")
    page.get_by_role("button", name="Kopieer de link").press("Enter")
    page.get_by_text("De link is gekopieerd.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    choices = {name: value[0] for name, value in parse_qs(urlparse(copied).query).items()}
    wanted = {"nis": "11012", "year": "2024", "peer_group": "province", "indicator": "occupancy"}
    assert wanted.items() <= choices.items()
    assert copied == page.url
