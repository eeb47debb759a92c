"""The code lists of the seeds: which codes exist, and how people write them."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from ingest.matching import folded

_SEED_CODE_COLUMNS = {
    "care_types": "care_type",
    "posts": "code",
    "via_agreements": "agreement",
    "via_measures": "measure",
}
# The sum over types of care is ours to make: nobody hands it in.
_NOT_HANDED_IN = {("care_types", "all")}
# What Excel shows for its own true and false.
_EXTRA_SPELLINGS = {"boolean": {"waar": "true", "onwaar": "false", "j": "true", "n": "false"}}


@dataclass(frozen=True, slots=True)
class CodeList:
    """A closed list of codes.

    `by_spelling` leads from a folded label or code to the code, `by_exact_spelling` from one exactly as in the list.
    """

    name: str
    labels: dict[str, str]
    by_spelling: dict[str, str]
    by_exact_spelling: dict[str, str]

    def label(self, code: str) -> str:
        """Give the Dutch label of a code."""
        return self.labels[code]


@dataclass(frozen=True, slots=True)
class Post:
    """A line of the income statement; `direction` is expenditure, revenue, memo or one of the two control totals."""

    code: str
    label_nl: str
    direction: str


def seeds_path() -> Path:
    """Give the folder of the definitions."""
    return _path(os.environ.get("OPVANGSPIEGEL_SEEDS"))


def seed_rows(name: str) -> tuple[dict[str, str], ...]:
    """Give the rows of a seed, as text."""
    return _rows_of(seeds_path() / f"{name}.csv")


def codelist(name: str) -> CodeList:
    """Give a code list: one of codes.csv, or a seed of that name.

    Raises:
        KeyError: when there is no such list.
    """
    return _codelist(seeds_path(), name)


def posts() -> tuple[Post, ...]:
    """Give the posts of the income statement, in their order."""
    return _posts(seeds_path())


def posts_of(direction: str) -> tuple[str, ...]:
    """Give the codes of the posts of a direction."""
    return _posts_of(seeds_path(), direction)


def parameter(name: str, year: int) -> Decimal:
    """Give a dated parameter without item as it holds in a year: the latest that started by then.

    Raises:
        KeyError: when there is none.
    """
    rows = [row for row in seed_rows("parameters") if row["parameter"] == name and int(row["valid_from_year"]) <= year]
    if not rows:
        raise KeyError(f"no parameter {name!r} in {year}")
    return Decimal(max(rows, key=lambda row: int(row["valid_from_year"]))["value"])


@lru_cache(maxsize=20)
def _path(override: str | None) -> Path:
    return Path(override) if override else Path(__file__).parent.parent / "dbt_project" / "seeds"


@lru_cache(maxsize=200)
def _rows_of(path: Path) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@lru_cache(maxsize=200)
def _codelist(seeds: Path, name: str) -> CodeList:
    labels = _labels(seeds, name)
    if not labels:
        raise KeyError(f"no code list {name!r} in {seeds}")
    spellings = dict(_EXTRA_SPELLINGS.get(name, {}))
    for code, label in labels.items():
        spellings[folded(code)] = code
        spellings[folded(label)] = code
    exact = {label: code for code, label in labels.items()} | {code: code for code in labels}
    return CodeList(name, labels, spellings, exact)


def _labels(seeds: Path, name: str) -> dict[str, str]:
    if name in _SEED_CODE_COLUMNS:
        code_column = _SEED_CODE_COLUMNS[name]
        rows = _rows_of(seeds / f"{name}.csv")
        pairs = {row[code_column]: row["label_nl"] for row in rows}
    else:
        pairs = {row["code"]: row["label_nl"] for row in _rows_of(seeds / "codes.csv") if row["codelist"] == name}
    return {code: label for code, label in pairs.items() if (name, code) not in _NOT_HANDED_IN}


@lru_cache(maxsize=100)
def _posts_of(seeds: Path, direction: str) -> tuple[str, ...]:
    return tuple(post.code for post in _posts(seeds) if post.direction == direction)


@lru_cache(maxsize=20)
def _posts(seeds: Path) -> tuple[Post, ...]:
    rows = _rows_of(seeds / "posts.csv")
    return tuple(Post(row["code"], row["label_nl"], row["direction"]) for row in rows)
