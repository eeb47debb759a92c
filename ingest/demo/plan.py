"""Who hands in what and when: drawn once, before anything is written, so that every kind of thing occurs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from ingest.codelists import seed_rows
from ingest.demo.authorities import EXAMPLE, Authority, authorities_of_year, chosen_today
from ingest.demo.csv_folder import DIALECTS
from ingest.demo.manifest import HandedIn
from ingest.demo.mistakes import MISTAKES
from ingest.demo.traits import rng, traits_of

SHARES = {
    "not_handed_in": 1 / 8,
    "late": 0.08,
    "corrected": 0.05,
    "part_year": 0.015,
    "incomplete": 0.03,
    "mistake": 0.06,
    "csv": 0.15,
}
DAYS_FROM_DEADLINE = {"on_time": -20, "late": 25, "corrected": 60}
FIRST_OF_A_SMALL_DEMO = (EXAMPLE, "44086")
"""The example, and an authority that is made of two since 2025."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All submissions in the order of authority, year and version, and who hands nothing in."""

    submissions: list[HandedIn]
    not_handed_in: list[tuple[str, int]]


def _count(kind: str, n: int, at_least: int = 1) -> int:
    return min(n, max(at_least, round(SHARES[kind] * n)))


def _offers_nothing(authority: Authority, seed: int) -> bool:
    return not any(traits_of(part, seed).offers for part in authority.parts)


def _authority_years(years: Sequence[int], n_authorities: int | None, seed: int) -> list[tuple[Authority, int]]:
    without_care = [one.today for one in authorities_of_year(max(years)) if _offers_nothing(one, seed)]
    chosen = chosen_today(n_authorities, (*FIRST_OF_A_SMALL_DEMO, *without_care[:1]))
    return [(one, year) for year in years for one in authorities_of_year(year) if one.today in chosen]


def _absent(everyone: list[tuple[Authority, int]], seed: int) -> set[tuple[str, int]]:
    def laziness(pair: tuple[Authority, int]) -> float:
        authority, year = pair
        if authority.today == EXAMPLE or _offers_nothing(authority, seed):
            return -1
        lasting = rng(seed, authority.today, "laziness").random() ** 2
        return lasting + rng(seed, authority.nis_code, "laziness", year).random()

    ranked = sorted(everyone, key=laziness, reverse=True)
    return {(authority.nis_code, year) for authority, year in ranked[: _count("not_handed_in", len(everyone))]}


def _dialects(everyone: list[tuple[Authority, int]], seed: int) -> dict[str, int]:
    codes = sorted({authority.today for authority, _ in everyone})
    rng(seed, "csv").shuffle(codes)
    n_csv = _count("csv", len(codes), at_least=min(len(DIALECTS), len(codes) // 4))
    return {code: place % len(DIALECTS) for place, code in enumerate(codes[:n_csv])}


def _received_on(year: int, when: str) -> date:
    due_on = next(row["due_on"] for row in seed_rows("deadlines") if row["year"] == str(year))
    return date.fromisoformat(due_on) + timedelta(days=DAYS_FROM_DEADLINE[when])


def _with_specials(files: list[HandedIn], random: Random) -> list[HandedIn]:
    """Give files their mistake, their part-year or their incomplete sheet: every kind of mistake at least once."""
    n = len(files)
    n_mistakes = _count("mistake", n, at_least=len(MISTAKES) if n >= 2 * len(MISTAKES) else 1)
    n_part, n_incomplete = _count("part_year", n), _count("incomplete", n)
    changes: list[dict[str, object]] = [{"mistake": MISTAKES[i % len(MISTAKES)].name} for i in range(n_mistakes)]
    changes += [{"months": random.choice(((1, 6), (1, 9), (4, 12), (7, 12)))} for _ in range(n_part)]
    changes += [{"is_incomplete": True} for _ in range(n_incomplete)]
    changes += [{"is_before_correction": True} for _ in range(_count("corrected", n) // 2)]
    changes = (changes + [{}] * n)[:n]
    return [replace(file, **change) for file, change in zip(files, changes, strict=True)]


def _corrections(files: list[HandedIn]) -> list[HandedIn]:
    """Second versions: of every first version that needs one, and of some of the files with a mistake."""
    slips = [file for file in files if file.is_before_correction]
    mistaken = [file for file in files if file.mistake]
    wanted = slips + mistaken[:: max(1, 2 * len(mistaken) // _count("corrected", len(files)))]
    received = {file.year: _received_on(file.year, "corrected") for file in wanted}
    return [
        replace(file, version=2, received_on=received[file.year], mistake=None, is_before_correction=False)
        for file in wanted
    ]


def make_plan(years: Sequence[int], n_authorities: int | None, seed: int) -> Plan:
    """Draw who hands in what and when, for today's authorities (all, or some) and what they were made of."""
    everyone = _authority_years(years, n_authorities, seed)
    absent, dialects, random = _absent(everyone, seed), _dialects(everyone, seed), rng(seed, "plan")
    files, untouched = [], []
    for authority, year in everyone:
        if (authority.nis_code, year) in absent:
            continue
        dialect = dialects.get(authority.today)
        file = HandedIn(authority.nis_code, authority.name, year, 1, _received_on(year, "on_time"), dialect=dialect)
        is_untouched = authority.today == EXAMPLE or _offers_nothing(authority, seed)
        (untouched if is_untouched else files).append(file)
    random.shuffle(files)
    n_late = _count("late", len(files))
    late = [replace(file, is_late=True, received_on=_received_on(file.year, "late")) for file in files[:n_late]]
    special = late + files[n_late:]
    random.shuffle(special)
    special = _with_specials(special, random)
    everything = [*untouched, *special, *_corrections(special)]
    everything.sort(key=lambda file: (file.year, file.nis_code, file.version))
    return Plan(everything, sorted(absent))
