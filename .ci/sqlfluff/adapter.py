"""What dbt calls `adapter`, as far as the linter needs it to render a model."""

from __future__ import annotations

from collections.abc import Callable

QUERIES = frozenset({"ranked_pairs"})
"""Macros that stand for a whole query about their first argument, and not for an expression."""


def dispatch(name: str, *_: object, **__: object) -> Callable[..., str]:
    """Stand in for a macro that each engine has its own version of: a call of a function of that name."""
    if name in QUERIES:
        return lambda relation, *_arguments: f"select * from {relation}"  # noqa: S608  # linted, never run
    return lambda *arguments, **named: f"{name}({', '.join(str(one) for one in (*arguments, *named.values()))})"
