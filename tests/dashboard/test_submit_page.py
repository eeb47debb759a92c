"""The page Inzenden on a real publication: what a dropped file gives, sending it, and what was sent before."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import sending
from ingest import handing_in
from ingest.decide import query
from ingest.home import Home
from ingest.register import Register
from tests.dashboard.pages import opened, words
from tests.ingest.workbook_builder import Sheets, build_workbook, minimal_submission


class OnTheLastDay(date):
    """The last day for the figures of 2025."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 3, 31)


HOSTILE = "<b>vet</b> **sterk** [klik](http://elders)"


@pytest.fixture(scope="module")
def own_home(small_warehouse: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A publication with a register of its own, to send into."""
    home = Home(tmp_path_factory.mktemp("inzenden"))
    for path in (small_warehouse.publications, small_warehouse.archive, small_warehouse.raw):
        shutil.copytree(path, home.path / path.name)
    shutil.copy(small_warehouse.register_path, home.register_path)
    home.current.symlink_to(home.publications / Path(os.path.realpath(small_warehouse.current)).name)
    return home


@pytest.fixture(autouse=True)
def followed(own_home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(own_home.path))


def sheets_of(year: int = 2025, **answers: object) -> Sheets:
    return minimal_submission(Boekjaar=year, **answers)


def drop(app: AppTest, folder: Path, sheets: Sheets, name: str = "cijfers.xlsx") -> AppTest:
    """Drop a workbook on the page, without the figures that would follow."""
    path = build_workbook(folder / "gemaakt.xlsx", sheets)
    app.file_uploader[0].set_value((name, path.read_bytes(), ""))
    app.run()
    for toggle in app.toggle:
        toggle.set_value(False)
    assert not app.exception
    return app


def page(**link: str) -> AppTest:
    return opened("submit", **{"nis": "11001", "year": "2025"} | link)


def errors(app: AppTest) -> str:
    return "\n".join(one.value for one in app.error).replace("\\", "")


def sends(app: AppTest) -> bool:
    return any(button.label == "Verstuur" for button in app.button)


def test_every_problem_is_told_by_sheet_with_its_place_and_how_to_mend_it(tmp_path: Path) -> None:
    sheets = sheets_of()
    sheets["Personeel"][0]["VTE"] = "1234.5"
    sheets["Prestaties"] = sheets["Prestaties"][:9]
    app = drop(page(), tmp_path, sheets)
    shown = words(app)
    assert "Herkend: **Aartselaar** (11001), boekjaar **2025**" in shown
    assert "Prestaties (9 rijen)" in shown
    told = [one.message_nl for one in handing_in.check(_dropped(tmp_path)).problems]
    assert f"We vonden **{len(told)} problemen**" in shown
    assert all(message in shown for message in told)
    assert any("Personeel" in message and "VTE" in message and "1234.5" in message for message in told)
    assert "Zo verbetert u het:" in shown
    assert [one.label for one in app.expander if one.label.startswith("Personeel")] == ["Personeel: 1 probleem"]


def _dropped(folder: Path) -> handing_in.Dropped:
    return handing_in.Dropped("cijfers.xlsx", (folder / "gemaakt.xlsx").read_bytes())


def test_text_of_a_file_is_shown_as_it_stands_and_never_as_markup(tmp_path: Path) -> None:
    sheets = sheets_of()
    sheets["Personeel"][0]["Functie"] = HOSTILE
    app = drop(page(), tmp_path, sheets, name=f"{HOSTILE}.xlsx")
    told = [one.value for one in [*app.markdown, *app.error, *app.info] if "klik" in one.value]
    assert told
    assert not [one for one in told if "<b>" in one or "**sterk" in one or "[klik]" in one]


def test_a_file_of_another_authority_says_so_and_cannot_be_sent(tmp_path: Path) -> None:
    app = drop(page(nis="11002"), tmp_path, sheets_of())
    assert "Dit bestand is van Aartselaar (11001), maar u koos Antwerpen." in errors(app)
    assert not sends(app)


def test_a_file_about_another_year_says_where_it_will_count(tmp_path: Path) -> None:
    app = drop(page(), tmp_path, sheets_of(2024))
    assert "Dit bestand gaat over 2024, maar u koos 2025." in words(app)
    assert sends(app)


def test_a_file_that_is_refused_says_why_and_cannot_be_sent(tmp_path: Path) -> None:
    app = drop(page(), tmp_path, sheets_of(**{"NIS-code": "99999"}))
    assert "Dit bestand kan niet verstuurd worden: Blad Bestuur" in words(app)
    assert not sends(app)
    app.file_uploader[0].set_value(("foto.xlsx", b"dit is geen werkboek", ""))
    app.run()
    assert "We herkennen in dit bestand geen inzending van een bestuur." in words(app)
    assert not sends(app)


def test_the_figures_that_would_follow_stand_beside_the_peers_and_nothing_is_sent(
    own_home: Home, tmp_path: Path
) -> None:
    before = _n_received(own_home)
    app = drop(page(), tmp_path, sheets_of(), "voorbeeld.xlsx")
    next(iter(app.toggle)).set_value(True)
    app.run(timeout=120)
    table = next(one.value for one in app.dataframe if "Zou worden" in one.value)
    figures = dict(zip(table["Kengetal"], table["Zou worden"], strict=True))
    # 450.000 euro for 30 places.
    assert figures["Brutokost per plaats"] == "€\u00a015.000"
    assert table["Mediaan"].ne("geen cijfer").any()
    assert _n_received(own_home) == before


def _n_received(home: Home) -> int:
    with Register(home.register_path) as register:
        return len(register.submissions())


def test_what_is_sent_gets_a_version_and_the_reason_that_was_given(own_home: Home, tmp_path: Path) -> None:
    sheets = sheets_of(Functionele_mailbox="een@voorbeeld.be")
    sheets["Prestaties"] = sheets["Prestaties"][:9]
    app = drop(page(), tmp_path, sheets, "verstuurd.xlsx")
    next(field for field in app.text_input if "maand 10, 11, 12" in field.label).set_value("gesloten voor werken")
    next(button for button in app.button if button.label == "Verstuur").click()
    app.run(timeout=120)
    with Register(own_home.register_path) as register:
        version = [row for row in register.submissions() if (row.nis_code, row.year) == ("11001", 2025)][-1]
        assert [row.reason for row in register.reasons()] == ["gesloten voor werken"]
    assert version.file.file_name == "verstuurd.xlsx"
    receipt = "\n".join(one.value for one in app.success)
    assert f"Ontvangen als versie {version.version}." in receipt
    assert version.file.file_hash in receipt
    versions = next(one.value for one in app.dataframe if "Kenmerk" in one.value)
    assert versions.iloc[0][["Versie", "Stand", "Bestand"]].tolist() == [
        str(version.version),
        "ontvangen",
        "verstuurd.xlsx",
    ]
    assert not sends(app)


def test_a_question_of_the_steunpunt_is_shown_and_answered_on_the_page(own_home: Home) -> None:
    with Register(own_home.register_path) as register:
        asked_of = register.submissions()[0]
    query(own_home, asked_of.nis_code, asked_of.year, f"Klopt dit? {HOSTILE}")
    app = page(nis=asked_of.nis_code, year=str(asked_of.year))
    assert f"Klopt dit? {HOSTILE}" in words(app)
    app.text_area[0].set_value("Ja.")
    next(button for button in app.button if button.label.startswith("Beantwoord vraag")).click()
    app.run()
    assert not app.text_area
    assert "): Ja." in words(app)


def test_the_page_says_until_when_to_hand_in_and_that_nothing_was_asked() -> None:
    shown = words(page(nis="11002"))
    assert "De uiterste datum was 31 maart 2026. Indienen kan nog." in shown
    assert "Het Steunpunt stelde over 2025 geen vragen." in shown


def test_on_the_last_day_one_can_still_hand_in_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "date", OnTheLastDay)
    assert "Indienen kan tot en met 31 maart 2026." in words(page())
