"""The Steunpunt's decisions on received submissions: accept, query, withdraw. The register keeps every one of them."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.home import Home
from ingest.register import Register
from ingest.register_records import SubmissionRecord

ACCEPTED = "accepted"
QUERIED = "queried"
WITHDRAWN = "withdrawn"

VersionKey = tuple[str, int, int]


class DecisionError(Exception):
    """There is nothing to decide on; the message is a Dutch sentence for the reader."""


def accept(
    home: Home, nis_code: str | None = None, year: int | None = None, note: str = "", all_receivable: bool = False
) -> int:
    """Accept the latest received version, and give how many versions were accepted now.

    Args:
        home: where the register lies.
        nis_code: of this authority; None for every authority.
        year: of this year; None for every year.
        note: why, for the register.
        all_receivable: every latest version on which nothing was decided yet; `nis_code` and `year` still narrow it.
            A version that someone queried or withdrew is left to a decision of its own.

    Raises:
        DecisionError: nothing was received from this authority for this year.
    """
    with _register(home) as register, register.transaction():
        if all_receivable:
            waiting = _matching(register.undecided(), nis_code, year)
        else:
            waiting = _not_yet_accepted(register, nis_code, year)
        for row in waiting:
            register.add_decision(*_key(row), ACCEPTED, note)
        return len(waiting)


def query(home: Home, nis_code: str, year: int, note: str) -> None:
    """Put the latest version that was not withdrawn in query: its figures wait for an answer of the authority.

    Raises:
        DecisionError: nothing was received from this authority for this year, all of it was withdrawn, or `note` asks
            nothing.
    """
    with _register(home) as register, register.transaction():
        standing = _standing(register, nis_code, year)
        if not note.strip():
            raise DecisionError(
                "Zeg met --note wat u het bestuur vraagt: een navraag zonder vraag blijft onbeantwoord."
            )
        register.add_decision(*_key(standing[-1]), QUERIED, note)


def withdraw(home: Home, nis_code: str, year: int, note: str) -> None:
    """Withdraw the version that counts, or else the latest one; an earlier accepted version counts again.

    Raises:
        DecisionError: nothing was received from this authority for this year, or all of it was withdrawn.
    """
    with _register(home) as register, register.transaction():
        standing = _standing(register, nis_code, year)
        ever_accepted = {
            (row.nis_code, row.year, row.version) for row in register.decisions() if row.decision == ACCEPTED
        }
        counting = [row for row in standing if _key(row) in ever_accepted]
        register.add_decision(*_key((counting or standing)[-1]), WITHDRAWN, note)


def _register(home: Home) -> Register:
    if not home.register_path.exists():
        raise DecisionError("Er is nog niets ontvangen: laad eerst bestanden met 'opvangspiegel load'.")
    return Register(home.register_path)


def _standing(register: Register, nis_code: str, year: int) -> list[SubmissionRecord]:
    """The versions of an authority and year that were not withdrawn, the latest last; at least one."""
    received = _matching(register.submissions(), nis_code, year)
    if not received:
        raise DecisionError(_nothing_received(nis_code, year))
    last = _last_decisions(register)
    standing = [row for row in received if last.get(_key(row)) != WITHDRAWN]
    if not standing:
        raise DecisionError(f"Alles wat NIS-code {nis_code} over {year} indiende, is al ingetrokken.")
    return standing


def _not_yet_accepted(register: Register, nis_code: str | None, year: int | None) -> list[SubmissionRecord]:
    received = _matching(register.submissions(), nis_code, year)
    if not received:
        raise DecisionError(_nothing_received(nis_code, year))
    latest = {(row.nis_code, row.year): row for row in received}.values()
    last = _last_decisions(register)
    return [row for row in latest if last.get(_key(row)) != ACCEPTED]


def _matching(
    submissions: Sequence[SubmissionRecord], nis_code: str | None, year: int | None
) -> list[SubmissionRecord]:
    return [row for row in submissions if nis_code in (None, row.nis_code) and year in (None, row.year)]


def _last_decisions(register: Register) -> dict[VersionKey, str]:
    return {(row.nis_code, row.year, row.version): row.decision for row in register.decisions()}


def _key(row: SubmissionRecord) -> VersionKey:
    return row.nis_code, row.year, row.version


def _nothing_received(nis_code: str | None, year: int | None) -> str:
    who = f"van NIS-code {nis_code} " if nis_code else ""
    when = f"over {year} " if year else ""
    return f"Er is niets {who}{when}ontvangen, dus er is niets om over te beslissen."
