"""Handing in through a real browser: the template, filled in with a mistake, mended, sent, received."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from ingest.contract import submission_contract
from ingest.home import Home
from ingest.register import Register
from tests.browser.screenshots import WIDE, open_page, served, settle

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from ingest.register_records import SubmissionRecord

pytestmark = pytest.mark.browser
YEAR = 2025
DROPZONE = "[data-testid=stFileUploaderDropzoneInput]"
# The uploader's own words; "download" is Dutch as well.
ENGLISH = re.compile(r"\b(upload|browse|drag|drop|per file|press|enter|limit|remove|error)\b", re.IGNORECASE)
NO_CHILDCARE = {
    "Mag bij naam getoond worden": "ja",
    "Laatste maand van de cijfers": 12,
    "Groepsopvang: aangeboden": "nee",
    "Gezinsopvang: aangeboden": "nee",
    "Buitenschoolse opvang: aangeboden": "nee",
}


@pytest.fixture
def own_home(small_warehouse: Home, tmp_path: Path) -> Home:
    """The published small demo with a register of its own, to send into."""
    home = Home(tmp_path / "home")
    shutil.copytree(small_warehouse.archive, home.archive)
    shutil.copytree(small_warehouse.raw, home.raw)
    shutil.copy(small_warehouse.register_path, home.register_path)
    home.current.symlink_to(os.path.realpath(small_warehouse.current))
    return home


def filled_in(template: Path, target: Path, first_month: object) -> Path:
    """The template as an authority without childcare would fill it in; tables are emptied."""
    book = openpyxl.load_workbook(template)
    for cells in book["Bestuur"].iter_rows(max_col=2):
        answer = {"Eerste maand van de cijfers": first_month, **NO_CHILDCARE}.get(cells[0].value)
        if answer is not None:
            cells[1].value = answer
    for sheet in submission_contract(YEAR).sheets[1:]:
        page = book[sheet.sheet_nl]
        page.delete_rows(5, page.max_row)
    book.save(target)
    return target


def drop(page: Page, path: Path) -> None:
    page.set_input_files(DROPZONE, path)
    page.get_by_text("Herkend:").wait_for(timeout=60_000)
    settle(page)


def versions_of(home: Home, nis_code: str) -> list[SubmissionRecord]:
    with Register(home.register_path) as register:
        return [row for row in register.submissions() if (row.nis_code, row.year) == (nis_code, YEAR)]


def test_an_authority_downloads_the_template_mends_what_is_wrong_and_sends_it_in(
    browser: object, own_home: Home, tmp_path: Path
) -> None:
    with served(own_home.path) as address:
        context = browser.new_context(viewport=WIDE, locale="en-US")
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        open_page(page, f"{address}/inzenden?nis=11001&year={YEAR}")
        n_before = len(versions_of(own_home, "11001"))
        assert ENGLISH.findall(page.locator("[data-testid=stMain]").inner_text()) == []
        with page.expect_download() as download:
            page.get_by_role("button", name="Download de sjabloon").click()
        assert download.value.suggested_filename == f"sjabloon_11001_{YEAR}.xlsx"
        template = tmp_path / "sjabloon.xlsx"
        download.value.save_as(template)

        drop(page, filled_in(template, tmp_path / "fout.xlsx", "augustus"))
        assert page.get_by_text(re.compile("‘augustus’")).first.is_visible()
        with page.expect_download() as download:
            page.get_by_role("button", name="problemen aangeduid").click()
        download.value.save_as(tmp_path / "aangeduid.xlsx")
        notes = [
            cell.comment.text
            for cells in openpyxl.load_workbook(tmp_path / "aangeduid.xlsx")["Bestuur"].iter_rows()
            for cell in cells
            if cell.comment
        ]
        assert any("augustus" in note for note in notes)
        assert len(versions_of(own_home, "11001")) == n_before

        page.get_by_role("button", name="Verwijder fout.xlsx").click()
        settle(page)
        drop(page, filled_in(template, tmp_path / "goed.xlsx", 1))
        assert page.get_by_text("We vonden geen enkel probleem.").is_visible()
        page.get_by_role("button", name="Verstuur", exact=True).click()
        page.get_by_text(f"Ontvangen als versie {n_before + 1}.").wait_for(timeout=60_000)
        assert ENGLISH.findall(page.locator("[data-testid=stMain]").inner_text()) == []
        context.close()
    assert errors == []
    assert [row.file.file_name for row in versions_of(own_home, "11001")][n_before:] == ["goed.xlsx"]
