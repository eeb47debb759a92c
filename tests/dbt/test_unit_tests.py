from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from ingest.home import Home
from tests.dbt.running_dbt import Outcome, Warehouse

LOGIC = re.compile(
    r"\b(join|case|group by|distinct|union|coalesce|over|greatest|sum|max|min)\b"
    r"|\b(current_rows|staged_sheet|long_cells|indicator_values|judged|peer_statistics|words_as_rows|twelve_digits)\("
)
# Fifteen sheets share one macro: the unit test of one of them is the test of all.
SAME_MACRO = "stg_submission__finance"


@pytest.fixture(scope="module")
def warehouse(golden: Home, parsed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    warehouse = Warehouse.in_home(tmp_path_factory.mktemp("unit_tests"), parsed_project)
    warehouse.work.mkdir(parents=True)
    shutil.copy(golden.current.resolve(), warehouse.database)
    warehouse.raw.symlink_to(golden.raw)
    return warehouse


@pytest.fixture(scope="module")
def unit_tests(warehouse: Warehouse) -> Outcome:
    return warehouse.run("test", "--select", "test_type:unit")


def test_every_unit_test_of_a_model_holds(unit_tests: Outcome) -> None:
    assert unit_tests.error == ""
    assert unit_tests.failures == {}


def test_every_model_with_logic_has_a_unit_test(warehouse: Warehouse, unit_tests: Outcome) -> None:
    manifest = json.loads((warehouse.work / "manifest.json").read_text(encoding="utf-8"))
    tested = {test["model"] for test in manifest["unit_tests"].values()}
    untested = {
        node["name"]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["name"] not in tested and LOGIC.search(without_comments(node))
    }

    assert unit_tests.statuses
    assert SAME_MACRO in tested
    assert untested - models_of_the_shared_macro(manifest) == set()


def without_comments(node: dict[str, str]) -> str:
    return re.sub(r"--.*|\{#.*?#\}", "", node["raw_code"])


def models_of_the_shared_macro(manifest: dict) -> set[str]:
    nodes = (node for node in manifest["nodes"].values() if node["resource_type"] == "model")
    return {node["name"] for node in nodes if "staged_sheet(" in node["raw_code"]}
