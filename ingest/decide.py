"""The Steunpunt's decisions on received submissions: accept, query, withdraw. The register keeps every one of them."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.home import Home
from ingest.register import Register
from ingest.register_records import DecisionRecord, SubmissionRecord
from ingest.register_remark_records import Place

ACCEPTED = "accepted"
QUERIED = "queried"
WITHDRAWN = "withdrawn"

VersionKey = tuple[str, int, int]


class DecisionError(Exception):
    """There is nothing to decide on; the message is a Dutch sentence for the reader."""


def accept(
    home: Home,
    nis_code: str | None = None,
    year: int | None = None,
    note: str = "",
    all_receivable: bool = False,
    again: bool = False,
) -> int:
    """Accept the latest received version with the reasons given for it, and give how many were accepted now.

    Args:
        home: where the register lies.
        nis_code: of this authority; None for every authority.
        year: of this year; None for every year.
        note: why, for the register.
        all_receivable: every latest version on which nothing was decided yet; `nis_code` and `year` still narrow it.
            A version that someone queried or withdrew is left to a decision of its own.
        again: accept a withdrawn version all the same; without it, one that is named is refused and others are left.

    Raises:
        DecisionError: nothing was received from this authority for this year, or it was withdrawn.
    """
    with register_of(home) as register, register.transaction():
        if all_receivable:
            waiting = _matching(register.undecided(), nis_code, year)
        else:
            waiting = _to_accept(register, nis_code, year, again)
        for row in waiting:
            register.add_decision(*_key(row), ACCEPTED, note)
        return len(waiting)


def query(home: Home, nis_code: str, year: int, note: str, place: Place | None = None) -> int:
    """Put the latest version that was not withdrawn in query, and give the number of the question.

    The figures of the version wait for an answer, whatever place the question is about.

    Args:
        home: where the register lies.
        nis_code: of this authority.
        year: of this year.
        note: the question, for who handed in.
        place: what it is about (see `ingest.places.place_of`); None for the version as a whole.

    Raises:
        DecisionError: nothing was received from this authority for this year, all of it was withdrawn, or `note` asks
            nothing.
    """
    with register_of(home) as register, register.transaction():
        version = standing_versions(register, nis_code, year)[-1]
        if not note.strip():
            raise DecisionError(
                "Zeg met --text wat u het bestuur vraagt: een navraag zonder vraag blijft onbeantwoord."
            )
        register.add_decision(*_key(version), QUERIED, note)
        return register.add_query(*_key(version), place or Place(), note)


def withdraw(home: Home, nis_code: str, year: int, note: str) -> None:
    """Withdraw the version that counts, or else the latest one; an earlier accepted version counts again.

    Raises:
        DecisionError: nothing was received from this authority for this year, all of it was withdrawn, or `note` does
            not say why.
    """
    with register_of(home) as register, register.transaction():
        version = counting_version(register, nis_code, year)
        if not note.strip():
            raise DecisionError("Zeg met --note waarom deze versie ingetrokken wordt.")
        register.add_decision(*_key(version), WITHDRAWN, note)


def register_of(home: Home) -> Register:
    """The register of a home in which something was received.

    Raises:
        DecisionError: nothing was received yet.
    """
    if not home.register_path.exists():
        raise DecisionError("Er is nog niets ontvangen: laad eerst bestanden met 'opvangspiegel load'.")
    return Register(home.register_path)


def standing_versions(register: Register, nis_code: str, year: int) -> list[SubmissionRecord]:
    """The versions of an authority and year that were not withdrawn, the latest last; at least one.

    Raises:
        DecisionError: there is none.
    """
    received = _received(register, nis_code, year)
    last = _last_decisions(register)
    standing = [row for row in received if _is_not(last.get(_key(row)), WITHDRAWN)]
    if not standing:
        raise DecisionError(f"Alles wat NIS-code {nis_code} over {year} indiende, is al ingetrokken.")
    return standing


def counting_version(register: Register, nis_code: str, year: int) -> SubmissionRecord:
    """The version whose figures count, or else the latest one that was not withdrawn.

    Raises:
        DecisionError: there is none.
    """
    standing = standing_versions(register, nis_code, year)
    ever_accepted = {_key_of(row) for row in register.decisions() if row.decision == ACCEPTED}
    counting = [row for row in standing if _key(row) in ever_accepted]
    return (counting or standing)[-1]


def _to_accept(register: Register, nis_code: str | None, year: int | None, again: bool) -> list[SubmissionRecord]:
    """The latest versions that are not accepted as they now stand, with every reason given since."""
    latest = {(row.nis_code, row.year): row for row in _received(register, nis_code, year)}.values()
    last = _last_decisions(register)
    reasons = {row.file_hash: row.given_at for row in register.reasons()}
    waiting = []
    for row in latest:
        decision = last.get(_key(row))
        if decision and decision.decision == WITHDRAWN and not again:
            if nis_code and year:
                raise DecisionError(_was_withdrawn(row, decision))
        elif _is_not(decision, ACCEPTED) or reasons.get(row.file.file_hash, decision.decided_at) > decision.decided_at:
            waiting.append(row)
    return waiting


def _was_withdrawn(row: SubmissionRecord, decision: DecisionRecord) -> str:
    why = f" ({decision.note})" if decision.note else ""
    return (
        f"Versie {row.version} van NIS-code {row.nis_code} over {row.year} is ingetrokken op "
        f"{decision.decided_at:%d/%m/%Y}{why}. Laat een nieuwe versie indienen, of aanvaard deze toch met --again."
    )


def _received(register: Register, nis_code: str | None, year: int | None) -> list[SubmissionRecord]:
    received = _matching(register.submissions(), nis_code, year)
    if not received:
        raise DecisionError(_nothing_received(nis_code, year))
    return received


def _matching(
    submissions: Sequence[SubmissionRecord], nis_code: str | None, year: int | None
) -> list[SubmissionRecord]:
    return [row for row in submissions if nis_code in (None, row.nis_code) and year in (None, row.year)]


def _last_decisions(register: Register) -> dict[VersionKey, DecisionRecord]:
    return {_key_of(row): row for row in register.decisions()}


def _is_not(decision: DecisionRecord | None, kind: str) -> bool:
    return decision is None or decision.decision != kind


def _key_of(row: DecisionRecord) -> VersionKey:
    return row.nis_code, row.year, row.version


def _key(row: SubmissionRecord) -> VersionKey:
    return row.nis_code, row.year, row.version


def _nothing_received(nis_code: str | None, year: int | None) -> str:
    who = f"van NIS-code {nis_code} " if nis_code else ""
    when = f"over {year} " if year else ""
    return f"Er is niets {who}{when}ontvangen, dus er is niets om over te beslissen."
