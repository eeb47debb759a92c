"""What the page Evolutie reads beside the comparisons: factors to the prices of a year, and units before a merger."""

from __future__ import annotations

import pandas as pd

from tests.dashboard.synthetic_dimensions import YEARS

DEFLATORS = {2023: None, 2024: 1.25, 2025: 1.0}  # the index has no figure for 2023
# What 11099 reported before it merged into 11001, in group care: nothing in 2024 but for its costs.
FORMER_VALUES = {"fte_per_10_places": {2023: 2.0, 2024: None}, "gross_cost_per_place": {2023: 10000.0, 2024: 12000.0}}
PRICE_FUNCTION = """
    create schema functions;
    create macro functions.in_real_prices(amount, deflator) as (amount * deflator)
"""


def deflators() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "year": list(YEARS),
            "indicator_code": "gross_cost_per_place",
            "deflator": [DEFLATORS[year] for year in YEARS],
            "prices_of_year": 2025,
            "index_name": "Proefindex <b>",
            "index_source": "Proefdienst",
            "index_base_year": 2013,
            "index_data_kind": "demo",
        }
    )


def values_as_reported() -> pd.DataFrame:
    rows = [
        ("11099", "11001", year, "group", code, value, "not_submitted" if value is None else "reported")
        for code, by_year in FORMER_VALUES.items()
        for year, value in by_year.items()
    ]
    columns = ["unit_nis_code", "nis_code", "year", "care_type", "indicator_code", "value", "status"]
    return pd.DataFrame(rows, columns=columns)
