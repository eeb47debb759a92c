"""One section per theme: the picture of the page Overzicht, and its figures as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from dashboard import exports, tables, texts
from dashboard import texts_report as words
from dashboard.charts.position import position_chart
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.queries import benchmarks
from dashboard.report.request import Subject
from dashboard.report.sections import Picture, Section, Table

PICTURE_WIDTH = 720
WIDTHS = (5, 0, 0, 0, 0, 0, 0, 4)


def sections(subject: Subject, indicators: Mapping[str, Indicator], figures: pd.DataFrame) -> Iterator[Section]:
    """The themes in the registry's order."""
    for theme, rows in figures.groupby("theme", sort=False):
        yield Section(
            str(rows["theme_label"].iloc[0]),
            picture=_picture(subject, indicators, rows, str(theme)),
            table=_table(subject, indicators, rows),
            note=_(words.PICTURE_NOTE).format(name=subject.name),
        )


def _picture(subject: Subject, indicators: Mapping[str, Indicator], rows: pd.DataFrame, theme: str) -> Picture:
    peers = benchmarks.peer_values(subject.choice, theme)
    chart = position_chart(rows.reset_index(drop=True), peers, indicators, subject.name)
    words_beside = {"name": subject.name, "n": len(rows), "group": subject.peer_group.lower()}
    return Picture(exports.bare_svg(chart, PICTURE_WIDTH), _(texts.POSITION_ALT).format(**words_beside))


def _table(subject: Subject, indicators: Mapping[str, Indicator], rows: pd.DataFrame) -> Table:
    """The table of the page with the value of the year before, without what an A4 has no room for."""
    full = tables.benchmark_table(rows, indicators, subject.name)
    kept = full.drop(columns=[_("Groep (som/som)"), _("Met cijfer")])
    before = [
        indicators[str(code)].show(value)
        for code, value in zip(rows["indicator_code"], rows["value_before"], strict=True)
    ]
    kept.insert(2, str(subject.choice.year - 1), before)
    cells = [[str(cell) for cell in row] for row in kept.itertuples(index=False)]
    numeric = [False, True, True, False, True, True, True, False]
    return Table([str(head) for head in kept.columns], cells, WIDTHS, numeric)
