"""What `check --preview` says: the figures that would follow from a submission, before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ingest.checked import CheckedFile
    from ingest.preview import Preview, PreviewFigure, PreviewPlace

WithPreview = Annotated[
    bool, typer.Option("--preview", help="Toon ook de cijfers die zouden volgen, naast die van vergelijkbare besturen.")
]
_TOTAL, _PEERS = "all", "nearest"
_HEADERS = ("indicator", "nu", "vorig jaar", "mediaan (p25 tot p75)", "plaats", "oordeel")


def previews_of(checked: Sequence[CheckedFile]) -> tuple[list[Preview], list[str]]:
    """The preview of each submission among checked files, and in Dutch why there is none of the others."""
    from ingest.home import home_from_environment
    from ingest.preview import PreviewError, preview

    previews, reasons = [], []
    for one in checked:
        try:
            previews.append(preview(home_from_environment(), one))
        except PreviewError as error:
            reasons.append(str(error))
    return previews, reasons


def show_previews(previews: Sequence[Preview]) -> None:
    """Show per submission the figures over all types of care; `--json` has those per type of care too."""
    from ingest import console

    for one in previews:
        places = {(place.indicator_code, place.care_type): place for place in one.places if place.peer_group == _PEERS}
        rows = [
            _row(figure, places[figure.indicator_code, _TOTAL])
            for figure in one.figures
            if figure.care_type == _TOTAL and figure.status != "not_applicable"
        ]
        title = f"{one.nis_code}, {one.year}: wat zou volgen, naast de meest vergelijkbare besturen"
        console.show_table(title, _HEADERS, rows)


def _row(figure: PreviewFigure, place: PreviewPlace) -> tuple[str | None, ...]:
    from ingest.codelists import codelist, seed_rows

    indicator = next(row for row in seed_rows("indicators") if row["indicator_code"] == figure.indicator_code)
    decimals = int(indicator["decimals"])
    return (
        f"{indicator['label_nl']} ({indicator['unit_nl']})",
        _number(figure.value, decimals) or codelist("status").labels[figure.status],
        _number(figure.last_year_value, decimals),
        _spread(place, decimals),
        f"{place.rank} van {place.n_peers + 1}" if place.rank is not None else None,
        codelist("judgement").labels[place.judgement],
    )


def _spread(place: PreviewPlace, decimals: int) -> str | None:
    if place.median is None:
        return None
    median, lower, upper = (_number(value, decimals) for value in (place.median, place.p25, place.p75))
    return f"{median} ({lower} tot {upper})"


def _number(value: float | None, decimals: int) -> str | None:
    from ingest.cells.shown import shown_grouped

    return None if value is None else shown_grouped(value, decimals)
