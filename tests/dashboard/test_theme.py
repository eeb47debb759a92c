"""One set of colours for pages and charts, each with the contrast that WCAG asks for what it is used for."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dashboard.charts import theme

CONFIG = Path(theme.__file__).parents[1] / ".streamlit" / "config.toml"
PAGE = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
PAPERS = (PAGE["backgroundColor"], PAGE["secondaryBackgroundColor"])


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2, of a colour as #RRGGBB."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["TEXT", "MUTED", "OWN", "PEER", "MEDIAN"])
def test_words_in_charts_stand_out_from_the_page(name: str, paper: str) -> None:
    assert contrast(getattr(theme, name), paper) >= 4.5


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["textColor", "linkColor", "primaryColor"])
def test_words_on_pages_stand_out_from_the_page(name: str, paper: str) -> None:
    assert contrast(PAGE[name], paper) >= 4.5


@pytest.mark.parametrize("paper", PAPERS)
def test_the_edge_of_a_choice_and_the_lines_of_a_chart_stand_out_from_the_page(paper: str) -> None:
    assert min(contrast(colour, paper) for colour in (PAGE["borderColor"], *theme.FORMER)) >= 3


def test_pages_and_charts_write_in_the_same_colour() -> None:
    assert PAGE["textColor"] == theme.TEXT


def test_the_page_stays_light_where_the_system_is_dark() -> None:
    assert PAGE["base"] == "light"
