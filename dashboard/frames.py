"""The answers of the warehouse as frames in which texts are plain objects."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

# Arrow is made for long columns: the texts of a page are few, and read one by one.
pd.set_option("mode.string_storage", "python")

Column = np.ndarray | pd.Series | pd.api.extensions.ExtensionArray


def frame_of(columns: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """Arrays by name as a frame; masked values are missing, and whole numbers with missing ones stay whole.

    Texts are objects, also where the frame would make columns of their own kind of them.
    """
    return pd.DataFrame({name: _column(values) for name, values in columns.items()})


def _column(values: np.ndarray) -> Column:
    kind, is_masked = values.dtype.kind, isinstance(values, np.ma.MaskedArray)
    if kind == "O":
        return pd.Series(np.where(values.mask, None, values.data) if is_masked else values, dtype=object)
    if not is_masked:
        return values
    if kind in "iu":
        return pd.arrays.IntegerArray(values.data, values.mask)
    if kind == "b":
        return pd.arrays.BooleanArray(values.data, values.mask)
    return values.filled(np.datetime64("NaT") if kind == "M" else np.nan)
