"""At a zoom of 200 % and on a phone everything can be read without scrolling sideways."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture(params=["opened", "zoomed", "phone"])
def seen(request: pytest.FixtureRequest, views: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The views of all pages at one size."""
    return [view for view in views if view["state"] == request.param]


def faults(seen: list[dict[str, Any]], kind: str) -> list[str]:
    return [f"{view['page'] or 'overzicht'}: {fault}" for view in seen for fault in view[kind]]


def chart_faults(seen: list[dict[str, Any]], kind: str) -> list[str]:
    return [
        f"{view['page'] or 'overzicht'}, {chart['description'][:60]}: {chart[kind]}"
        for view in seen
        for chart in view["charts"]
        if chart[kind]
    ]


def test_no_page_scrolls_sideways(seen: list[dict[str, Any]]) -> None:
    assert seen
    assert [view["page"] for view in seen if view["contentWidth"] > view["width"]] == []
    assert faults(seen, "outside") == []


def test_no_words_are_cut(seen: list[dict[str, Any]]) -> None:
    assert faults(seen, "cut") == []


def test_every_chart_lies_within_the_page(seen: list[dict[str, Any]]) -> None:
    assert chart_faults(seen, "isOutside") == []


def test_no_word_in_a_chart_is_cut_or_lies_over_another(seen: list[dict[str, Any]]) -> None:
    assert chart_faults(seen, "out") == []
    assert chart_faults(seen, "overlapping") == []
