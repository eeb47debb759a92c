"""One definition of the registry, as the method page shows it."""

from collections.abc import Mapping

import streamlit as st

from dashboard import format as belgian
from dashboard import texts
from dashboard.format import plain
from dashboard.language import translated as _


def show_definition(row: Mapping[str, object], target: str) -> None:
    """Show one indicator: definition, formula, unit, direction, target, usual range, source, owner, next review."""
    with st.expander(plain(row["label"])):
        st.markdown(plain(row["definition"]))
        facts = _facts(row) | {_(texts.TARGET): target}
        st.markdown("\n".join(f"- {term}: {plain(meaning)}" for term, meaning in facts.items() if meaning))


def _facts(row: Mapping[str, object]) -> dict[str, str]:
    decimals = int(row["decimals"])
    low, high = belgian.number(row["plausible_min"], decimals), belgian.number(row["plausible_max"], decimals)
    return {
        _(texts.FORMULA): _text(row["formula"]),
        _(texts.UNIT): _text(row["unit"]),
        _(texts.DIRECTION): _text(row["polarity_label"]),
        _(texts.PLAUSIBLE): _(texts.PLAUSIBLE_RANGE).format(low=low, high=high),
        _(texts.SOURCE): _text(row["source"]),
        _(texts.OWNER): _text(row["owner"]),
        _(texts.NEXT_REVIEW): belgian.day(row["next_review"]),
        _(texts.CODE): _text(row["indicator_code"]),
    }


def _text(value: object) -> str:
    return "" if belgian.is_missing(value) else str(value)
