from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard import texts
from ingest.dbt_folders import PROJECT_FOLDER

QUERIES = PROJECT_FOLDER.parent / "dashboard" / "queries"
MODELS = PROJECT_FOLDER / "models"
LAYERS = ("staging", "intermediate", "marts")


@pytest.fixture(scope="module")
def exposures() -> dict[str, set[str]]:
    document = yaml.safe_load((MODELS / "exposures.yml").read_text(encoding="utf-8"))
    return {
        exposure["label"]: {re.findall(r"'(\w+)'", found)[0] for found in exposure["depends_on"]}
        for exposure in document["exposures"]
    }


def test_every_page_is_an_exposure(exposures: dict[str, set[str]]) -> None:
    app = (PROJECT_FOLDER.parent / "dashboard" / "app.py").read_text(encoding="utf-8")
    titles = {getattr(texts, name) for name in re.findall(r", title=_\(texts\.(\w+)\)", app)}
    assert len(titles) > 5
    assert set(exposures) == titles


def test_the_exposures_name_the_marts_that_the_dashboard_asks(exposures: dict[str, set[str]]) -> None:
    asked = {
        mart
        for path in QUERIES.glob("*.py")
        for mart in re.findall(r"\bmarts\.(\w+)", path.read_text(encoding="utf-8"))
    }

    assert set().union(*exposures.values()) == asked


def documented(layer: str) -> list[dict[str, Any]]:
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((MODELS / layer).glob("_*.yml"))]
    return [model for file in files for model in file.get("models", ())]


@pytest.mark.parametrize("layer", LAYERS)
def test_every_model_says_what_one_row_is(layer: str) -> None:
    models = {model["name"]: model["description"] for model in documented(layer)}
    functions = set() if layer != "marts" else {name for name in models if name.startswith("functions")}

    assert set(models) - functions == {path.stem for path in Path(MODELS / layer).glob("*.sql")}
    assert [name for name, text in models.items() if not re.search(r"\bOne row per\b|\bone row is\b", text, re.I)] == []


@pytest.mark.parametrize("layer", LAYERS)
def test_every_documented_column_has_its_sentence(layer: str) -> None:
    columns = [(model["name"], column) for model in documented(layer) for column in model["columns"]]

    assert columns
    assert [(model, column["name"]) for model, column in columns if not column.get("description")] == []
