"""What dbt compiled for a build: per seed, model and test its SQL, its parents and what it declares of itself.

With these a build that only has to redo some years runs dbt's own SQL again without starting dbt.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

BY_YEAR = "by_year"
WARN = "warn"
# Stands in kept SQL for the raw folder, so that a home may be moved or copied.
_RAW = "{{raw}}"
_JUST_WRITTEN = "compiled_steps.json"
_KEPT = "compiled_steps_{}.json"


@dataclass(frozen=True, slots=True)
class Step:
    """One seed, model or test of a build that succeeded, as dbt ran it.

    `rebuilt` is `by_year` when a model declares that its rows of a year rest on that year's rows only of every model
    that does so too. `severity` is `warn` for a test that finds without holding back a publication.
    """

    unique_id: str
    name: str
    resource_type: str
    description: str
    schema: str
    table: str
    materialized: str
    rebuilt: str
    severity: str
    parents: tuple[str, ...]
    sql: str

    @property
    def relation(self) -> str:
        """Schema and table as SQL names them."""
        return f'"{self.schema}"."{self.table}"'


def steps_of(results: Iterable[Any], raw: str) -> list[Step]:
    """The steps of dbt's results, in their order; `raw` is how their SQL names the raw folder."""
    return [_step_of(one.node, raw) for one in results if str(one.node.resource_type) in ("seed", "model", "test")]


def _step_of(node: Any, raw: str) -> Step:
    config = node.config
    is_plain = getattr(config, "warn_if", "") == "!= 0" and getattr(config, "fail_calc", "") == "count(*)"
    return Step(
        unique_id=node.unique_id,
        name=node.name,
        resource_type=str(node.resource_type),
        description=str(getattr(node, "description", "") or ""),
        schema=str(getattr(node, "schema", "")),
        table=str(getattr(node, "alias", "")),
        materialized=str(getattr(config, "materialized", "")),
        rebuilt=str(getattr(config, "meta", {}).get("rebuilt", "")),
        severity=WARN if is_plain and str(getattr(config, "severity", "")).lower() == WARN else "",
        parents=tuple(getattr(node, "depends_on_nodes", ())),
        sql=str(getattr(node, "compiled_code", "") or "").replace(raw, _RAW),
    )


def write_steps(work: Path, steps: Iterable[Step]) -> None:
    """Write the steps of the build at hand, in the order in which they were done."""
    text = json.dumps([asdict(step) for step in steps])
    (work / _JUST_WRITTEN).write_text(text, encoding="utf-8")


def keep_steps(work: Path, recipe: str) -> None:
    """Keep the steps just written as those of this recipe; those of earlier recipes go."""
    for path in work.glob(_KEPT.format("*")):
        path.unlink()
    written = work / _JUST_WRITTEN
    if written.exists():
        written.replace(work / _KEPT.format(recipe))


def kept_steps(work: Path, recipe: str, raw: Path) -> tuple[Step, ...]:
    """The steps of this recipe, each after its parents; none when they were not kept or cannot be read.

    Args:
        work: dbt's own folder, where they were kept.
        recipe: what they were compiled for.
        raw: the folder that they are to read.
    """
    try:
        found = json.loads((work / _KEPT.format(recipe)).read_text(encoding="utf-8"))
        here = {"sql": lambda sql: sql.replace(_RAW, str(raw)), "parents": tuple}
        return tuple(Step(**step | {name: change(step[name]) for name, change in here.items()}) for step in found)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return ()
