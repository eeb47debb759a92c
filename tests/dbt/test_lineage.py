from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from ingest.dbt_folders import PROJECT_FOLDER

PICTURE = PROJECT_FOLDER.parent / "docs" / "images" / "lineage.svg"


@pytest.fixture(scope="module")
def lineage() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lineage", PROJECT_FOLDER / "lineage.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["lineage"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def model(layer: str, *parents: str) -> dict:
    name = {"resource_type": "model", "fqn": ["opvangspiegel", layer]}
    return name | {"depends_on": {"nodes": list(parents)}}


MANIFEST = {
    "sources": {"s": {"resource_type": "source", "name": "population"}},
    "nodes": {
        "stg": model("staging", "s") | {"name": "stg_population"},
        "a": model("intermediate", "stg", "seed") | {"name": "int_a"},
        "b": model("intermediate", "a") | {"name": "int_b"},
        "mart": model("marts", "b", "stg") | {"name": "fct_b"},
        "lone": model("marts") | {"name": "dim_<lone>"},
        "seed": {"resource_type": "seed", "name": "codes"},
    },
    "exposures": {
        "e": {"resource_type": "exposure", "name": "page", "label": "Pagina", "depends_on": {"nodes": ["mart"]}},
    },
}  # fmt: skip


def test_everything_stands_right_of_what_it_is_made_of(lineage: ModuleType) -> None:
    columns = lineage.columns_of(lineage.read_lineage(MANIFEST))

    assert columns == {
        "raw.population": 0, "stg_population": 1, "int_a": 2, "int_b": 3, "fct_b": 4, "dim_<lone>": 4, "Pagina": 5,
    }  # fmt: skip


def test_no_two_tables_stand_in_one_place(lineage: ModuleType) -> None:
    places = lineage.places_of(lineage.read_lineage(MANIFEST))

    assert len(set(places.values())) == len(places) == 7


def test_the_picture_has_a_line_for_each_dependency_and_no_markup_from_a_name(lineage: ModuleType) -> None:
    drawn = lineage.draw(lineage.read_lineage(MANIFEST))

    assert drawn.count("<path") == 6
    assert "dim_&lt;lone&gt;" in drawn
    assert "codes" not in drawn


def test_the_picture_in_the_docs_shows_the_models_that_there_are() -> None:
    shown = set(re.findall(r">((?:stg|int|dim|fct)_\w+)</text>", PICTURE.read_text(encoding="utf-8")))
    models = {path.stem for path in Path(PROJECT_FOLDER / "models").rglob("*.sql")}

    assert shown == models, "draw it again: dbt parse, then python dbt_project/lineage.py"
