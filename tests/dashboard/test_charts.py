from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import altair as alt
import pandas as pd
import pytest

from dashboard import exports, tables
from dashboard.charts import theme
from dashboard.charts.distribution import distribution_chart
from dashboard.charts.map import Ground, map_chart
from dashboard.charts.position import position_chart
from dashboard.charts.ranking import MOST_NAMED, ranking_chart
from dashboard.charts.submissions import submissions_chart
from dashboard.charts.trend import trend_chart
from dashboard.indicators import Indicator

STAFF = Indicator("fte", "VTE per 10 plaatsen", "staff", "Personeel", "VTE", 2, "neutral", "…")
COST = Indicator("cost", "Brutokost per plaats", "cost", "Kosten", "€", 0, "neutral", "…")
BY_CODE = {"fte": STAFF, "cost": COST}


def comparison(n: int = 6) -> pd.DataFrame:
    values = pd.DataFrame(
        {
            "name": [f"Gemeente {place}" for place in range(n)],
            "is_own": [place == 2 for place in range(n)],
            "value": [10.0 - place for place in range(n)],
            "numerator": 1.0,
            "denominator": 1.0,
            "status": "reported",
            "status_label": "gerapporteerd",
        }
    )
    return tables.comparison_rows(values, STAFF)


def rows() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "indicator_code": ["fte", "cost"],
            "value": [2.0, 15000.0],
            "status": ["reported", "partial_year"],
            "p10": [1.0, 10000.0],
            "p25": [1.5, 12000.0],
            "median": [1.75, 13000.0],
            "p75": [2.0, 14000.0],
            "p90": [3.0, 16000.0],
        }
    )


def peers() -> pd.DataFrame:
    return pd.DataFrame(
        {"indicator_code": ["fte", "fte", "cost"], "name": ["A", None, "A"], "value": [1.0, 30.0, 9000.0]}
    )


def series() -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "year": [2023, 2024, 2025],
            "value": [1.5, None, 1.8],
            "status": ["reported", "not_submitted", "estimated"],
            "status_label": ["gerapporteerd", "niet ingediend", "geraamd"],
            "p10": 1.0, "p25": 1.2, "median": 1.4, "p75": 1.6, "p90": 2.0, "weighted_mean": 1.5,
            "n_peers": 9, "peers_total": 10,
        }
    )  # fmt: skip
    return tables.trend_rows(frame, STAFF)


def places() -> pd.DataFrame:
    frame = pd.DataFrame(
        {"name": ["A", "B", None], "lon": [3.0, 4.0, 5.0], "lat": 51.0, "role": ["own", "peer", "peer"],
         "value": [1.0, 2.0, None], "quarter": pd.array([1, 4, None], dtype="Int64")}
    )  # fmt: skip
    return tables.map_rows(frame, STAFF)


GROUND = Ground(
    towns=pd.DataFrame({"label": ["A", "B", "C"], "lon": [3.0, 4.0, 5.0], "lat": 51.0}),
    provinces=pd.DataFrame({"province": ["Limburg"], "lon": [5.4], "lat": [50.9], "is_second": [False]}),
)
BREAKS = pd.DataFrame({"year": [2024], "label": ["fusie"]})


def every_chart() -> dict[str, alt.LayerChart]:
    counts = pd.DataFrame({"year": [2024, 2024], "status": ["accepted", "expected"], "n_authorities": [280, 3]})
    statuses = {"accepted": "aanvaard", "expected": "niet ingediend"}
    return {
        "position": position_chart(rows(), peers(), BY_CODE, "Gemeente 2"),
        "ranking": ranking_chart(comparison(), STAFF, 7.0),
        "long ranking": ranking_chart(comparison(MOST_NAMED + 1), STAFF, 7.0),
        "distribution": distribution_chart(comparison(), STAFF, 7.0),
        "map": map_chart(places(), GROUND),
        "trend": trend_chart(series(), BREAKS, STAFF, "Gemeente 2"),
        "submissions": submissions_chart(tables.submission_bars(counts, statuses), list(statuses.values())),
    }


def spec(chart: alt.LayerChart) -> dict[str, Any]:
    return chart.to_dict()


