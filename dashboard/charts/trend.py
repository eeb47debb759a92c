"""One indicator through the years: the own line in the band of the peers, breaks marked, former units beside it."""

import json

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.charts.drawing import Drawing, calling_for_words, data_named, kept, word, words
from dashboard.indicators import Indicator
from dashboard.language import marked
from dashboard.language import translated as _

INNER = marked("middelste helft van de groep")
OUTER = marked("middelste 80 % van de groep")
MEDIAN = marked("mediaan van de groep")
# The legend names the form beside the colour: the own diamonds, and the dashes of the median.
FORMS = f"datum.index ? ['', '- - ', '', ''][datum.index] + datum.label : '◆ ' + {word('own')}"
OWN_LINE = "own"  # the series of the authority; its name is a word
FORMER = "former"  # with its place behind it, the word that names a former unit
FORMER_NAME = f"{words()}['{FORMER}' + datum.value]"
# Each former unit has a form, a dash and a colour of its own; beyond these they come back.
FORMER_SHAPES = ("triangle-up", "square", "circle", "triangle-down")
FORMER_DASHES = ([2, 3], [8, 3, 2, 3], [12, 4], [5, 2])


def trend_chart(
    series: pd.DataFrame,
    breaks: pd.DataFrame,
    indicator: Indicator,
    own_name: str,
    former: pd.DataFrame | None = None,
) -> Drawing:
    """Draw the own values over the peers' p10-p90 and p25-p75 bands and their median.

    Args:
        series: year, value, status, p10, p25, median, p75, p90, shown, point_label, shown_median.
        breaks: year, label: the years in which the figures before and after cannot simply be compared.
        indicator: gives the chart its title and the axis its format.
        own_name: the authority the line belongs to.
        former: year, series, value, status_label, shown: municipalities of before a merger, each with its own line.
    """
    names = [] if former is None else list(dict.fromkeys(former.loc[former["value"].notna(), "series"]))
    frames = {"series": series.assign(name=own_name, line=OWN_LINE)}
    if not breaks.empty:
        frames["breaks"] = breaks
    if names:
        shown = former[former["series"].isin(names)]
        frames["former"] = shown.assign(place=shown["series"].map(names.index))
    form = _form(indicator, series["year"].nunique(), not breaks.empty, len(names))
    told = {"own": own_name} | {f"{FORMER}{place}": name for place, name in enumerate(names)}
    return Drawing(form, frames, told)


@kept
def _form(indicator: Indicator, n_years: int, has_breaks: bool, n_former: int) -> alt.LayerChart:
    base = data_named("series")
    layers = [
        _area(_called(base, _(OUTER)), "p10", "p90", indicator),
        _area(_called(base, _(INNER)), "p25", "p75", indicator),
        *(_breaks(n_years) if has_breaks else []),
        _line(_called(base, _(MEDIAN)), "median", [7, 4], indicator),
        _line(base, "value", [1, 0], indicator),
        calling_for_words(),
    ]
    points = _points(base, indicator)
    drawn = _together(layers, _former(n_former, indicator), points) if n_former else alt.layer(*layers, *points)
    told = _("Een lijn met de waarden van het bestuur door de jaren, over de banden van zijn groep en hun mediaan.")
    return theme.sized(drawn, 320, theme.wrapped(indicator.axis_title, 70), told)


def _together(*groups: list[alt.Chart]) -> alt.LayerChart:
    """Groups of layers over one another, each with a legend of its own."""
    stacked = alt.layer(*(alt.layer(*group) for group in groups))
    return stacked.resolve_scale(color="independent", shape="independent")


def _year() -> alt.X:
    return alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelFontSize=14))


def _value(column: str, indicator: Indicator) -> alt.Y:
    axis = alt.Axis(format=indicator.axis_format)
    return alt.Y(f"{column}:Q", title=None, axis=axis, scale=alt.Scale(zero=False, padding=18))


def _called(base: alt.Chart, name: str) -> alt.Chart:
    """Give every row the name under which the layer stands in the legend, in place of the authority's."""
    return base.transform_calculate(line=json.dumps(name))


def _colour() -> alt.Color:
    scale = alt.Scale(
        domain=[OWN_LINE, _(MEDIAN), _(INNER), _(OUTER)],
        range=[theme.OWN, theme.MEDIAN, theme.INNER_BAND, theme.OUTER_BAND],
    )
    legend = theme.legend(205, symbolType="square", symbolOpacity=1, labelExpr=FORMS)
    return alt.Color("line:N", scale=scale, legend=legend)


