"""Which pages the dashboard has, and where."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"


@cache
def page_addresses() -> tuple[str, ...]:
    """The addresses of the pages as the navigation of the app has them, so that none can be forgotten."""
    return tuple(_addresses(ast.parse(APP.read_text(encoding="utf-8"))))


def _addresses(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "Page":
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            if "visibility" not in given:
                address = given.get("url_path")
                yield str(address.value) if isinstance(address, ast.Constant) else ""
