"""The link is the state: every choice of every page, moved, stands in the link, and the link gives the same page."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import duckdb
import pytest

from tests.dashboard.pages import APP, link_of, opened, words

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from streamlit.testing.v1 import AppTest

    from ingest.home import Home

ALL_PAGES = list(dict.fromkeys(re.findall(r'st\.Page\(PAGES / "(\w+)\.py"', APP.read_text(encoding="utf-8"))))
CHOICES = ("selectbox", "multiselect", "select_slider", "button_group")
# What a reader writes or looks into before handing in is no choice to share.
NOT_SHARED = {"preview_shown"}


@pytest.fixture(autouse=True)
def publication(small_warehouse: Home, monkeypatch: pytest.MonkeyPatch) -> DuckDBPyConnection:
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(small_warehouse.path))
    return duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True)


def choices(app: AppTest) -> dict[str, object]:
    """The widgets in which a reader chooses, by key."""
    found = [widget for kind in CHOICES for widget in app.get(kind)]
    return {widget.key: widget for widget in found if widget.key not in NOT_SHARED}


def sidebar_keys(app: AppTest) -> set[str]:
    return {widget.key for kind in CHOICES for widget in app.sidebar.get(kind)}


def move(widget: object) -> bool:
    """Choose something else; False where there is nothing else."""
    options = list(widget.options)
    labels = [getattr(option, "content", option) for option in options]
    if len(options) < 2 and widget.type != "multiselect":
        return False
    if widget.type == "multiselect":
        widget.set_value(labels[1:7])
    elif widget.type == "button_group":
        widget.set_value([labels[-1]] if isinstance(widget.value, list) else labels[-1])
    elif widget.type == "select_slider":
        widget.set_value(float(labels[-1].replace(",", ".")))
    else:
        now = widget.options.index(str(widget.format_func(widget.value)))
        widget.set_value(labels[now - 1])
    return True


def values(app: AppTest) -> dict[str, object]:
    return {key: widget.value for key, widget in choices(app).items()}


def figures(app: AppTest) -> list[bytes]:
    """The data behind every chart and table, as the browser gets it."""
    charts = [data.data.data for chart in app.get("vega_lite_chart") for data in chart.proto.datasets]
    return charts + [table.value.to_csv().encode() for table in app.dataframe]


def moves(page: str, **start: str) -> Iterator[tuple[str, AppTest]]:
    """Each choice of a page moved by itself, also those that only another choice brings into view."""
    first = opened(page, **start)
    seen = sidebar_keys(first) if page != "overview" else set()
    waiting = [(key, link_of(first)) for key in choices(first) if key not in seen]
    seen |= {key for key, _link in waiting}
    while waiting:
        key, link = waiting.pop()
        app = opened(page, **link)
        if not move(choices(app)[key]):
            continue
        app.run()
        assert not app.exception, key
        yield key, app
        new = [other for other in choices(app) if other not in seen]
        seen |= set(new)
        waiting += [(other, link_of(app)) for other in new]


def assert_the_link_restores(page: str, **start: str) -> set[str]:
    """Move every choice, open its link anew, and hold the two pages against each other; gives the choices moved."""
    moved = set()
    for key, app in moves(page, **start):
        again = opened(page, **link_of(app))
        assert values(again) == values(app), key
        assert link_of(again) == link_of(app), key
        assert words(again) == words(app), key
        assert figures(again) == figures(app), key
        moved.add(key)
    return moved


@pytest.mark.parametrize("page", ALL_PAGES)
def test_every_choice_stands_in_the_link_and_the_link_restores_the_page(page: str) -> None:
    assert_the_link_restores(page, nis="11001", year="2025")


def test_the_prices_and_the_map_of_a_merged_authority_stand_in_the_link_too(publication: DuckDBPyConnection) -> None:
    merged = publication.execute(
        """
        select u.nis_code from marts.dim_authority_units as u
        inner join marts.fct_indicator_values as v on v.nis_code = u.nis_code
        where u.valid_to_year = 2024 and v.status = 'reported' and v.indicator_code = 'cost_per_place'
        order by 1
        """
    ).fetchone()[0]
    assert {"prices", "map"} <= assert_the_link_restores("trend", nis=merged, year="2025", indicator="cost_per_place")
