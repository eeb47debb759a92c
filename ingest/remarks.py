"""Reasons of who handed in, and answers to the questions of the Steunpunt. The register keeps all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ingest import raw
from ingest.decide import DecisionError, register_of, standing_versions
from ingest.home import Home
from ingest.problems import Severity
from ingest.register_remark_records import Place, QueryRecord
from ingest.version_rows import problem_rows

_NEEDS_NO_MENDING = (Severity.WARNING, Severity.BLOCKING)
ProblemKey = tuple[str, str | None, int | None, str | None]


@dataclass(frozen=True, slots=True)
class Explained:
    """How many problems of which version got a reason."""

    version: int
    n_problems: int


def give_reason(
    home: Home, nis_code: str, year: int, reason: str, place: Place | None = None, rule_code: str | None = None
) -> Explained:
    """Say why what stands out in the latest version is right: for each warning or question that `place` and rule meet.

    The figures change status only once the Steunpunt accepts the version with its reasons.

    Args:
        home: where the register lies.
        nis_code: of this authority.
        year: of this year.
        reason: why the figure is right.
        place: which problems (see `ingest.places.place_of`); what it leaves out does not matter.
        rule_code: of this rule only.

    Raises:
        DecisionError: nothing was received, `reason` is empty, or no problem stands there that a reason can answer.
    """
    if not reason.strip():
        raise DecisionError("Zeg met --text waarom het cijfer juist is.")
    raw.rebuild_missing(home)
    with register_of(home) as register:
        version = standing_versions(register, nis_code, year)[-1]
        found = [row for row in problem_rows(home, version) if _meets(row, place or Place(), rule_code)]
        keys = sorted({_key(row) for row in found if row["severity"] in _NEEDS_NO_MENDING}, key=str)
        if not keys:
            raise DecisionError(_nothing_to_explain(found, version.version))
        with register.transaction():
            for key in keys:
                register.add_reason(version.file.file_hash, *key, reason)
    return Explained(version.version, len(keys))


def answer_query(home: Home, query_id: int, answer: str) -> QueryRecord:
    """Answer a question of the Steunpunt; the version stays in query until the Steunpunt decides.

    Raises:
        DecisionError: there is no such question, it was answered before, or `answer` is empty.
    """
    if not answer.strip():
        raise DecisionError("Zeg met --text wat het antwoord is.")
    with register_of(home) as register, register.transaction():
        asked = next((row for row in register.queries() if row.query_id == query_id), None)
        if asked is None:
            raise DecisionError(f"Er is geen vraag met nummer {query_id}.")
        if asked.answered_at is not None:
            raise DecisionError(f"Vraag {query_id} is al beantwoord op {asked.answered_at:%d/%m/%Y}: {asked.answer}")
        register.add_answer(query_id, answer)
        return next(row for row in register.queries() if row.query_id == query_id)


def queries(home: Home, nis_code: str | None = None, year: int | None = None) -> list[QueryRecord]:
    """The questions of the Steunpunt with their answers, in the order in which they were asked.

    Raises:
        DecisionError: nothing was received yet.
    """
    with register_of(home) as register:
        asked = register.queries()
    return [row for row in asked if nis_code in (None, row.nis_code) and year in (None, row.year)]


def _meets(row: dict[str, Any], place: Place, rule_code: str | None) -> bool:
    wanted = {
        "sheet": place.sheet,
        "row_number": place.row_number,
        "column_name": place.column_name,
        "rule_code": rule_code,
    }
    return all(value in (None, row[name]) for name, value in wanted.items())


def _key(row: dict[str, Any]) -> ProblemKey:
    return row["rule_code"], row["sheet"], row["row_number"], row["column_name"]


def _nothing_to_explain(found: list[dict[str, Any]], version: int) -> str:
    if not found:
        return f"In versie {version} staat op die plaats geen probleem waarvoor een reden gegeven kan worden."
    return f"Dit is geweigerd en vraagt geen reden maar een verbeterd bestand: {found[0]['message_nl']}"
