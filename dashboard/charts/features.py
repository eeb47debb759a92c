"""What makes peers alike: the authority among its peers on each feature."""

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.charts.drawing import Drawing, calling_for_words, data_named, in_order, kept, title
from dashboard.language import translated as _

ROW_HEIGHT = 46
MIDDLE = 0.5  # where everybody has the same value, all stand in the middle of the row
EDGE, WORDS_WIDTH = 10, 170  # pixels beside the outermost dots: for half a diamond, and for the own value in words


def features_chart(rows: pd.DataFrame, own_name: str) -> Drawing:
    """Draw one row per feature, each on its own scale: the peers as dots, the authority as a diamond.

    Args:
        rows: feature_label, peer_label, own_value, peer_value, own_shown, peer_shown; one row per peer and feature.
        own_name: the authority that the diamond stands for.
    """
    placed = _placed(rows)
    own = placed.drop_duplicates("row").assign(label=lambda rows: rows["feature_label"])
    return Drawing(_form(len(own)), {"peers": placed, "rows": own}, {"title": theme.heading(own_name, None)})


@kept
def _form(n_features: int) -> alt.LayerChart:
    y = in_order(n_features, labelLimit=260)
    tooltip = [alt.Tooltip("peer_label:N", title=_("Bestuur")), alt.Tooltip("peer_shown:N", title=_("Waarde"))]
    dots = data_named("peers").mark_circle(color=theme.PEER, size=60, opacity=0.75)
    own = data_named("rows")
    diamond = own.mark_point(filled=True, color=theme.OWN, **theme.DIAMOND)
    # On a phone the dots have the whole width of a row.
    above = {"expr": f"{theme.IS_NARROW} ? -15 : 0"}
    words = own.mark_text(align="right", fontWeight="bold", color=theme.OWN, fontSize=14, dy=above)
    layers = [
        calling_for_words(),
        own.mark_rule(color=theme.GRID).encode(y=y),
        dots.encode(y=y, x=_place("peer_place"), tooltip=tooltip),
        diamond.encode(y=y, x=_place("own_place")),
        words.encode(y=y, x=alt.XValue("width"), text=alt.Text("own_shown:N")),
    ]
    told = _("Per kenmerk een rij: het bestuur als ruit tussen de besturen die het meest op hem lijken.")
    return theme.sized(alt.layer(*layers), ROW_HEIGHT * n_features, title(), told)


def _place(column: str) -> alt.X:
    end = {"expr": f"width - ({theme.IS_NARROW} ? {EDGE} : {WORDS_WIDTH})"}
    scale = alt.Scale(domain=[0, 1], range=[EDGE, end], nice=False, zero=False)
    return alt.X(f"{column}:Q", axis=None, scale=scale)


def _placed(rows: pd.DataFrame) -> pd.DataFrame:
    """Where each value lies between the lowest and the highest of its feature."""
    both = rows.groupby("feature_label", sort=False)[["own_value", "peer_value"]]
    low = rows["feature_label"].map(both.min().min(axis=1))
    width = rows["feature_label"].map(both.max().max(axis=1)) - low
    places = {
        f"{side}_place": ((rows[f"{side}_value"] - low) / width).where(width > 0, MIDDLE) for side in ("own", "peer")
    }
    order = {label: row for row, label in enumerate(rows["feature_label"].unique())}
    return rows.assign(row=rows["feature_label"].map(order), **places)
