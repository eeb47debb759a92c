"""Who hands in what and when: every kind of thing occurs, in the shares that were announced."""

from __future__ import annotations

from collections import Counter

import pytest

from ingest.demo.mistakes import MISTAKES
from ingest.demo.plan import Plan, make_plan

YEARS = (2021, 2022, 2023, 2024, 2025)
SEED = 7


@pytest.fixture(scope="module")
def whole() -> Plan:
    return make_plan(YEARS, None, SEED)


@pytest.fixture(scope="module")
def small() -> Plan:
    return make_plan((2024, 2025), 12, SEED)


def test_everybody_of_the_year_hands_in_or_is_known_not_to(whole: Plan) -> None:
    handed_in = {(one.nis_code, one.year) for one in whole.submissions}
    expected = {2021: 300, 2022: 300, 2023: 300, 2024: 300, 2025: 285}
    assert not handed_in & set(whole.not_handed_in)
    assert Counter(year for _, year in handed_in | set(whole.not_handed_in)) == expected


def test_one_in_eight_hands_nothing_in_and_some_do_so_year_after_year(whole: Plan) -> None:
    assert len(whole.not_handed_in) == round(1485 / 8)
    years_missed = Counter(code for code, _ in whole.not_handed_in)
    assert max(years_missed.values()) >= 4


def test_mistakes_late_files_and_corrections_have_their_share(whole: Plan) -> None:
    first_versions = [one for one in whole.submissions if one.version == 1]
    n = len(first_versions)
    assert sum(one.mistake is not None for one in first_versions) / n == pytest.approx(0.06, abs=0.005)
    assert sum(one.is_late for one in first_versions) / n == pytest.approx(0.08, abs=0.005)
    assert sum(one.months is not None for one in first_versions) / n == pytest.approx(0.015, abs=0.005)
    assert sum(one.is_incomplete for one in first_versions) / n == pytest.approx(0.03, abs=0.005)
    assert sum(one.version == 2 for one in whole.submissions) / n == pytest.approx(0.05, abs=0.015)
    assert sum(one.dialect is not None for one in first_versions) / n == pytest.approx(0.15, abs=0.03)


@pytest.mark.parametrize("size", ["whole", "small"])
def test_every_kind_of_thing_occurs(size: str, request: pytest.FixtureRequest) -> None:
    submissions = request.getfixturevalue(size).submissions
    assert {one.mistake for one in submissions} == {None, *(mistake.name for mistake in MISTAKES)}
    assert {one.dialect for one in submissions} == {None, 0, 1, 2}
    assert any(one.is_late for one in submissions)
    assert any(one.months for one in submissions)
    assert any(one.is_incomplete for one in submissions)
    assert any(one.version == 2 for one in submissions)


def test_at_most_one_thing_is_special_about_a_file(whole: Plan) -> None:
    for one in whole.submissions:
        assert sum(map(bool, (one.mistake, one.months, one.is_incomplete, one.is_before_correction))) <= 1


def test_a_correction_comes_after_what_it_corrects(whole: Plan) -> None:
    first = {(one.nis_code, one.year): one for one in whole.submissions if one.version == 1}
    corrections = [one for one in whole.submissions if one.version == 2]
    assert corrections
    for one in corrections:
        old = first[one.nis_code, one.year]
        assert old.received_on < one.received_on
        assert (old.mistake or old.is_before_correction) and not one.mistake and not one.is_before_correction


def test_the_example_authority_hands_in_every_year_without_anything_special(whole: Plan, small: Plan) -> None:
    for plan, years in ((whole, YEARS), (small, (2024, 2025))):
        own = [one for one in plan.submissions if one.nis_code == "11001"]
        assert [one.year for one in own] == list(years)
        assert not any(one.mistake or one.months or one.is_incomplete or one.is_late for one in own)


def test_a_small_demo_has_a_merged_authority_and_what_it_was_made_of(small: Plan) -> None:
    seen = {(one.nis_code, one.year) for one in small.submissions} | set(small.not_handed_in)
    assert {("44012", 2024), ("44048", 2024), ("44086", 2025)} <= seen
    assert len({code for code, year in seen if year == 2025}) == 12


def test_a_larger_demo_contains_the_smaller_one() -> None:
    def taking_part(n: int) -> set[str]:
        plan = make_plan((2025,), n, SEED)
        return {one.nis_code for one in plan.submissions} | {code for code, _ in plan.not_handed_in}

    assert taking_part(8) < taking_part(20)