def _area(base: alt.Chart, low: str, high: str, indicator: Indicator) -> alt.Chart:
    area = base.mark_area(opacity=1)
    return area.encode(x=_year(), y=_value(low, indicator), y2=alt.Y2(high), color=_colour())


def _line(base: alt.Chart, column: str, dash: list[int], indicator: Indicator) -> alt.Chart:
    line = base.mark_line(strokeDash=dash, strokeWidth=2.5)
    return line.encode(x=_year(), y=_value(column, indicator), color=_colour())


def _points(base: alt.Chart, indicator: Indicator) -> list[alt.Chart]:
    """Filled where the value was reported, hollow where it has another status."""
    tooltip = [
        alt.Tooltip("name:N", title=_("Bestuur")),
        alt.Tooltip("year:O", title=_("Jaar")),
        alt.Tooltip("shown:N", title=_("Waarde")),
        alt.Tooltip("shown_median:N", title=_("Mediaan")),
        alt.Tooltip("status_label:N", title=_("Stand")),
    ]
    point = {"shape": "diamond", "size": 170, "stroke": theme.OWN, "strokeWidth": 2, "opacity": 1}
    where = {"x": _year(), "y": _value("value", indicator), "tooltip": tooltip}
    full = base.transform_filter("datum.status == 'reported'").mark_point(fill=theme.OWN, **point)
    hollow = base.transform_filter("datum.status != 'reported'").mark_point(fill="white", **point)
    labels = theme.with_halo(base, dy=-18, fontWeight="bold", color=theme.OWN)(
        x=_year(), y=_value("value", indicator), text=alt.Text("point_label:N")
    )
    return [*labels, full.encode(**where), hollow.encode(**where)]


def _breaks(n_years: int) -> list[alt.Chart]:
    """A line halfway between the last year before a break and the first one after it."""
    base = data_named("breaks")
    halfway = alt.ExprRef(f"-width / {2 * n_years}")
    line = base.mark_rule(color=theme.MUTED, strokeDash=[2, 3], xOffset=halfway).encode(x=_year())
    words = {"text": _("breuk"), "dy": 8, "dx": 4, "align": "left", "color": theme.MUTED, "fontSize": 12}
    mark = base.mark_text(**words, xOffset=halfway).encode(
        x=_year(), y=alt.YValue(0), tooltip=alt.Tooltip("label:N", title=_("Breuk"))
    )
    return [line, mark]


def _former(n_former: int, indicator: Indicator) -> list[alt.Chart]:
    """The own line of each municipality that merged, by its own figures: told apart by form, dash and name.

    One without any figure has no line and stands in no legend; a year without figure interrupts the line.
    """
    base = data_named("former").encode(x=_year(), y=_value("value", indicator))
    # Lines stay out of the legend: their dashes would be drawn around its symbols.
    lines = [
        base.transform_filter(alt.FieldEqualPredicate(field="place", equal=place)).mark_line(
            color=_in_turn(theme.FORMER, place), strokeDash=_in_turn(FORMER_DASHES, place), strokeWidth=2
        )
        for place in range(n_former)
    ]
    return [*lines, _former_points(base, n_former)]


def _former_points(base: alt.Chart, n_former: int) -> alt.Chart:
    """The figures of the former units, with the legend that names them."""
    tooltip = [
        alt.Tooltip("series:N", title=_("Gemeente")),
        alt.Tooltip("year:O", title=_("Jaar")),
        alt.Tooltip("shown:N", title=_("Waarde")),
        alt.Tooltip("status_label:N", title=_("Stand")),
    ]
    places = list(range(n_former))
    colours = alt.Scale(domain=places, range=[_in_turn(theme.FORMER, place) for place in places])
    shapes = alt.Scale(domain=places, range=[_in_turn(FORMER_SHAPES, place) for place in places])
    named = {"title": _("Zoals ingediend vóór de fusie"), "titleLimit": 320, "labelExpr": FORMER_NAME}
    legend = theme.legend(205, orient="bottom", symbolStrokeWidth=2, **named)
    return base.mark_point(size=90, fill="white", strokeWidth=2, opacity=1).encode(
        color=alt.Color("place:N", scale=colours, legend=legend),
        shape=alt.Shape("place:N", scale=shapes, legend=legend),
        tooltip=tooltip,
    )


def _in_turn(values: tuple, place: int) -> object:
    return values[place % len(values)]
