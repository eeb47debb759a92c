"""The SQL that a publication was built with, kept inside it, so that the same formulas can be asked again.

A preview of a submission runs them over that submission: a formula is written once, in dbt.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

_TABLE = """
create schema if not exists publication;
create or replace table publication.formulas (
    position integer, name varchar, kind varchar, parents varchar[], statement varchar
);
"""


@dataclass(frozen=True, slots=True)
class Formula:
    """How one relation was made.

    Relations and sources are named `schema.name`, without the database, sources in the schema `raw`. `kind` is `seed`,
    `table` or `view`; a seed has no statement.
    """

    name: str
    kind: str
    parents: tuple[str, ...]
    statement: str


def write_formulas(database: Path, work: Path) -> None:
    """Keep in a freshly built database the SQL of all its models, as dbt left it in its working folder.

    Without dbt's own record of the run there is nothing to keep, and a preview says so.
    """
    import duckdb

    manifest, results = work / "manifest.json", work / "run_results.json"
    if not (manifest.is_file() and results.is_file()):
        return
    formulas = _formulas(_json(manifest), _json(results))
    with duckdb.connect(str(database)) as connection:
        connection.execute(_TABLE)
        connection.begin()
        for position, one in enumerate(formulas):
            row = (position, one.name, one.kind, list(one.parents), one.statement)
            connection.execute("insert into publication.formulas values (?, ?, ?, ?, ?)", row)
        connection.commit()


def read_formulas(connection: duckdb.DuckDBPyConnection, database: str) -> list[Formula]:
    """The formulas of the attached publication, each after everything that it reads; none when it kept none."""
    known = "select 1 from duckdb_tables() where database_name = ? and table_name = 'formulas'"
    if connection.execute(known, [database]).fetchone() is None:
        return []
    rows = connection.execute(
        f"select name, kind, parents, statement from {database}.publication.formulas order by position"  # noqa: S608
    ).fetchall()
    return [Formula(name, kind, tuple(parents), statement) for name, kind, parents, statement in rows]


def _json(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def _formulas(manifest: dict[str, Any], results: dict[str, Any]) -> list[Formula]:
    nodes = {key: node for key, node in manifest["nodes"].items() if node["resource_type"] in ("seed", "model")}
    names = {key: f"{node['schema']}.{node['name']}" for key, node in nodes.items()}
    names |= {key: f"raw.{source['name']}" for key, source in manifest["sources"].items()}
    written_as = {entry["relation_name"]: names[key] for key, entry in (nodes | manifest["sources"]).items()}
    statements = {one["unique_id"]: one.get("compiled_code") or "" for one in results["results"]}
    return [
        Formula(
            names[key],
            "seed" if nodes[key]["resource_type"] == "seed" else nodes[key]["config"]["materialized"],
            tuple(names[parent] for parent in _parents(nodes[key]) if parent in names),
            _renamed(statements.get(key, ""), written_as),
        )
        for key in _in_order(nodes)
    ]


def _parents(node: dict[str, Any]) -> list[str]:
    return node.get("depends_on", {}).get("nodes", [])


def _in_order(nodes: dict[str, Any]) -> list[str]:
    """The nodes, each after its parents."""
    ordered: dict[str, None] = {}

    def add(key: str) -> None:
        for parent in _parents(nodes[key]):
            if parent in nodes and parent not in ordered:
                add(parent)
        ordered[key] = None

    for key in sorted(nodes):
        if key not in ordered:
            add(key)
    return list(ordered)


def _renamed(statement: str, written_as: dict[str, str]) -> str:
    """The statement with each relation as `schema.name`: no database and no folder of the builder stays in it."""
    for relation, name in written_as.items():
        statement = statement.replace(relation, name)
    return statement
