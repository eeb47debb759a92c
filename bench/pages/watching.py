"""How long a browser takes until the new picture is there, timed inside the page itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.screenshots import READY, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# The picture is there at the last change of the charts or the title, once Streamlit is done and every chart is drawn.
WATCH = """
isFirst => {
    const charts = () => [...document.querySelectorAll('[data-testid=stVegaLiteChart]')];
    const finished = () => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
        && charts().length > 0 && charts().every(chart => chart.querySelector('svg g'))
        && !document.querySelector('[data-testid=stSkeleton]');
    const picture = () => document.querySelector('h1')?.innerText + charts().map(chart => chart.innerHTML).join('|');
    const before = isFirst ? null : picture();
    let start = isFirst ? 0 : null, last = before, changed = null, isTouched = true;
    // Writing out the charts at every frame would take a good part of what is measured: only where something moved.
    new MutationObserver(() => { isTouched = true; }).observe(
        document, { subtree: true, childList: true, attributes: true, characterData: true });
    document.addEventListener('click', () => { start ??= performance.now(); }, { capture: true, once: true });
    window.untilDrawn = new Promise(resolve => {
        const look = () => {
            const now = isTouched ? picture() : last;
            isTouched = false;
            if (now !== last) { last = now; changed = performance.now(); }
            if (start !== null && changed !== null && now !== before && finished()) resolve(changed - start);
            else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });
}
"""
COUNT = """
() => document.querySelectorAll('[data-testid=stVegaLiteChart] :is(.role-mark) :is(path, text, line, rect)').length
"""


def choose(page: Page, label: str, option: str) -> float:
    """Choose an option of a list and give the milliseconds from the click until the new picture is there."""
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("combobox", name=label, exact=True).fill(option)
    wanted = page.get_by_role("option", name=option, exact=True)
    wanted.wait_for()
    page.evaluate(WATCH, False)
    wanted.click()
    taken = float(page.evaluate("window.untilDrawn"))
    settle(page)
    return taken


def open_anew(browser: Browser, address: str) -> float:
    """Open an address in a browser without memory and give the milliseconds until its picture is there."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(address, wait_until="commit")
    page.evaluate(WATCH, True)
    taken = float(page.evaluate("window.untilDrawn"))
    context.close()
    return taken


def marks_on(page: Page) -> int:
    """How many marks the charts of a page hold."""
    page.wait_for_selector(READY)
    return int(page.evaluate(COUNT))
