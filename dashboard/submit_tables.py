"""The sentences and tables of the page Inzenden, out of what the check found and the register knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from dashboard import format as belgian
from dashboard import texts as common
from dashboard import texts_submit as texts
from dashboard.format import plain
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.language import translated_count, translated_values
from ingest.problem_groups import mend_nl

if TYPE_CHECKING:
    from ingest.handing_in_records import CheckedDrop, SentVersion
    from ingest.preview import Preview, PreviewFigure, PreviewPlace
    from ingest.problems import Problem
    from ingest.register_remark_records import Place

HASH_SHOWN = 12
NOT_APPLICABLE, REPORTED = "not_applicable", "reported"


def recognised(found: CheckedDrop) -> str:
    """Whose submission a file is and what was read of it, as Markdown."""
    who = found.identity
    if who is None:
        return _(texts.NOT_RECOGNISED)
    words = [_(texts.RECOGNISED).format(
        name=plain(who.authority_name), nis_code=plain(who.nis_code), year=who.year, version=plain(who.contract_version)
    )]  # fmt: skip
    sheets = [
        translated_count(texts.SHEET_ROW, texts.SHEET_ROWS, n).format(sheet=name, n=belgian.number(n))
        for name, n in found.sheets
    ]
    if sheets:
        share = belgian.percentage(found.n_filled_cells / found.n_required_cells if found.n_required_cells else None)
        words += [_(texts.READ).format(sheets=", ".join(sheets)), _(texts.FILLED).format(share=share)]
    return " ".join(words)


def summary(problems: Sequence[Problem], labels: Mapping[str, str]) -> str:
    """How many problems there are of which severity and what that means, as Markdown."""
    if not problems:
        return _(texts.ALL_WELL)
    counted = Counter(problem.severity for problem in problems)
    present = [code for code in labels if counted[code]]
    kinds = ", ".join(f"{belgian.number(counted[code])}\u00a0× {labels[code]}" for code in present)
    told = translated_count(texts.PROBLEM, texts.PROBLEMS, len(problems)).format(n=len(problems), kinds=kinds)
    return " ".join([told, *(translated_values(texts.CONSEQUENCES)[code] for code in present)])


def problems_table(problems: Iterable[Problem], labels: Mapping[str, str]) -> pd.DataFrame:
    """Every problem on a line, as plain text."""
    rows = [
        {
            _("Ernst"): labels[problem.severity],
            _("Tabblad"): problem.sheet_nl or "",
            _("Rij"): "" if problem.row_number is None else str(problem.row_number),
            _("Kolom"): problem.header_nl or "",
            _("Wat is er aan de hand"): problem.message_nl,
            _("Gevonden"): problem.found or "",
            _("Verwacht"): problem.expected or "",
            _("Hoe herstellen"): mend_nl(problem.rule_code),
        }
        for problem in problems
    ]
    return pd.DataFrame(rows)


def preview_table(
    found: Preview,
    care_type: str,
    peer_group: str,
    indicators: Mapping[str, Indicator],
    judgements: Mapping[str, str],
    statuses: Mapping[str, str],
) -> pd.DataFrame:
    """One row per indicator of a type of care: as it would be, last year, as published now, and the peers."""
    places = {place.indicator_code: place for place in found.places
              if (place.care_type, place.peer_group) == (care_type, peer_group)}  # fmt: skip
    rows = [
        _preview_row(figure, indicators[figure.indicator_code], places.get(figure.indicator_code), judgements, statuses)
        for figure in found.figures
        if figure.care_type == care_type and figure.status != NOT_APPLICABLE and figure.indicator_code in indicators
    ]
    return pd.DataFrame(rows)


def _preview_row(
    figure: PreviewFigure,
    indicator: Indicator,
    place: PreviewPlace | None,
    judgements: Mapping[str, str],
    statuses: Mapping[str, str],
) -> dict[str, str]:
    status = statuses[figure.status]
    would_be = status if figure.value is None else indicator.show(figure.value)
    middle = place is not None and place.p25 is not None
    return {
        _(common.INDICATOR): indicator.label,
        _(texts.WOULD_BE): would_be if figure.value is None or figure.status == REPORTED else f"{would_be} ({status})",
        _(texts.LAST_YEAR): indicator.show(figure.last_year_value),
        _(texts.PUBLISHED_NOW): indicator.show(figure.published_value),
        _("Mediaan"): indicator.show(place.median if place else None),
        _("Middelste helft"): _middle_half(place, indicator) if middle else "",
        _("Oordeel"): judgements[place.judgement] if place else "",
    }


def _middle_half(place: PreviewPlace, indicator: Indicator) -> str:
    return _("{low} tot {high}").format(low=indicator.bare(place.p25), high=indicator.bare(place.p75))


def versions_table(versions: Iterable[SentVersion]) -> pd.DataFrame:
    """The versions that were sent, with their state, as plain text."""
    states = translated_values(common.SUBMISSION_STATUSES)
    rows = [
        {
            _("Versie"): str(one.submission.version),
            _("Bestuur"): one.submission.authority_name,
            _(common.STATUS): states[one.state],
            _("Toelichting"): one.note,
            _("Ontvangen op"): f"{one.submission.file.received_on:%d/%m/%Y}",
            _("Bestand"): one.submission.file.file_name,
            _("Opmerkingen"): belgian.number(one.submission.file.counts.total),
            _("Kenmerk"): one.submission.file.file_hash[:HASH_SHOWN],
        }
        for one in versions
    ]
    table = pd.DataFrame(rows)
    return table if table[_("Toelichting")].any() else table.drop(columns=_("Toelichting"))


def about(place: Place, sheets: Mapping[str, str], indicators: Mapping[str, Indicator]) -> str:
    """What a question is about, in words that follow the version; empty for the version as a whole."""
    if place.indicator_code:
        known = indicators.get(place.indicator_code)
        return _(texts.ABOUT).format(place=known.label if known else place.indicator_code)
    parts = [
        _(words).format(**{name: value})
        for words, name, value in (
            (texts.ABOUT_SHEET, "sheet", sheets.get(place.sheet or "", place.sheet)),
            (texts.ABOUT_ROW, "row", place.row_number),
            (texts.ABOUT_COLUMN, "column", place.column_name),
        )
        if value is not None
    ]
    return _(texts.ABOUT).format(place=", ".join(parts)) if parts else ""
