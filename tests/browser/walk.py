"""One walk through every page of the dashboard, in the states in which readers see them, and what was found there.

The walk costs a minute, so it is made once per run, by all test processes that ask what it saw: each visits pages that
no other has visited yet.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import duckdb
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.screenshots import PHONE, WIDE, open_page, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from ingest.home import Home

HERE = Path(__file__).parent
LOOK = (HERE / "look.js").read_text(encoding="utf-8")
# What 1440 pixels become at a zoom of 200 %.
ZOOMED = {"width": 720, "height": 450}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """
async ([tags, accepted]) => {
  const found = await axe.run(document, { resultTypes: ["violations"], runOnly: { type: "tag", values: tags } });
  return found.violations.flatMap(({ id, impact, nodes }) => nodes.map(({ target, html }) => ({
    rule: id, impact, element: target.join(" "), html: html.slice(0, 200),
    accepted: accepted.findIndex((known) =>
      known.rule === id && document.querySelector(target[0])?.matches(known.element)),
  })));
}
"""
OPEN_ALL = """
() => {
  const main = document.querySelector("[data-testid=stMain]");
  main.querySelectorAll("details:not([open]) > summary").forEach((summary) => summary.click());
  main.querySelector("[data-testid=stPopover] button")?.click();
}
"""
# The parts of a page that only show when they are asked for.
OTHER_PARTS = "view=own&via_view=all"


def accepted_violations() -> list[dict[str, Any]]:
    """What Streamlit itself does wrong and cannot be mended here: rule, element, pages, why."""
    return tomllib.loads((HERE / "accepted_violations.toml").read_text(encoding="utf-8"))["violation"]


class Walk:
    """Two windows of a browser, wide and of a phone, on a dashboard that is served."""

    def __init__(self, browser: Browser, address: str, home: Home) -> None:
        self.address = address
        self.full, self.empty = _full_and_empty(home)
        self.wide, self.phone = (
            browser.new_context(viewport=size, locale="en-US").new_page() for size in (WIDE, PHONE)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.wide.context.close()
        self.phone.context.close()

    def see(self, page: str) -> list[dict[str, Any]]:
        """Visit one page in every state; one row per state, with what axe and ``look.js`` found."""
        wide, phone = self.wide, self.phone
        open_page(wide, f"{self.address}/{page}?nis={self.full}")
        wide.evaluate(OPEN_ALL)
        settle(wide)
        opened = _look(wide, with_axe=True)
        wide.keyboard.press("Escape")
        wide.set_viewport_size(ZOOMED)
        settle(wide)
        zoomed = _look(wide, with_axe=False)
        wide.set_viewport_size(WIDE)
        open_page(wide, f"{self.address}/{page}?nis={self.empty}&care_type=out_of_school&lang=en")
        english = _look(wide, with_axe=True)
        open_page(phone, f"{self.address}/{page}?nis={self.full}&care_type=family&{OTHER_PARTS}")
        on_phone = _look(phone, with_axe=True)
        seen = {"opened": opened, "zoomed": zoomed, "english, nothing handed in": english, "phone": on_phone}
        return [{"page": page, "state": state} | found for state, found in seen.items()]


def _look(page: Page, *, with_axe: bool) -> dict[str, Any]:
    if not with_axe:
        return page.evaluate(LOOK)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    known = [{"rule": entry["rule"], "element": entry["element"]} for entry in accepted_violations()]
    return page.evaluate(LOOK) | {"violations": page.evaluate(AXE, [TAGS, known])}


def _full_and_empty(home: Home) -> tuple[str, str]:
    """An authority that shows as much as there is in the latest year, and one that handed nothing in."""
    with duckdb.connect(str(home.current.resolve()), read_only=True) as publication:
        full = publication.execute(
            """
            select nis_code from marts.fct_benchmarks
            where value is not null and year = (select max(year) from marts.fct_benchmarks)
            group by nis_code order by count(*) desc, nis_code limit 1
            """
        ).fetchone()
        empty = publication.execute(
            """
            select min(current_nis_code) from marts.fct_submissions
            where status = 'expected' and year = (select max(year) from marts.fct_submissions)
            """
        ).fetchone()
    assert full and empty
    return str(full[0]), str(empty[0])