@pytest.mark.parametrize("name", list(every_chart()))
def test_every_chart_has_belgian_numbers_stays_svg_and_hides_generated_labels(name: str) -> None:
    drawn = spec(every_chart()[name])
    numbers = drawn["config"]["locale"]["number"]
    assert (numbers["decimal"], numbers["thousands"]) == (",", ".")
    assert drawn["usermeta"]["embedOptions"]["renderer"] == "svg"
    assert drawn["config"]["aria"] is False
    assert drawn["width"] == "container"


@pytest.mark.parametrize("name", ["ranking", "long ranking", "distribution", "trend"])
def test_a_chart_of_one_indicator_names_its_unit(name: str) -> None:
    assert "VTE per 10 plaatsen (VTE)" in json.dumps(spec(every_chart()[name]), ensure_ascii=False)


@pytest.mark.parametrize("name", ["ranking", "distribution"])
def test_the_own_value_and_the_median_are_written_above(name: str) -> None:
    drawing = every_chart()[name]
    assert drawing.words["title"] == "◆ Gemeente 2: 8,00\u00a0VTE     ┆ mediaan 7,00\u00a0VTE"
    assert "Gemeente 2: 8,00\u00a0VTE     ┆ mediaan 7,00\u00a0VTE" in exports.bare_svg(drawing, 900)


def test_without_a_median_nothing_is_drawn_for_it() -> None:
    drawn = json.dumps(spec(ranking_chart(comparison(), STAFF, None)), ensure_ascii=False)
    assert "mediaan" not in drawn
    assert '"rule"' not in drawn


def test_the_bars_keep_the_order_of_the_query() -> None:
    drawing = ranking_chart(comparison(), STAFF, None)
    encodings = [layer["encoding"]["y"] for layer in spec(drawing)["layer"] if "encoding" in layer]
    assert len(encodings) > 2
    assert all(encoding["scale"]["domain"] == [0, 1, 2, 3, 4, 5] for encoding in encodings)
    assert drawing.frames["rows"]["row"].tolist() == [0, 1, 2, 3, 4, 5]
    shown = re.findall(r">(◆ )?(Gemeente \d)<", exports.bare_svg(drawing, 900))
    assert [name for _sign, name in shown] == [f"Gemeente {place}" for place in range(6)]


def test_the_own_bar_differs_in_more_than_colour() -> None:
    bars = spec(ranking_chart(comparison(), STAFF, None))["layer"][0]["encoding"]
    assert bars["color"]["condition"] == {"test": "datum.is_own", "value": theme.OWN}
    assert bars["stroke"]["condition"]["value"] == theme.TEXT
    assert comparison()["label"].tolist()[2] == "◆ Gemeente 2"


def test_each_indicator_has_a_row_on_its_own_scale_from_edge_to_edge() -> None:
    data = spec(position_chart(rows(), peers(), BY_CODE, "Gemeente 2"))["datasets"]
    placed = next(rows for rows in data.values() if rows and "own_place" in rows[0])
    staff, cost = placed
    # p10 1 and p90 3: the row reaches 1,5 further up (4,5) and starts at the lowest value, 1.
    assert staff["own_place"] == pytest.approx((2.0 - 1.0) / 3.5)
    # Nobody lies above 15.000, nobody below 9.000.
    assert cost["own_place"] == pytest.approx(1.0)
    assert cost["median_place"] == pytest.approx(4000 / 6000)
    assert [staff["shown"], cost["shown"]] == ["2,00\u00a0VTE", "€\u00a015.000 *"]


def test_an_outlier_stands_at_the_edge_with_its_real_value_in_words() -> None:
    data = spec(position_chart(rows(), peers(), BY_CODE, "Gemeente 2"))["datasets"]
    dots = next(rows for rows in data.values() if rows and "place" in rows[0] and "shown" in rows[0])
    outlier = next(dot for dot in dots if dot["name"] == "bestuur zonder naam")
    assert (outlier["place"], outlier["shown"]) == (1.0, "30,00\u00a0VTE")


