"""Pictures come first: what takes its time beside them is drawn in its own place once all of them stand."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial, wraps
from typing import ParamSpec

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

Settings = ParamSpec("Settings")

_waiting: ContextVar[deque[tuple[DeltaGenerator, Callable[[], None]]] | None] = ContextVar("waiting", default=None)


def afterwards(draw: Callable[Settings, None]) -> Callable[Settings, None]:
    """Let a part of a page keep its place and wait there until the pictures stand."""

    @wraps(draw)
    def keep_place(*args: Settings.args, **kwargs: Settings.kwargs) -> None:
        waiting = _waiting.get()
        if waiting is None:
            draw(*args, **kwargs)
        else:
            waiting.append((st.container(), partial(draw, *args, **kwargs)))

    return keep_place


@contextmanager
def pictures_first() -> Iterator[None]:
    """Within it parts of a page wait; at its end, also when the page fails, each is drawn in its place."""
    waiting: deque[tuple[DeltaGenerator, Callable[[], None]]] = deque()
    _waiting.set(waiting)
    try:
        yield
    finally:
        while waiting:
            place, draw = waiting.popleft()
            with place:
                draw()
        _waiting.set(None)
