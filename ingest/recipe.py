"""What makes figures of files: one hash over the code, the definitions and the versions of the engines."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from ingest.codelists import seeds_path

PROJECT_ROOT = Path(__file__).resolve().parent.parent
_FOLDERS = {"ingest": ("py", "toml", "csv", "sql"), "dbt_project": ("sql", "yml", "csv", "py")}
_ENGINES = ("duckdb", "dbt-core", "dbt-duckdb")


def recipe(*particulars: str) -> str:
    """Give the hash of everything but the files handed in that decides what a build makes of them.

    Args:
        particulars: what else matters to the caller.
    """
    digest = hashlib.sha256("\n".join([*particulars, *(f"{name} {version(name)}" for name in _ENGINES)]).encode())
    for path in [*_code_files(), *sorted(seeds_path().glob("*.csv"))]:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _code_files() -> list[Path]:
    return [
        path
        for folder, endings in _FOLDERS.items()
        for path in sorted((PROJECT_ROOT / folder).rglob("*"))
        if path.suffix[1:] in endings and "target" not in path.parts
    ]
