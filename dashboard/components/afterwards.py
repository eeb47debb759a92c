"""Pictures come first: what takes its time beside them is drawn in its own place once all of them stand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial, wraps
from typing import ParamSpec

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

Settings = ParamSpec("Settings")

# Seconds in which a browser can draw the pictures before the rest comes: what comes meanwhile it would draw with them.
BREATH = 0.08


@dataclass
class _Waiting:
    """The parts of one run, each with its place, and whether the page drew a picture."""

    parts: list[tuple[DeltaGenerator, Callable[[], None]]] = field(default_factory=list)
    has_picture: bool = False


_waiting: ContextVar[_Waiting | None] = ContextVar("waiting", default=None)


def afterwards(draw: Callable[Settings, None]) -> Callable[Settings, None]:
    """Let a part of a page keep its place and wait there until the pictures stand.

    A place is a container, which a browser goes through at every change: parts that stand below each other are better
    one part. A part of a part that waits needs no place of its own, and is drawn with it.
    """

    @wraps(draw)
    def keep_place(*args: Settings.args, **kwargs: Settings.kwargs) -> None:
        if _waiting.get() is None:
            draw(*args, **kwargs)
        else:
            fill_afterwards(st.container(), partial(draw, *args, **kwargs))

    return keep_place


def fill_afterwards(place: DeltaGenerator, draw: Callable[[], None]) -> None:
    """Fill a container that the page needs anyway once the pictures stand; at once where nothing waits."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting.parts.append((place, draw))
        return
    with place:
        draw()


def picture_drawn() -> None:
    """Tell that the page has a picture, for which the rest leaves the browser time."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting.has_picture = True


@contextmanager
def pictures_first() -> Iterator[None]:
    """Within it parts of a page wait; at its end, also when the page fails, each is drawn in its place."""
    waiting = _Waiting()
    _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.set(None)
        if waiting.has_picture:
            time.sleep(BREATH)
        for place, draw in waiting.parts:
            with place:
                draw()
