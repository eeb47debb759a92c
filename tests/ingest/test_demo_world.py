"""The invented figures hold together."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from ingest import codelists
from ingest.demo.authorities import authorities_of_year, parts
from ingest.demo.locations import kbo_number
from ingest.demo.traits import rng
from ingest.demo.variants import before_correction, incomplete, part_of_year
from ingest.demo.world import Figures, figures_of, figures_of_part
from tests.ingest.demo_figures import SEED, amounts, authority, days_open, place_days, places, rows


@pytest.fixture(scope="module")
def everybody() -> list[Figures]:
    """Every third authority of 2023."""
    return [figures_of(one, SEED, 2023) for one in authorities_of_year(2023)[::3]]


def test_licensed_places_are_never_fewer_than_income_tariff_places(everybody: list[Figures]) -> None:
    for figures in everybody:
        for row in figures.tables["locations"]:
            assert row["licensed_places"] >= row["income_tariff_places"] >= 0


def test_no_location_is_open_on_more_days_than_the_year_has(everybody: list[Figures]) -> None:
    for figures in everybody:
        for days in days_open(figures).values():
            weekdays = {weekday for _, weekday in days}
            assert all(sum(n for (_, day), n in days.items() if day == weekday) <= 53 for weekday in weekdays)
            assert sum(days.values()) <= 261


def test_every_location_closes_after_it_opens_and_blocks_do_not_overlap(everybody: list[Figures]) -> None:
    for figures in everybody:
        blocks: dict[tuple, list[tuple[int, int]]] = {}
        for row in figures.tables["hours"]:
            key = (row["dossier_number"], row["period"], row["weekday"])
            blocks.setdefault(key, []).append((row["opens_minute"], row["closes_minute"]))
        for own in blocks.values():
            moments = [moment for block in sorted(own) for moment in block]
            assert moments == sorted(set(moments))


def test_children_never_pass_the_120_percent_of_the_places_offered(everybody: list[Figures]) -> None:
    for figures in everybody:
        for care_type in figures.offers:
            present = sum(row["present_days"] for row in rows(figures, "performance", care_type))
            assert 0 < present <= 1.2 * place_days(figures, care_type)


def test_caregivers_are_never_fewer_than_the_legal_ratio_asks(everybody: list[Figures]) -> None:
    for figures in everybody:
        if any(row["started_on"] or row["stopped_on"] for row in rows(figures, "locations", "group")):
            continue
        week = dict.fromkeys(days_open(figures), 0)
        for row in figures.tables["hours"]:
            week[row["dossier_number"]] += (row["closes_minute"] - row["opens_minute"]) / 60
        floor = sum(
            row["licensed_places"] / 9 * week[row["dossier_number"]] / 38 for row in rows(figures, "locations", "group")
        )
        caregivers = sum(row["fte"] for row in rows(figures, "staff", "group") if row["function"] == "caregiver")
        assert caregivers >= round(floor, 2)


def test_the_control_totals_are_the_sums_of_their_posts(everybody: list[Figures]) -> None:
    revenue_posts = {"fees_invoiced", "subsidy_opgroeien", "subsidy_via", "other_revenue"}
    for figures in everybody:
        for care_type in figures.offers:
            posts = amounts(figures, care_type)
            revenue = sum(posts[post] for post in revenue_posts)
            others = revenue_posts | {"fees_received", "total_expenditure", "total_revenue"}
            expenditure = sum(amount for post, amount in posts.items() if post not in others)
            assert posts["total_revenue"] == pytest.approx(revenue, abs=0.005)
            assert posts["total_expenditure"] == pytest.approx(expenditure, abs=0.005)


def test_fees_received_are_96_to_100_percent_of_those_invoiced(everybody: list[Figures]) -> None:
    for figures in everybody:
        for care_type in figures.offers:
            posts = amounts(figures, care_type)
            assert 0.96 * posts["fees_invoiced"] <= posts["fees_received"] + 0.01 <= posts["fees_invoiced"] + 0.01


def test_via_revenue_is_what_the_via_sheet_books(everybody: list[Figures]) -> None:
    for figures in everybody:
        for care_type in figures.offers:
            booked = sum(row["amount_eur"] for row in rows(figures, "via", care_type) if row["step"] == "booked")
            assert amounts(figures, care_type)["subsidy_via"] == pytest.approx(booked, abs=0.02)


def test_sui_generis_childminders_are_persons_and_have_no_fte(everybody: list[Figures]) -> None:
    childminders = [
        row for figures in everybody for row in figures.tables["staff"] if row["function"] == "sui_generis_childminder"
    ]
    assert len(childminders) > 20
    for row in childminders:
        assert row["persons"] >= 3
        assert (row["fte"], row["qualified_fte"], row["vacant_fte"]) == (None, None, None)


def test_staff_over_the_year_is_left_out_below_five_employees(everybody: list[Figures]) -> None:
    n_left_out = 0
    for figures in everybody:
        asked = {row["care_type"] for row in figures.tables["staff_year"]}
        for care_type in figures.offers:
            employees = sum(row["persons"] for row in rows(figures, "staff", care_type) if row["fte"] is not None)
            assert (care_type in asked) == (employees >= 5)
            assert figures.form[f"complete_{care_type}_staff_year"] is (True if employees >= 5 else None)
            n_left_out += employees < 5
    assert n_left_out > 0


def test_a_merged_authority_is_the_sum_of_its_parts() -> None:
    whole = figures_of(authority("44086", 2025), SEED, 2025)
    halves = [figures_of_part(parts()[code], SEED, 2025) for code in ("44012", "44048")]
    for care_type in whole.offers:
        assert places(whole, care_type) == sum(places(half, care_type) for half in halves)
        food = sum(amounts(half, care_type).get("food", 0) for half in halves)
        assert amounts(whole, care_type)["food"] == pytest.approx(food, abs=0.011)
        present = sum(row["present_days"] for half in halves for row in rows(half, "performance", care_type))
        assert sum(row["present_days"] for row in rows(whole, "performance", care_type)) == present
    assert set(whole.offers) == {care_type for half in halves for care_type in half.offers}


def test_a_merged_authority_says_everything_once() -> None:
    tables = figures_of(authority("44086", 2025), SEED, 2025).tables
    staff = [(row["care_type"], row["function"], row["statute"]) for row in tables["staff"]]
    finance = [(row["care_type"], row["post"]) for row in tables["finance"]]
    assert len(staff) == len(set(staff))
    assert len(finance) == len(set(finance))


def test_via_money_never_grows_from_step_to_step() -> None:
    this_year, next_year = (figures_of(authority("11002", year), SEED, year).tables["via"] for year in (2022, 2023))
    steps: dict[tuple, dict[str, float]] = {}
    for row in [*this_year, *next_year]:
        if row["via_year"] == 2022:
            own = steps.setdefault((row["via_measure"], row["care_type"]), {})
            own[row["step"]] = own.get(row["step"], 0) + row["amount_eur"]
    assert len(steps) >= 5
    for own in steps.values():
        amounts_by_step = [own[step] for step in ("announced", "paid", "booked", "spent", "justified")]
        assert all(later <= earlier + 0.02 for earlier, later in pairwise(amounts_by_step))


def test_via_movements_are_dated_in_the_year_of_the_submission() -> None:
    rows_of_2024 = figures_of(authority("11002", 2024), SEED, 2024).tables["via"]
    assert {row["moved_on"].year for row in rows_of_2024} == {2024}
    assert {row["via_year"] for row in rows_of_2024} == {2023, 2024}


def test_figures_of_half_a_year_cover_its_months_only() -> None:
    whole = figures_of(authority("11001", 2023), SEED, 2023)
    half = part_of_year(whole, 1, 6)
    care_type = whole.offers[0]
    assert (half.form["first_month"], half.form["last_month"]) == (1, 6)
    assert {row["month"] for row in half.tables["performance"]} == {1, 2, 3, 4, 5, 6}
    assert amounts(half, care_type)["personnel_contractual"] == pytest.approx(
        amounts(whole, care_type)["personnel_contractual"] / 2, abs=0.01
    )
    assert all(row["moved_on"] <= dt.date(2023, 6, 30) for row in half.tables["via"])
    assert half.tables["staff"] == whole.tables["staff"]


def test_an_incomplete_sheet_says_so_and_misses_rows() -> None:
    whole = figures_of(authority("11001", 2023), SEED, 2023)
    less = incomplete(whole, rng(1))
    [declared] = [name for name, answer in less.form.items() if answer is False and whole.form[name] is True]
    table = (
        declared.removeprefix("complete_").removeprefix("out_of_school_").removeprefix("group_").removeprefix("family_")
    )
    assert len(less.tables[table]) < len(whole.tables[table])
    assert all(less.tables[name] == whole.tables[name] for name in whole.tables if name != table)


def test_a_version_to_correct_differs_in_one_amount_and_still_adds_up() -> None:
    final = figures_of(authority("11001", 2023), SEED, 2023)
    first = before_correction(final, rng(1))
    differing = {
        row["post"]
        for row, old in zip(final.tables["finance"], first.tables["finance"], strict=True)
        if row["amount_eur"] != old["amount_eur"]
    }
    assert len({post for post in differing if not post.startswith("total_")}) == 1
    assert len({post for post in differing if post.startswith("total_")}) == 1


def test_another_seed_gives_another_world_and_the_same_seed_the_same() -> None:
    assert figures_of(authority("11001", 2023), 1, 2023) == figures_of(authority("11001", 2023), 1, 2023)
    assert figures_of(authority("11001", 2023), 1, 2023) != figures_of(authority("11001", 2023), 2, 2023)


def test_invented_company_numbers_have_valid_check_digits_and_differ() -> None:
    numbers = [kbo_number(code, organiser) for code in parts() for organiser in range(3)]
    assert len(set(numbers)) == 900
    for number in numbers:
        digits = number.replace(".", "")
        assert digits.startswith("0999")
        assert (int(digits[:8]) + int(digits[8:])) % 97 == 0


def test_the_example_authority_offers_every_type_of_care_whatever_the_seed() -> None:
    for seed in (1, 2, 3):
        assert figures_of(authority("11001", 2024), seed, 2024).offers == ["family", "group", "out_of_school"]


def test_every_post_is_filled_in_for_every_type_of_care() -> None:
    figures = figures_of(authority("11001", 2024), SEED, 2024)
    every_post = {post.code for post in codelists.posts()}
    assert len(every_post) == 21
    assert all(set(amounts(figures, care_type)) == every_post for care_type in figures.offers)


def test_an_authority_that_says_it_charges_no_overhead_has_none(everybody: list[Figures]) -> None:
    merged = [figures_of(authority(code, 2025), SEED, 2025) for code in ("11002", "44086", "46030", "71072")]
    for figures in [*everybody, *merged]:
        for post, answer in (("overhead", "overhead_charged"), ("rent", "rent_charged")):
            charged = [amounts(figures, care_type)[post] > 0 for care_type in figures.offers]
            assert any(charged) == (figures.form[answer] and bool(figures.offers))
