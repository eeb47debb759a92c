"""A Dutch page holds no English word: not in its text, not in what screen readers say, not in what Streamlit adds."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from babel.messages.pofile import read_po

from tests.browser.screenshots import ROOT, WIDE, open_page, served, settle
from tests.dashboard.synthetic_warehouse import build

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
WORD = re.compile(r"[^\W\d_]{3,}")
# Codes of indicators are no words of a language.
CODE = re.compile(r"\w*_\w+")
STREAMLIT = (
    "skip main content collapse expand sidebar upload browse drag drop here files running search fullscreen select "
    "results press apply close clear remove deploy rerun settings loading show hide columns enter ascending descending "
    "visualization container text connecting error"
)
# Codes of indicators that happen to be one English word, on the page Methode.
NAMED = {"occupancy", "turnover"}


def words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(CODE.sub(" ", text))}


@cache
def english_words() -> frozenset[str]:
    """Every word that an English text of ours or of Streamlit has, and no Dutch one."""
    dutch, english = set(), words(STREAMLIT)
    catalogue = ROOT / "dashboard" / "locale" / "en" / "LC_MESSAGES" / "dashboard.po"
    for message in read_po(catalogue.open("rb")):
        dutch |= words(str(message.id))
        english |= words(str(message.string))
    for column, text in _seed_texts():
        if column.endswith("_en"):
            english |= words(text)
        elif column.endswith("_nl") or column == "name":
            dutch |= words(text)
    return frozenset(english - dutch)


def _seed_texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "dbt_project" / "seeds").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((column, text) for column, text in row.items() if column and text)


def spoken(view: dict[str, Any]) -> set[str]:
    return words(" ".join([view["text"], *view["said"]])) & english_words()


def test_the_words_that_are_looked_for_would_be_found_on_an_english_page(views: list[dict[str, Any]]) -> None:
    assert len(english_words()) > 500
    assert [view["page"] for view in views if view["language"] == "en" and len(spoken(view)) < 10] == []


def test_a_dutch_page_holds_no_english_word_beyond_the_named_ones(views: list[dict[str, Any]]) -> None:
    found = [(view["page"], word) for view in views if view["language"] == "nl" for word in sorted(spoken(view))]
    assert [(page, word) for page, word in found if word not in NAMED] == []
    assert {word for _page, word in found} == NAMED


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_context(viewport=WIDE, locale="en-US").new_page()
    open_page(page, f"{address}/methode")
    yield page
    page.context.close()


def test_what_streamlit_says_follows_the_language_of_the_page(page: Page) -> None:
    choice = page.get_by_role("combobox", name="Gemeente", exact=True)
    choice.click()
    choice.fill("zzz")
    assert page.get_by_text("Niets gevonden", exact=True).is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("navigation", name="Pagina's", exact=True).count() == 1

    page.get_by_role("combobox", name="Taal", exact=True).click()
    page.get_by_role("option", name="English", exact=True).click()
    page.get_by_role("navigation", name="Pages", exact=True).wait_for(state="attached")
    settle(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.get_by_role("button", name="Hide your choices", exact=True).count() == 1


def test_an_error_that_nobody_foresaw_is_told_in_dutch_and_leads_nowhere_else(browser: Browser, tmp_path: Path) -> None:
    publication = build(tmp_path)
    with duckdb.connect(str(publication)) as warehouse:
        warehouse.execute("alter table marts.fct_benchmarks drop column median")
    with served(tmp_path) as address:
        page = browser.new_context(viewport=WIDE, locale="en-US").new_page()
        open_page(page, address)
        box = page.get_by_test_id("stException")
        assert box.inner_text().startswith("Door een fout in de toepassing kon")
        assert words(box.inner_text()) & english_words() == set()
        assert box.get_by_role("link").or_(box.get_by_role("button")).count() == 0
        assert page.get_by_text("Demogegevens.", exact=True).is_visible()
        assert page.get_by_role("combobox", name="Gemeente", exact=True).is_visible()
    lost = page.get_by_role("dialog", name="Geen verbinding", exact=True)
    lost.wait_for(timeout=30_000)
    assert lost.inner_text().split("\n")[-1].startswith("De toepassing antwoordt niet.")
    assert lost.get_by_role("button", name="Sluit", exact=True).count() == 1
    page.context.close()
