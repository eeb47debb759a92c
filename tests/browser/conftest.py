"""A real browser for the journey tests: Chromium as the system has it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import NAMES, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


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


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """A headless Chromium for the whole run of this test process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=["--no-sandbox"])
        yield browser
        browser.close()
