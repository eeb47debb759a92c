"""Who the peers are and why, in words; and a group as a whole among its kind."""

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard import format as belgian
from dashboard import texts_peers as texts
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.language import translated_count, translated_values


def nearest(own_name: str, peers: pd.DataFrame, features: Sequence[str], quality: str | None) -> str:
    """Introduce the nearest peers: how many, on what, who is nearest, and how good the match is."""
    if peers.empty:
        return _(texts.NO_NEAREST).format(name=own_name)
    told = _(texts.NEAREST).format(n=belgian.number(len(peers)), name=own_name, features=joined(features))
    named = peers["name"].dropna()
    first = "" if named.empty else " " + _(texts.NEAREST_NAMED).format(peer=named.iloc[0])
    remark = translated_values(texts.MATCH_QUALITIES).get(quality or "", "")
    return f"{told}{first} {remark}".strip()


def joined(words: Sequence[str]) -> str:
    """Join words as people do: 'plaatsen, inkomen en inwoners'."""
    small = [word[0].lower() + word[1:] for word in words]
    if len(small) < 2:
        return "".join(small)
    return _("{first} en {last}").format(first=", ".join(small[:-1]), last=small[-1])


def unnamed(peers: pd.DataFrame) -> str:
    """Say how many of the peers are not named, and so cannot be chosen; an empty text where all are."""
    n = int(peers["name"].isna().sum())
    if n == 0:
        return ""
    return translated_count(texts.UNNAMED_PEER, texts.UNNAMED_PEERS, n).format(n=belgian.number(n))


def group(indicator: Indicator, row: Mapping[str, object]) -> str:
    """A group as a whole among its kind, and the spread inside it."""
    if belgian.is_missing(row["weighted_mean"]):
        reason = translated_values(texts.GROUP_REASONS).get(str(row["reason"]), "")
        told = _(texts.GROUP_WITHOUT).format(label=row["label"], reason=reason)
    else:
        told = _(texts.GROUP_WHOLE).format(label=row["label"], value=indicator.show(row["weighted_mean"]))
    if not belgian.is_missing(row["rank"]):
        told += " " + _(texts.GROUP_RANK).format(rank=belgian.number(row["rank"]), n=belgian.number(row["n_groups"]))
    if not belgian.is_missing(row["median"]):
        told += " " + _(texts.GROUP_INSIDE).format(
            n=belgian.number(row["n_values"]),
            total=belgian.number(row["n_authorities"]),
            low_and_high=indicator.between(row["p25"], row["p75"]),
            median=indicator.show(row["median"]),
        )
    return told
