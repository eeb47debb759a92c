"""The layouts of public files that are recognised, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.checked import CheckedFile
from ingest.problems import Problem
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


def check_public_file(kind: str, path: Path, file_name: str, data_kind: str) -> CheckedFile:
    """Read and check a file of a layout; every problem's sentence begins with its line and column."""
    checked = LAYOUTS[kind].check(path, file_name, data_kind)
    return replace(checked, problems=tuple(map(_with_place, checked.problems)))


def _with_place(problem: Problem) -> Problem:
    if problem.row_number is None:
        return problem
    column = f", ‘{problem.header_nl}’" if problem.header_nl else ""
    return replace(problem, message_nl=f"Regel {problem.row_number}{column}: {problem.message_nl}")
