"""The invented figures stay within what is usual in the sector."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

import pytest

from ingest.demo.ages import children
from ingest.demo.authorities import authorities_of_year, parts
from ingest.demo.world import Figures, figures_of, figures_of_part
from tests.ingest.demo_figures import SEED, amounts, full_days, place_days, places, rows

CARE_TYPES = ("group", "family", "out_of_school")


@pytest.fixture(scope="module")
def everybody() -> list[Figures]:
    """Every third authority of 2023."""
    return [figures_of(one, SEED, 2023) for one in authorities_of_year(2023)[::3]]


def per_offering(everybody: list[Figures], care_type: str, ratio: Callable[[Figures], float]) -> list[float]:
    found = [ratio(figures) for figures in everybody if care_type in figures.offers]
    assert len(found) > 20
    return found


@pytest.mark.parametrize(
    ("care_type", "lowest", "low_median", "high_median", "highest"),
    [
        ("group", 0.2, 0.23, 0.27, 0.31),
        ("family", 0.015, 0.016, 0.025, 0.08),
        ("out_of_school", 0.04, 0.06, 0.08, 0.09),
    ],
)
def test_staff_per_place_is_what_the_sector_knows(
    everybody: list[Figures], care_type: str, lowest: float, low_median: float, high_median: float, highest: float
) -> None:
    found = per_offering(
        everybody,
        care_type,
        lambda figures: sum(row["fte"] or 0 for row in rows(figures, "staff", care_type)) / places(figures, care_type),
    )
    assert low_median <= median(found) <= high_median
    assert lowest <= sorted(found)[len(found) // 20]
    assert sorted(found)[-1 - len(found) // 20] <= highest


@pytest.mark.parametrize(
    ("care_type", "low_median", "high_median"),
    [("group", 15000, 18000), ("family", 5500, 7000), ("out_of_school", 3500, 5000)],
)
def test_cost_per_place_is_what_the_sector_knows(
    everybody: list[Figures], care_type: str, low_median: float, high_median: float
) -> None:
    found = per_offering(
        everybody,
        care_type,
        lambda figures: amounts(figures, care_type)["total_expenditure"] / places(figures, care_type),
    )
    assert low_median <= median(found) <= high_median
    assert max(found) < 1.6 * min(sorted(found)[len(found) // 10 :])


@pytest.mark.parametrize(
    ("care_type", "low", "high"), [("group", 0.84, 0.92), ("family", 0.78, 0.87), ("out_of_school", 0.58, 0.75)]
)
def test_occupancy_is_what_the_sector_knows(everybody: list[Figures], care_type: str, low: float, high: float) -> None:
    found = per_offering(
        everybody, care_type, lambda figures: full_days(figures, care_type) / place_days(figures, care_type)
    )
    assert low <= median(found) <= high
    assert min(found) >= 0.45
    assert max(found) <= 1.06


@pytest.mark.parametrize(
    ("care_type", "lowest", "highest"), [("group", -1500, 5000), ("family", -1200, 2000), ("out_of_school", -600, 3200)]
)
def test_nine_in_ten_have_an_own_contribution_per_place_within_the_usual_range(
    everybody: list[Figures], care_type: str, lowest: float, highest: float
) -> None:
    found = per_offering(
        everybody,
        care_type,
        lambda figures: (
            (amounts(figures, care_type)["total_expenditure"] - amounts(figures, care_type)["total_revenue"])
            / places(figures, care_type)
        ),
    )
    assert sum(lowest <= value <= highest for value in found) >= 0.9 * len(found)


def test_about_a_sixth_have_no_group_care_and_half_no_family_care() -> None:
    offers = [figures_of_part(part, SEED, 2023).offers for part in parts().values()]
    without = {care_type: sum(care_type not in own for own in offers) / len(offers) for care_type in CARE_TYPES}
    assert 0.10 <= without["group"] <= 0.25
    assert 0.45 <= without["family"] <= 0.65
    assert 0.10 <= without["out_of_school"] <= 0.28


def test_the_lower_subsidy_step_makes_room_for_the_higher_one() -> None:
    def share_lower(year: int) -> float:
        tiers = [
            row["subsidy_tier"]
            for one in authorities_of_year(year)[::5]
            for row in rows(figures_of(one, SEED, year), "locations", "group")
        ]
        return tiers.count("T2B") / (tiers.count("T2A") + tiers.count("T2B"))

    assert share_lower(2021) > share_lower(2023) > share_lower(2025)


def test_the_region_has_about_195_000_children_of_0_to_2_in_2020() -> None:
    assert 190_000 <= sum(children(part, 2020)[0] for part in parts().values()) <= 200_000
