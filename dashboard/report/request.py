"""What somebody asks a report of, held against the publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard import texts_peers
from dashboard import texts_report as texts
from dashboard.language import translated as _
from dashboard.queries import lists
from dashboard.queries.benchmarks import OWN_SELECTION, Choice


class ReportError(Exception):
    """There can be no such report; the message is a sentence in the language of the reader."""


@dataclass(frozen=True)
class Subject:
    """A choice that the publication knows, with the words that go with it."""

    choice: Choice
    name: str
    care_type: str
    peer_group: str
    peer_definition: str


def subject_of(choice: Choice) -> Subject:
    """Give a choice its words.

    Raises:
        ReportError: the publication has no such authority, year, type of care, group or peer.
    """
    authorities = lists.authorities()
    if choice.nis_code not in authorities:
        raise ReportError(_unknown_authority(choice.nis_code, authorities))
    years = lists.years()
    if choice.year not in years:
        raise ReportError(_(texts.UNKNOWN_YEAR).format(asked=choice.year, known=_listed(years)))
    care_types = lists.care_types()
    if choice.care_type not in care_types:
        raise ReportError(_(texts.UNKNOWN_CARE_TYPE).format(asked=choice.care_type, known=_listed(care_types)))
    label, definition = _group(choice)
    return Subject(choice, authorities[choice.nis_code], care_types[choice.care_type], label, definition)


def _group(choice: Choice) -> tuple[str, str]:
    if choice.peer_group == OWN_SELECTION:
        known = lists.named_authorities().keys() - {choice.nis_code}
        strangers = [code for code in choice.peers if code not in known]
        if strangers or not choice.peers:
            raise ReportError(_(texts.UNKNOWN_PEERS).format(asked=_listed(strangers) or "–"))
        label = _(texts_peers.OWN_SELECTION).format(n=len(set(choice.peers)))
        return label, _(texts_peers.OWN_SELECTION_DEFINITION)
    found = lists.peer_groups()
    labels = _labels(found, "peer_group", "label")
    if choice.peer_group not in labels:
        raise ReportError(_(texts.UNKNOWN_GROUP).format(asked=choice.peer_group, known=_listed(labels)))
    return labels[choice.peer_group], _labels(found, "peer_group", "definition")[choice.peer_group]


def _unknown_authority(nis_code: str, authorities: Mapping[str, str]) -> str:
    successor = lists.todays_nis_code(nis_code)
    if successor is None:
        return _(texts.UNKNOWN_AUTHORITY).format(asked=nis_code)
    return _(texts.MERGED_AUTHORITY).format(asked=nis_code, successor=authorities[successor], code=successor)


def _labels(frame: pd.DataFrame, code: str, label: str) -> dict[str, str]:
    return dict(zip(frame[code].astype(str), frame[label].astype(str), strict=True))


def _listed(codes: object) -> str:
    return ", ".join(str(code) for code in codes)  # type: ignore[attr-defined]
