"""The chart of the page Evolutie with the municipalities of before a merger: forms, gaps and the break."""

from __future__ import annotations

import json
from html import unescape
from typing import Any

import pandas as pd

from dashboard import exports
from dashboard.charts.drawing import Drawing
from dashboard.charts.trend import trend_chart
from dashboard.indicators import Indicator

STAFF = Indicator("fte", "VTE per 10 plaatsen", "staff", "Personeel", "VTE", 2, "neutral", "…")
BREAKS = pd.DataFrame({"year": [2025], "label": ["fusie"]})
HOSTILE = "A' + alert(1) + \""


def series() -> pd.DataFrame:
    statistics = {"p10": 1.0, "p25": 1.2, "median": 1.4, "p75": 1.6, "p90": 2.0}
    words = {"status_label": "gerapporteerd", "shown": "1,50", "point_label": "1,50", "shown_median": "1,40"}
    return pd.DataFrame({"year": [2023, 2024, 2025], "value": 1.5, "status": "reported", **statistics, **words})


def former(**values: list[float | None]) -> pd.DataFrame:
    """The years 2023 and 2024 of former units, by name."""
    rows = [
        (name, 2023 + place, value, str(value), "…")
        for name, found in values.items()
        for place, value in enumerate(found)
    ]
    return pd.DataFrame(rows, columns=["series", "year", "value", "shown", "status_label"])


def drawn(of_former: pd.DataFrame) -> dict[str, Any]:
    return drawing(of_former).to_dict()


def drawing(of_former: pd.DataFrame) -> Drawing:
    return trend_chart(series(), BREAKS, STAFF, "Nieuwstad", of_former)


def points(spec: dict[str, Any]) -> dict[str, Any]:
    """The layer with the legend of the former units."""
    layers = [layer for group in spec["layer"] for layer in group.get("layer", [])]
    return next(layer for layer in layers if "shape" in layer.get("encoding", {}))


def lines(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines of the former units."""
    return [layer for layer in spec["layer"][1]["layer"] if layer["mark"]["type"] == "line"]


def test_former_units_differ_in_form_and_dash_and_not_only_in_colour() -> None:
    spec = drawn(former(Oostdorp=[1.1, 1.2], Westdorp=[1.7, 1.8], Zuiddorp=[1.3, 1.4]))
    shape = points(spec)["encoding"]["shape"]["scale"]
    assert shape["domain"] == [0, 1, 2]
    assert [spec["datasets"]["words"][0][f"former{place}"] for place in range(3)] == [
        "Oostdorp",
        "Westdorp",
        "Zuiddorp",
    ]
    assert len(set(shape["range"])) == len({str(line["mark"]["strokeDash"]) for line in lines(spec)}) == 3


def test_a_year_without_figure_stays_in_the_line_as_a_gap() -> None:
    spec = drawn(former(Oostdorp=[1.1, None]))
    values = [row for rows in spec["datasets"].values() for row in rows if row.get("series") == "Oostdorp"]
    assert [(row["year"], row["value"]) for row in values] == [(2023, 1.1), (2024, None)]


def test_a_former_unit_without_any_figure_stands_in_no_legend() -> None:
    spec = drawn(former(Oostdorp=[None, None], Westdorp=[1.7, None]))
    assert points(spec)["encoding"]["color"]["scale"]["domain"] == [0]
    assert spec["datasets"]["words"] == [{"own": "Nieuwstad", "former0": "Westdorp"}]
    nobody = drawn(former(Oostdorp=[None, None]))
    assert nobody["layer"] == drawn(former(Oostdorp=[None]))["layer"]
    assert "Oostdorp" not in json.dumps(nobody)


def test_a_name_cannot_become_an_expression() -> None:
    found = drawing(former(**{HOSTILE: [1.1, 1.2]}))
    assert "alert" not in found.form
    assert HOSTILE in unescape(exports.bare_svg(found, 900))


def test_a_break_is_drawn_halfway_between_the_years_that_it_parts() -> None:
    rules = [layer for layer in drawn(former())["layer"] if layer["mark"]["type"] == "rule"]
    # Three years take a third of the width each; the break lies half of that before its own year.
    assert [rule["mark"]["xOffset"] for rule in rules] == [{"expr": "-width / 6"}]


def test_the_legend_names_the_forms_of_the_own_line_and_the_median_and_not_only_their_colours() -> None:
    colours = next(layer for layer in drawn(former())["layer"] if layer["mark"]["type"] == "line")["encoding"]["color"]
    assert colours["scale"]["domain"][:2] == ["own", "mediaan van de groep"]
    shown = exports.bare_svg(drawing(former()), 900)
    assert "◆ Nieuwstad" in shown
    assert "- - mediaan van de groep" in shown
