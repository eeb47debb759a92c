"""Money as a flow: a column of blocks per stage, ribbons between them as wide as the euros."""

from collections.abc import Callable
from textwrap import wrap

import altair as alt
import pandas as pd

from dashboard.charts import theme
from dashboard.language import translated as _

EURO_HEIGHT = 330  # pixels that the euros of the largest stage fill
LINE_HEIGHT = 14
LINE_WIDTH = 18  # letters
GAP = 6
LAST_ROOM = 0.8  # stages of room for the words behind the last one
BLOCK_WIDTH = 0.018
CURVE_POINTS = 17


def flow_chart(links: pd.DataFrame, shown: Callable[[float], str]) -> alt.LayerChart:
    """Draw links between stages; every block carries its name and its euros.

    Args:
        links: from_stage, from_label, to_stage, to_label, amount_eur, shown; one row per pair, in order. A block has
            the larger of what comes in and what goes out.
        shown: writes the euros beside a block.
    """
    stages = list(dict.fromkeys([*links["from_stage"], *links["to_stage"]]))
    blocks = _blocks(links, stages, shown)
    height = float(blocks["lowest"].iloc[0])
    ribbons = _ribbons(links, blocks, stages)
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    tooltip = [alt.Tooltip("link:N", title=_("Van en naar")), alt.Tooltip("shown:N", title=_("Bedrag"))]
    areas = alt.Chart(ribbons).mark_area(color=theme.INNER_BAND, opacity=0.55, stroke="white", strokeWidth=0.5)
    drawn = alt.Chart(blocks)
    size = _font_size(len(stages))
    beside = theme.with_halo(
        drawn, align="left", baseline="middle", dx=5, fontSize=size, lineBreak="\n", lineHeight=LINE_HEIGHT - 1
    )
    label = {"x": alt.X("right:Q"), "y": "middle:Q", "text": "words:N"}
    layers = [
        areas.encode(x=x, y=y, y2="y2:Q", detail="link:N", tooltip=tooltip),
        drawn.mark_rect(color=theme.MEDIAN).encode(x=x, x2="right:Q", y=alt.Y("top:Q"), y2="bottom:Q"),
        *beside(**label),
    ]
    return theme.sized(alt.layer(*layers), int(height))


def _font_size(n_stages: int) -> alt.ExprRef:
    """On a narrow screen the words get smaller, so that they stay within their stage."""
    return alt.ExprRef(f"clamp(width / {n_stages} / 8.6, 8, 12)")


def _blocks(links: pd.DataFrame, stages: list[str], shown: Callable[[float], str]) -> pd.DataFrame:
    """The blocks with their words and their place: across as a part of the width, down in pixels."""
    incoming = links.groupby(["to_stage", "to_label"], sort=False)["amount_eur"].sum()
    outgoing = links.groupby(["from_stage", "from_label"], sort=False)["amount_eur"].sum()
    incoming.index.names = outgoing.index.names = ["stage", "label"]
    sizes = pd.concat([outgoing, incoming], axis=1).astype(float).max(axis=1).rename("amount").reset_index()
    scale = EURO_HEIGHT / sizes.groupby("stage")["amount"].sum().max()
    words = [
        "\n".join([*wrap(label, LINE_WIDTH, break_long_words=False), shown(amount)])
        for label, amount in zip(sizes["label"], sizes["amount"], strict=True)
    ]
    blocks = sizes.assign(words=words, height=sizes["amount"] * scale, scale=scale)
    columns = [_column(blocks[blocks["stage"] == stage], place, len(stages)) for place, stage in enumerate(stages)]
    lowest = max(float(column["end"].max()) for column in columns)
    return pd.concat([_centred(column, lowest) for column in columns])


def _column(column: pd.DataFrame, place: int, n_stages: int) -> pd.DataFrame:
    """One stage: its blocks below each other, each with room for its words."""
    room = column["words"].str.count("\n").add(1) * LINE_HEIGHT
    slots = pd.concat([column["height"], room], axis=1).max(axis=1) + GAP
    top = slots.cumsum() - slots + (slots - column["height"]) / 2
    left = place * (1 - LAST_ROOM / n_stages) / (n_stages - 1)
    return column.assign(x=left, right=left + BLOCK_WIDTH, top=top, end=slots.cumsum())


def _centred(column: pd.DataFrame, lowest: float) -> pd.DataFrame:
    top = column["top"] + (lowest - column["end"].max()) / 2
    bottom = top + column["height"]
    return column.assign(top=top, bottom=bottom, middle=(top + bottom) / 2, lowest=lowest)


def _ribbons(links: pd.DataFrame, blocks: pd.DataFrame, stages: list[str]) -> pd.DataFrame:
    """The edges of each ribbon, sampled along a smooth step from block to block."""
    places = blocks.set_index(["stage", "label"]).to_dict("index")
    used: dict[tuple[str, str, str], float] = {}
    drawn = []
    ordered = sorted(links.to_dict("records"), key=lambda link: stages.index(str(link["from_stage"])))
    for link in ordered:
        ends = []
        for side in ("from", "to"):
            block = (str(link[f"{side}_stage"]), str(link[f"{side}_label"]))
            height = float(link["amount_eur"]) * places[block]["scale"]
            start = places[block]["top"] + used.get((side, *block), 0.0)
            used[(side, *block)] = used.get((side, *block), 0.0) + height
            ends.append((places[block]["right" if side == "from" else "x"], start, start + height))
        drawn.extend(_sampled(ends[0], ends[1], f"{link['from_label']} → {link['to_label']}", str(link["shown"])))
    return pd.DataFrame(drawn)


def _sampled(
    start: tuple[float, float, float], end: tuple[float, float, float], name: str, shown: str
) -> list[dict[str, object]]:
    """Points along one ribbon: flat at both ends, steepest in the middle."""
    points = []
    for number in range(CURVE_POINTS):
        part = number / (CURVE_POINTS - 1)
        bend = part * part * (3 - 2 * part)
        across = [begin + (finish - begin) * bend for begin, finish in zip(start[1:], end[1:], strict=True)]
        x = start[0] + (end[0] - start[0]) * part
        points.append({"x": x, "y": across[0], "y2": across[1], "link": name, "shown": shown})
    return points
