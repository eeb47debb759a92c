"""What the next build has to redo: everything, or only the years of which something changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.compiled_steps import BY_YEAR, Step
from ingest.fingerprints import Subject
from ingest.publication_inputs import Sources
from ingest.raw_schemas import REGISTER_SUBMISSIONS


@dataclass(frozen=True, slots=True)
class Plan:
    """What to redo and, in Dutch, why; `years` is None when that is everything."""

    reason: str
    years: tuple[int, ...] | None = None
    steps: tuple[Step, ...] = ()


def plan_rebuild(now: Sources, then: Sources | None, steps: tuple[Step, ...], number: int) -> Plan:
    """Decide what to redo. Whatever is not certain leads to redoing everything.

    Args:
        now: what the build at hand is made of.
        then: what the current publication was made of, when it says so.
        steps: of the last full build with the recipe of now; none when they were not kept.
        number: of the current publication.
    """
    if then is None or then.recipe != now.recipe or not steps:
        return Plan(f"Alles is herbouwd: sinds publicatie {number} wijzigde de code of een definitie.")
    return _plan_years(now, then, steps, number)


def _plan_years(now: Sources, then: Sources, steps: tuple[Step, ...], number: int) -> Plan:
    if not are_separable(steps):
        return Plan("Alles is herbouwd: niet elk model dat per jaar te herbouwen is, rust op zulke modellen.")
    touched = {one for one in _changed(then.fingerprints, now.fingerprints) if one[0] in sources_of_years(steps)}
    beyond_years = sorted({dataset for dataset, year in touched if not year or not _is_read_by_year(dataset, steps)})
    if beyond_years:
        named = ", ".join(beyond_years)
        return Plan(f"Alles is herbouwd: sinds publicatie {number} wijzigde wat voor elk jaar telt ({named}).")
    years = tuple(sorted({int(year) for _, year in touched}))
    if {str(year) for year in years} >= {year for dataset, year in now.fingerprints if dataset == REGISTER_SUBMISSIONS}:
        return Plan(f"Alles is herbouwd: sinds publicatie {number} wijzigde er in elk jaar iets.")
    if not years:
        return Plan(f"Geen enkel jaar is herbouwd: sinds publicatie {number} wijzigde geen inzending.", (), steps)
    redone = f"{years[0]} is" if len(years) == 1 else f"{', '.join(map(str, years[:-1]))} en {years[-1]} zijn"
    return Plan(f"Alleen {redone} herbouwd: in de andere jaren wijzigde niets sinds publicatie {number}.", years, steps)


def _changed(then: dict[Subject, str], now: dict[Subject, str]) -> set[Subject]:
    """The subjects that differ, came or went."""
    return {subject for subject in then.keys() | now.keys() if then.get(subject) != now.get(subject)}


def resting_on_years(steps: Iterable[Step]) -> set[str]:
    """The models that are rebuilt by year, and every model that rests on one; by unique id."""
    found: set[str] = set()
    for step in steps:
        if step.rebuilt == BY_YEAR or found.intersection(step.parents):
            found.add(step.unique_id)
    return found


def are_separable(steps: Iterable[Step]) -> bool:
    """Whether each model that is rebuilt by year rests only on such models and on what no year touches."""
    ordered = tuple(steps)
    by_year = {step.unique_id for step in ordered if step.rebuilt == BY_YEAR}
    touched = resting_on_years(ordered) - by_year
    return not any(touched.intersection(step.parents) for step in ordered if step.unique_id in by_year)


def _is_read_by_year(dataset: str, steps: Iterable[Step]) -> bool:
    """Whether every model that reads the dataset itself is rebuilt by year."""
    readers = (step for step in steps if any(_dataset(parent) == dataset for parent in step.parents))
    return all(step.rebuilt == BY_YEAR for step in readers if step.resource_type == "model")


def _dataset(unique_id: str) -> str:
    """The raw dataset of a source; nothing for what is no source."""
    return unique_id.rpartition(".")[2] if unique_id.startswith("source.") else ""


def sources_of_years(steps: Iterable[Step]) -> set[str]:
    """The raw datasets that models rebuilt by year rest on, at any distance; the sheets of submissions included."""
    parents = {step.unique_id: step.parents for step in steps}
    waiting = [step.unique_id for step in steps if step.rebuilt == BY_YEAR]
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += parents.get(one, ())
    return set(map(_dataset, found)) - {""}
