"""The synthetic publication for the tests of the dashboard."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st

from dashboard.components import afterwards
from tests.dashboard import synthetic_warehouse


@pytest.fixture(autouse=True)
def _no_browser_to_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that are read without a browser leave it no time to draw."""
    monkeypatch.setattr(afterwards, "BREATH", 0.0)


@pytest.fixture(scope="session")
def synthetic_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with the synthetic publication; read it, never write to it."""
    home = tmp_path_factory.mktemp("synthetic_home")
    synthetic_warehouse.build(home)
    return home


@pytest.fixture
def warehouse(synthetic_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the dashboard at the synthetic publication."""
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(synthetic_home))
    return synthetic_home


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the dashboard at a home folder without a publication."""
    monkeypatch.setenv("OPVANGSPIEGEL_HOME", str(tmp_path))
    st.cache_data.clear()
    return tmp_path
