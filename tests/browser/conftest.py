"""A real browser for the journey tests: Chromium as the system has it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.addresses import page_addresses
from tests.browser.chromium import NAMES, find_chromium
from tests.browser.screenshots import served
from tests.conftest import one_process_at_a_time
from tests.dashboard import synthetic_warehouse

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from ingest.home import Home


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The path of Chromium; without it the test is skipped, and fails on CI."""
    path = find_chromium()
    if path:
        return path
    reason = f"no Chromium found (looked for: {', '.join(NAMES)})"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}; CI must have one")
    pytest.skip(reason)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the dashboard of the synthetic publication is served, for the tests of one file."""
    home = tmp_path_factory.mktemp("synthetic")
    synthetic_warehouse.build(home)
    with served(home) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """A headless Chromium for the whole run of this test process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def views(request: pytest.FixtureRequest, small_warehouse: Home, worker_id: str) -> list[dict[str, Any]]:
    """What a walk through all pages saw, each visited once per run: test processes that ask share the pages.

    Every other process begins at the far end, so that two that ask at the same time meet in the middle.
    """
    from tests.browser.walk import Walk

    folder = small_warehouse.path.parent / "walked"
    folder.mkdir(exist_ok=True)
    pages = page_addresses()
    seen: dict[str, list[dict[str, Any]]] = {}
    with ExitStack() as opened:
        walk: Walk | None = None
        for page in pages[::-1] if worker_id[-1] in "13579" else pages:
            result = folder / f"{page or 'overzicht'}.json"
            with one_process_at_a_time(result.with_suffix(".lock")):
                if not result.exists():
                    if walk is None:
                        address = opened.enter_context(served(small_warehouse.path))
                        browser = request.getfixturevalue("browser")
                        walk = opened.enter_context(Walk(browser, address, small_warehouse))
                    result.write_text(json.dumps(walk.see(page)), encoding="utf-8")
            seen[page] = json.loads(result.read_text(encoding="utf-8"))
    return [view for page in pages for view in seen[page]]
