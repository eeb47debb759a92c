"""Let a list count in spite of its questions: a person says why, and the register keeps it."""

from __future__ import annotations

from ingest.decide import DecisionError
from ingest.home import Home
from ingest.register import Register
from ingest.via_list_records import ListState, ViaListRecord, states_of

SHORTEST_HASH = 6


def release(home: Home, hash_or_name: str, note: str) -> ViaListRecord:
    """Let all lines of a waiting list count, and give the list.

    Args:
        home: where the register lies.
        hash_or_name: the hash of the file, the start of it, or the name it was handed in under.
        note: why the lines are right.

    Raises:
        DecisionError: there is no such list, more than one, it has refused lines, it does not wait for an answer, or
            `note` says nothing.
    """
    if not note.strip():
        raise DecisionError("Zeg met --note waarom de lijnen kloppen: zo blijft na te gaan waarom de lijst meetelt.")
    with Register(home.register_path) as register, register.transaction():
        lists = register.via_lists()
        found = _found(lists, hash_or_name)
        _refuse_unless_asked(found, states_of(lists)[found.file.file_hash])
        register.add_via_release(found.file.file_hash, note.strip())
        return found


def _found(lists: list[ViaListRecord], wanted: str) -> ViaListRecord:
    by_hash = [one for one in lists if len(wanted) >= SHORTEST_HASH and one.file.file_hash.startswith(wanted.lower())]
    found = by_hash or [one for one in lists if one.file.file_name == wanted]
    if not found:
        raise DecisionError(f"Er is geen VIA-lijst '{wanted}' ontvangen; 'opvangspiegel status' toont welke wachten.")
    if len(found) > 1:
        hashes = ", ".join(one.file.file_hash[:12] for one in found)
        raise DecisionError(
            f"'{wanted}' kan meer dan één lijst zijn; kies er een met het begin van haar hash: {hashes}."
        )
    return found[0]


def _refuse_unless_asked(one: ViaListRecord, state: ListState) -> None:
    name = one.file.file_name
    if one.is_refused:
        raise DecisionError(
            f"'{name}' heeft geweigerde lijnen; alleen een verbeterde lijst met een hogere versie kan meetellen."
        )
    if state is ListState.COUNTED:
        raise DecisionError(f"'{name}' telt al mee; er valt niets vrij te geven.")
    if state is ListState.REPLACED:
        raise DecisionError(f"'{name}' is vervangen door een latere versie; geef die vrij als ze wacht.")
