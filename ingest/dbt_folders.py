"""The folder that dbt runs in: the project itself, or a copy of it with other definitions.

Over a seed that lies outside its own project, dbt writes the SQL that it ran. So other seeds are copied into a copy.
"""

from __future__ import annotations

import shutil
from pathlib import Path

PROJECT_FOLDER = Path(__file__).resolve().parent.parent / "dbt_project"
_NOT_COPIED = shutil.ignore_patterns("target", "logs", "examples", "seeds", "__pycache__")


def folder_with_seeds(seeds: Path, work: Path) -> Path:
    """Give the project folder whose `seeds/` are these.

    Args:
        seeds: the folder of definitions; nothing in it is ever written.
        work: where a copy of the project may lie.
    """
    if seeds.resolve() == PROJECT_FOLDER / "seeds":
        return PROJECT_FOLDER
    copy = work / "project"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(PROJECT_FOLDER, copy, ignore=_NOT_COPIED)
    shutil.copytree(seeds, copy / "seeds")
    return copy
