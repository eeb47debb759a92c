"""Every text of the dashboard exists in both languages, and a reader gets one language, never a mixture."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from dashboard import format as belgian
from dashboard import language
from tests.dashboard.pages import PAGES, opened, words

ROOT = Path(language.__file__).parent


def marked_texts() -> set[str]:
    """The Dutch texts in the code that are marked for translation."""
    return {str(message) for _f, _l, message, *_r in extract_from_dir(ROOT, keywords={"_": None, "marked": None})}


def english() -> dict[str, str]:
    """The English catalogue: Dutch text to English text."""
    with (ROOT / "locale" / "en" / "LC_MESSAGES" / "dashboard.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def placeholders(text: str) -> set[str]:
    return {name for _text, name, *_rest in Formatter().parse(text) if name}


def test_the_catalogue_holds_every_marked_text_and_nothing_else() -> None:
    assert marked_texts() == set(english())


def test_every_text_has_a_translation_with_the_same_places_to_fill() -> None:
    wrong = [text for text, told in english().items() if not told or placeholders(text) != placeholders(told)]
    assert wrong == []


def test_no_text_is_translated_inside_an_f_string_where_the_catalogues_cannot_see_it() -> None:
    hidden = [
        f"{path.name}:{node.lineno}"
        for path in ROOT.rglob("*.py")
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(outer, ast.JoinedStr)
        for node in ast.walk(outer)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and isinstance(node.args[0], ast.Constant)
    ]
    assert hidden == []


def test_numbers_and_dates_stay_belgian_in_english() -> None:
    with language.written_in("en"):
        assert belgian.number(1234.5, 1) == "1.234,5"
        assert belgian.day(date(2025, 3, 1)) == "1 March 2025"
        assert belgian.number(None) == "no figure"
    assert belgian.day(date(2025, 3, 1)) == "1 maart 2025"


def test_an_unknown_language_gives_dutch() -> None:
    with language.written_in("fr"):
        assert language.current() == "nl"
        assert language.locale() == "nl_BE"


@pytest.mark.usefixtures("warehouse")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_in_english_holds_no_dutch_text_of_the_interface(page: str) -> None:
    app = opened(page, nis="11003", lang="en")
    assert not app.exception
    shown = words(app)
    sentences = [text for text, told in english().items() if told != text and "{" not in text and len(text) > 25]
    assert [text for text in sentences if text in shown] == []


@pytest.mark.usefixtures("warehouse")
def test_the_language_of_the_link_is_that_of_the_page() -> None:
    assert "Demo data" in words(opened("overview", lang="en"))
    assert "Demogegevens" in words(opened("overview", lang="nl"))
