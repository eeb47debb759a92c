"""One journey with the keyboard only, in which the focus always shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlparse

import pytest

from tests.browser.screenshots import WIDE, open_page, served, settle
from tests.dashboard.synthetic_warehouse import build

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
MOST_STEPS = 90
# What has the focus: its name, its role, and whether a reader can see that (an outline, or a frame that changed).
FOCUSED = """
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const frame = element.closest("[data-testid=stSelectbox] [role=group], [data-baseweb=select]") ?? element;
  // A cell of a table has no place of its own: the canvas around it shows the cell, with a frame that it draws itself.
  const grid = element.closest("[data-testid=data-grid-canvas]:not(:focus)");
  const near = [element, frame, element.parentElement, element.closest("label"), element.nextElementSibling];
  const isOutlined = grid !== null || near
    .filter(Boolean).map((one) => getComputedStyle(one))
    .some((look) => (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2) || look.boxShadow !== "none");
  const box = (grid ?? element).getBoundingClientRect();
  const copy = element.cloneNode(true);
  copy.querySelectorAll("[data-testid=stIconMaterial], svg").forEach((icon) => icon.remove());
  return {
    name: element.getAttribute("aria-label") ?? copy.textContent.trim().slice(0, 60),
    role: element.getAttribute("role") ?? element.tagName.toLowerCase(),
    html: element.outerHTML.slice(0, 160),
    isVisible: isOutlined,
    isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}
"""


@pytest.fixture
def page(browser: object, tmp_path: Path) -> Iterator[Page]:
    build(tmp_path)
    with served(tmp_path) as address:
        page = browser.new_context(viewport=WIDE, locale="nl-BE").new_page()
        open_page(page, address)
        yield page
        page.context.close()


def tab_to(page: Page, name: str, hidden: list[str]) -> None:
    """Press Tab until the named element has the focus; what cannot be seen to have the focus goes into ``hidden``."""
    passed = []
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            continue
        passed.append(focused["name"])
        if not (focused["isVisible"] and focused["isInView"]):
            hidden.append(focused["html"])
        if focused["name"] == name:
            return
    raise AssertionError(f"{name} was not reached with Tab; passed {passed}")


def after(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    settle(page)


def test_a_reader_without_a_mouse_chooses_goes_elsewhere_opens_a_table_and_takes_it_along(page: Page) -> None:
    hidden: list[str] = []

    tab_to(page, "Gemeente", hidden)
    page.keyboard.press("Control+a")
    page.keyboard.type("Gemeente 12")
    after(page, "Enter")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Gemeente 12")

    tab_to(page, "Evolutie", hidden)
    after(page, "Enter")
    assert urlparse(page.url).path == "/evolutie"
    assert parse_qs(urlparse(page.url).query)["nis"] == ["11012"]
    assert page.get_by_role("heading", level=1).inner_text().startswith("Gemeente 12")

    tab_to(page, "Kengetal", hidden)
    before = page.url
    after(page, "ArrowDown", "ArrowDown", "Enter")
    assert page.url != before

    tab_to(page, "Toon de cijfers als tabel", hidden)
    after(page, "Enter")
    assert page.locator("[data-testid=stDataFrame]").first.is_visible()

    tab_to(page, "Download als CSV", hidden)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")

    tab_to(page, "Vergelijk", hidden)
    assert hidden == []
