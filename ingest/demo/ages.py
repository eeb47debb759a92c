"""Inhabitants by sex and single age, built from real totals and real shares of age bands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ingest.demo.authorities import Part

AGES = range(101)
SEXES = ("M", "F")
FEWER_BIRTHS_SINCE_2017 = 0.945
"""Brings the region to about 195.000 children of 0-2 in 2020, which the shares of 2017 overstate."""


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Divide a whole number over weights in whole numbers that add up to it (largest remainders)."""
    weight_sum = sum(weights)
    exact = [total * weight / weight_sum for weight in weights]
    whole = [int(value) for value in exact]
    by_remainder = sorted(range(len(exact)), key=lambda index: whole[index] - exact[index])
    for index in by_remainder[: total - sum(whole)]:
        whole[index] += 1
    return whole


def _shape(age: int, sex: str) -> float:
    if age < 5:
        return 0.95 + 0.025 * age
    if age < 15:
        return 1 + 0.005 * age
    if age < 65:
        return 0.9 + 0.004 * (age - 15)
    women_live_longer = 1 + (age - 65) * (0.02 if sex == "F" else 0)
    return ((101 - age) / 36) ** 1.3 * women_live_longer


@cache
def _shares_within_bands(sex: str) -> tuple[tuple[float, ...], ...]:
    bands = (range(5), range(5, 15), range(15, 65), range(65, 101))
    shapes = [[_shape(age, sex) for age in band] for band in bands]
    return tuple(tuple(value / sum(shape) for value in shape) for shape in shapes)


def _weights(part: Part, sex: str) -> list[float]:
    young = part.share_0_4 * FEWER_BIRTHS_SINCE_2017
    band_shares = (young, part.share_5_14, 1 - young - part.share_5_14 - part.share_65_plus, part.share_65_plus)
    within = _shares_within_bands(sex)
    return [share * value for share, band in zip(band_shares, within, strict=True) for value in band]


def people_by_age(part: Part, year: int) -> dict[str, list[int]]:
    """Inhabitants of a part on 1 January, per sex a list by age (the last one: 100 and over)."""
    total = part.population[year]
    men = round(total * part.men_share)
    return {sex: apportion(count, _weights(part, sex)) for sex, count in zip(SEXES, (men, total - men), strict=True)}


def children(part: Part, year: int) -> tuple[int, int]:
    """Children of 0-2 and of 3-11 years old in a part on 1 January."""
    both = [men + women for men, women in zip(*people_by_age(part, year).values(), strict=True)]
    return sum(both[:3]), sum(both[3:12])