def test_a_row_without_any_value_is_drawn_empty() -> None:
    empty = rows().assign(value=None, p10=None, p25=None, median=None, p75=None, p90=None)
    data = spec(position_chart(empty, peers().iloc[:0], BY_CODE, "Gemeente 2"))["datasets"]
    placed = next(rows for rows in data.values() if rows and "own_place" in rows[0])
    assert placed[0]["own_place"] is None
    assert placed[0]["shown"] == "–"


def test_a_peer_that_is_not_to_be_named_is_not_on_the_map() -> None:
    assert places()["label"].tolist() == ["A", "B"]
    assert places()["quarter_label"].tolist() == ["laagste kwart", "hoogste kwart"]


def test_a_break_is_drawn_only_where_there_is_one() -> None:
    assert "breuk" in json.dumps(spec(trend_chart(series(), BREAKS, STAFF, "A")))
    assert "breuk" not in json.dumps(spec(trend_chart(series(), BREAKS.iloc[:0], STAFF, "A")))


def test_a_year_that_was_not_simply_reported_has_a_hollow_mark() -> None:
    layers = spec(trend_chart(series(), BREAKS, STAFF, "A"))["layer"]
    hollow = [layer for layer in layers if layer["mark"].get("fill") == "white"]
    assert len(hollow) == 1
    assert hollow[0]["transform"] == [{"filter": "datum.status != 'reported'"}]
    assert series()["shown"].tolist() == ["1,50\u00a0VTE", "", "1,80\u00a0VTE *"]


def test_beside_the_points_there_are_numbers_without_a_unit() -> None:
    assert series()["point_label"].tolist() == ["1,50", "", "1,80 *"]
    assert '"point_label"' in json.dumps(spec(trend_chart(series(), BREAKS, STAFF, "A")))


def test_small_parts_of_a_bar_carry_no_number() -> None:
    counts = pd.DataFrame({"year": [2024, 2024], "status": ["accepted", "expected"], "n_authorities": [1280, 3]})
    bars = tables.submission_bars(counts, {"accepted": "aanvaard", "expected": "niet ingediend"})
    assert bars["shown"].tolist() == ["1.280", ""]


def test_a_name_with_quotes_stands_in_no_expression_and_reaches_the_legend_as_it_is() -> None:
    name = "A' + alert(1) + \"b"
    drawing = trend_chart(series(), BREAKS, STAFF, name)
    assert "alert" not in drawing.form
    assert f"◆ {name}" in unescape(exports.bare_svg(drawing, 900))


def test_the_form_of_a_chart_stays_the_same_from_authority_to_authority_so_that_a_browser_only_changes_its_data() -> (
    None
):
    other_peers, other_values = (
        peers().assign(value=[2.0, 3.0, 9500.0]),
        comparison().assign(value=3.0, label_and_value="X: 3"),
    )
    pairs = [
        (position_chart(rows(), peers(), BY_CODE, "A"), position_chart(rows(), other_peers, BY_CODE, "B")),
        (ranking_chart(comparison(), STAFF, 7.0), ranking_chart(other_values, STAFF, 12345.0)),
        (distribution_chart(comparison(), STAFF, 7.0), distribution_chart(other_values, STAFF, 8.0)),
        (map_chart(places(), GROUND), map_chart(places().assign(label=["C", "D"]), GROUND)),
        (trend_chart(series(), BREAKS, STAFF, "A"), trend_chart(series().assign(value=7.0), BREAKS, STAFF, "B")),
    ]
    for one, other in pairs:
        assert one.spec() == other.spec()
        assert one.to_dict() != other.to_dict()


def test_all_towns_lie_under_the_peers_also_those_not_to_be_named() -> None:
    drawing = map_chart(places(), GROUND)
    assert drawing.frames["towns"]["label"].tolist() == ["A", "B", "C"]
    assert drawing.frames["rows"]["label"].tolist() == ["A", "B"]


def test_good_and_bad_have_no_colours_of_their_own() -> None:
    for chart in every_chart().values():
        drawn = json.dumps(spec(chart)).lower()
        assert not {"red", "green", "#ff0000", "#00ff00"} & set(drawn.replace('"', " ").split())
