"""The folder that dbt runs in: the project itself, or a copy of it with other definitions.

Over a seed that lies outside its own project, dbt writes the SQL that it ran. So other seeds are copied into a copy.
"""

from __future__ import annotations

import shutil
from pathlib import Path

PROJECT_FOLDER = Path(__file__).resolve().parent.parent / "dbt_project"
PARSED = "partial_parse.msgpack"
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


def forget_another_place(project: Path, work: Path) -> None:
    """Drop dbt's memory of the parsed project when the project now lies elsewhere: it holds the old place of the seeds.

    Args:
        project: the folder that dbt will run in.
        work: where dbt keeps its own files.
    """
    place = work / "project_folder.txt"
    if place.is_file() and place.read_text(encoding="utf-8") == str(project):
        return
    (work / PARSED).unlink(missing_ok=True)
    place.write_text(str(project), encoding="utf-8")
