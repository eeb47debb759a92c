"""One definition of the registry, as the method page shows it."""

from collections.abc import Mapping

import streamlit as st

from dashboard import format as belgian
from dashboard import texts
from dashboard.format import plain


def show_definition(row: Mapping[str, object], target: str) -> None:
    """Show one indicator: definition, formula, unit, direction, target, usual range, source, owner, next review."""
    with st.expander(plain(row["label_nl"])):
        st.markdown(plain(row["definition_nl"]))
        facts = _facts(row) | {texts.TARGET: target}
        st.markdown("\n".join(f"- {term}: {plain(meaning)}" for term, meaning in facts.items() if meaning))


def _facts(row: Mapping[str, object]) -> dict[str, str]:
    decimals = int(row["decimals"])
    low, high = belgian.number(row["plausible_min"], decimals), belgian.number(row["plausible_max"], decimals)
    return {
        texts.FORMULA: _text(row["formula_nl"]),
        texts.UNIT: _text(row["unit_nl"]),
        texts.DIRECTION: _text(row["polarity_nl"]),
        texts.PLAUSIBLE: f"{low} tot {high}; daarbuiten vragen we na of het cijfer klopt",
        texts.SOURCE: _text(row["source"]),
        texts.OWNER: _text(row["owner"]),
        texts.NEXT_REVIEW: belgian.day(row["next_review"]),
        texts.CODE: _text(row["indicator_code"]),
    }


def _text(value: object) -> str:
    return "" if belgian.is_missing(value) else str(value)
