"""The layers hold: by import-linter's contracts, and by what a page may contain."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT_ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((PROJECT_ROOT / "dashboard" / "app_pages").glob("*.py"))
MOST_LINES_OF_A_PAGE = 80
SQL = re.compile(r"\bselect\b.+\bfrom\b|\binsert\s+into\b|\bcreate\s+(table|view)\b", re.IGNORECASE | re.DOTALL)
ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)
CALCULATING_NAMES = {"sum", "round", "min", "max", "mean", "median", "quantile", "abs", "agg", "rank", "pct_change"}


def test_the_import_contracts_hold() -> None:
    linter = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True))"
    checked = subprocess.run(
        [sys.executable, "-c", linter], cwd=PROJECT_ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )

    assert checked.returncode == 0, checked.stdout


def test_there_are_pages() -> None:
    assert len(PAGES) >= 5


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_short(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_OF_A_PAGE


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_holds_no_sql(page: Path) -> None:
    assert not sql_in(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_holds_no_arithmetic(page: Path) -> None:
    assert not list(arithmetic_in(page.read_text(encoding="utf-8")))


def test_sql_in_a_page_would_be_seen() -> None:
    assert sql_in('ask("select value\\nfrom marts.fct_measures")')
    assert not sql_in('st.selectbox("Kies", ["uit de lijst"])')


def test_arithmetic_in_a_page_would_be_seen() -> None:
    assert list(arithmetic_in("share = value / total"))
    assert list(arithmetic_in("total += value"))
    assert list(arithmetic_in("middle = values.median()"))
    assert list(arithmetic_in("low = min(values)"))
    assert not list(arithmetic_in("title = f'{label} ({unit})'\nname: str | None = None"))


def sql_in(code: str) -> list[str]:
    """The texts of a module that look like SQL."""
    constants = (node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant))
    return [text for text in constants if isinstance(text, str) and SQL.search(text)]


def arithmetic_in(code: str) -> Iterator[str]:
    """The places of a module where something is calculated."""
    for node in ast.walk(ast.parse(code)):
        is_operation = isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ARITHMETIC)
        if is_operation or (isinstance(node, ast.Call) and _called_name(node) in CALCULATING_NAMES):
            yield f"line {node.lineno}: {ast.unparse(node)}"


def _called_name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
