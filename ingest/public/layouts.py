"""The layouts of public files that are recognised, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.checked import CheckedFile
from ingest.public import bulk_measures, fiscal_income, population, price_index, refnis, via_lines


@dataclass(frozen=True, slots=True)
class Layout:
    """How a kind of file is recognised by its first line, and how it is read and checked."""

    is_header: Callable[[Sequence[str]], bool]
    check: Callable[[Path, str, str], CheckedFile]


LAYOUTS = {
    module.KIND: Layout(module.is_header, module.check)
    for module in (refnis, population, fiscal_income, price_index, bulk_measures, via_lines)
}
