"""What a report is made of: sections with findings, a picture or a table, as plain text for the template to lay out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from dashboard import format as belgian
from dashboard import texts_report as texts
from dashboard.language import translated as _

FINDINGS_ON_SLIDE = 5
ROWS_ON_SLIDE = 9


@dataclass(frozen=True)
class Table:
    """Cells as text, with the share of each column in the width and whether it stands to the right.

    A share of 0 is for what does not break, such as a figure: the column is then as wide as what stands in it.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    numeric: Sequence[bool]


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG with its description."""

    svg: str
    alt: str


@dataclass(frozen=True)
class Section:
    """One heading with what stands under it; ``findings`` are pairs of a term and a sentence."""

    title: str
    text: Sequence[str] = ()
    findings: Sequence[tuple[str, str]] = ()
    picture: Picture | None = None
    table: Table | None = None
    note: str = ""
    has_slide: bool = True


@dataclass(frozen=True)
class Report:
    """A whole report; everything in it is text that is shown as it stands."""

    language: str
    title: str
    subtitle: str
    source: str
    demo: str
    page: str
    published_on: tuple[int, int, int]
    sections: Sequence[Section]

    def as_data(self) -> Mapping[str, object]:
        """The report as plain data, for the template."""
        return asdict(self)

    def as_slides(self) -> Report:
        """The report with one slide per section: a picture instead of its table, and not more rows than fit."""
        return replace(self, sections=[_slide(section) for section in self.sections if section.has_slide])


def _slide(section: Section) -> Section:
    table = None if section.picture else section.table
    n_more = max(0, len(section.findings) - FINDINGS_ON_SLIDE)
    if table is not None:
        n_more = max(0, len(table.rows) - ROWS_ON_SLIDE)
        table = replace(table, rows=table.rows[:ROWS_ON_SLIDE])
    note = _(texts.MORE_IN_REPORT).format(n=belgian.number(n_more)) if n_more else ""
    return replace(section, findings=section.findings[:FINDINGS_ON_SLIDE], table=table, note=note or section.note)
