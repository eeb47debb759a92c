"""Make the screenshots of the documentation: serve a home folder on a free port and picture every page.

Run as ``python -m tests.browser.screenshots [--home FOLDER] [--out FOLDER] [--query nis=11001&year=2024]``.
"""

import argparse
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.addresses import APP, page_addresses
from tests.browser.chromium import find_chromium

ROOT = Path(__file__).resolve().parents[2]
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
START_SECONDS = 60
# True once Streamlit has run, every chart and letter stands, and nothing of the page has changed for a while: what is
# only about to begin (a click that was sent, a chart that follows another width) shows itself within that time.
STANDS_STILL = """
([number, quiet]) => {
  if (window.stillness?.number !== number) {
    window.stillness?.observer.disconnect();
    const stillness = { number, since: performance.now() };
    stillness.observer = new MutationObserver(() => { stillness.since = performance.now(); });
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    stillness.observer.observe(document, everything);
    window.stillness = stillness;
  }
  const charts = [...document.querySelectorAll("[data-testid=stVegaLiteChart]")];
  const stands = document.fonts.status === "loaded"
    && document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"
    && !document.querySelector("[data-testid=stSkeleton]") && charts.every((chart) => chart.querySelector("svg g"));
  if (!stands) window.stillness.since = performance.now();
  return performance.now() - window.stillness.since > quiet;
}
"""
QUIET_MILLISECONDS = 400
_settled = count()
READY = "[data-testid='stAppViewContainer'] h1"


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(home: Path, app: Path = APP) -> Iterator[str]:
    """Serve the dashboard, or another app, on a home folder; gives its address and stops the server afterwards."""
    port = free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(app),
        "--server.port", str(port), "--server.address", "127.0.0.1",
    ]  # fmt: skip
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"OPVANGSPIEGEL_HOME": str(home), "PYTHONPATH": paths}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_until_healthy(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_until_healthy(address: str) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"the dashboard did not start within {START_SECONDS} seconds")


def open_page(page: Page, address: str) -> None:
    """Open an address and wait until the page has been drawn and no longer changes."""
    page.goto(address)
    page.wait_for_selector(READY, timeout=30_000)
    settle(page)


def settle(page: Page) -> None:
    """Wait until Streamlit has finished running, the charts stand and nothing moves any more."""
    page.wait_for_function(STANDS_STILL, arg=[next(_settled), QUIET_MILLISECONDS], polling=50, timeout=30_000)


def main() -> int:
    """Picture every page, wide and on a phone."""
    options = _options()
    path = find_chromium()
    if path is None:
        sys.stderr.write("No Chromium found: no screenshots made.\n")
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    with served(options.home) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for suffix, size in (("", WIDE), ("_telefoon", PHONE)):
            page = browser.new_context(viewport=size, locale="en-US").new_page()
            for place in page_addresses():
                open_page(page, f"{address}/{place}?{options.query}")
                name = f"{place or 'overzicht'}{suffix}.png"
                page.screenshot(path=options.out / name)
                sys.stdout.write(f"{options.out / name}\n")
        browser.close()
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=Path(os.environ.get("OPVANGSPIEGEL_HOME", ROOT / "warehouse")))
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument(
        "--query",
        default="nis=11004&year=2024&theme=staff&indicator=cost_per_place&intro=closed",
        help="the choices in the link, such as nis=11001&year=2024",
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
