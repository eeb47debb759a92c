"""What a stranger, or a fresh machine, would trip over."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PROJECT_ROOT = Path(__file__).resolve().parents[2]
CODE_FOLDERS = ("ingest", "dashboard", "tests", "bench", "dbt_project")
MOST_LINES_OF_A_FILE = 300
UNTELLING_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
TEXT_SUFFIXES = {".py", ".sql", ".yml", ".toml", ".md", ".txt", ".csv", ".sh", ""}
MACHINE_PATH = re.compile(r"(?:^|[^A-Za-z0-9_./~-])/(?:home|root|work|Users)/[a-z]|\b[A-Z]:\\Users\\")
REQUIREMENTS = sorted(PROJECT_ROOT.glob("requirements*.txt"))
IGNORED_FOLDERS = {"__pycache__", "target", "logs", "dbt_packages"}


def files(folder: str, *suffixes: str) -> list[Path]:
    found = (path for path in (PROJECT_ROOT / folder).rglob("*") if path.suffix in suffixes and path.is_file())
    return sorted(path for path in found if not IGNORED_FOLDERS & set(path.parts))


PYTHON_FILES = [path for folder in CODE_FOLDERS for path in files(folder, ".py")]
MODELS = files("dbt_project/models", ".sql")


def named(path: Path) -> str:
    return path.relative_to(PROJECT_ROOT).as_posix()


def test_no_file_is_too_long_to_read() -> None:
    sources = [*PYTHON_FILES, *files("dbt_project", ".sql")]
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources}

    assert {name: length for name, length in lengths.items() if length > MOST_LINES_OF_A_FILE} == {}


def test_every_module_says_what_it_is_about() -> None:
    assert [named(path) for path in PYTHON_FILES if path.stem in UNTELLING_NAMES] == []


def test_no_path_of_one_machine_stands_in_the_project() -> None:
    everything = [path for folder in (*CODE_FOLDERS, "docs", ".ci") for path in files(folder, *TEXT_SUFFIXES)]
    everything += [path for path in PROJECT_ROOT.iterdir() if path.is_file() and path.suffix in TEXT_SUFFIXES]
    own = Path(__file__).resolve()
    found = {
        named(path) for path in everything if path != own and MACHINE_PATH.search(path.read_text(encoding="utf-8"))
    }

    assert found == set()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [('open("/home/jan/x")', True), (r"C:\Users\jan", True), ("raw/home/x", False), ("~/opvangspiegel", False)],
)
def test_a_path_of_one_machine_would_be_seen(text: str, is_one: bool) -> None:
    assert bool(MACHINE_PATH.search(text)) == is_one


@pytest.mark.parametrize("pinned", REQUIREMENTS, ids=lambda path: path.name)
def test_the_pinned_set_names_no_host_and_hashes_everything(pinned: Path) -> None:
    text = pinned.read_text(encoding="utf-8")
    requirements = text.replace("\\\n", " ").splitlines()

    assert "://" not in text
    assert not [line for line in requirements if not re.match(r"^[a-z0-9._-]+==\S+ .*--hash=sha256:", line)]


def test_the_pinned_set_leaves_out_the_package_that_downloads_a_program() -> None:
    excluded = tomllib.loads((PROJECT_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["uv"]
    pinned = (PROJECT_ROOT / "requirements.txt").read_text(encoding="utf-8")

    assert excluded["exclude-dependencies"] == ["dbt-core-experimental-parser"]
    assert "experimental-parser" not in pinned


def test_every_direct_dependency_is_pinned() -> None:
    project = tomllib.loads((PROJECT_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]
    pinned = set(
        re.findall(r"^([a-z0-9._-]+)==", (PROJECT_ROOT / "requirements.txt").read_text(encoding="utf-8"), re.M)
    )

    assert {re.split(r"[<>=\[]", name)[0] for name in wanted} <= pinned


def test_every_seed_that_code_names_exists() -> None:
    seeds = {path.stem for path in (PROJECT_ROOT / "dbt_project" / "seeds").glob("*.csv")}
    models = {path.stem for path in MODELS}
    named_in_ingest = {
        name for path in files("ingest", ".py") for name in re.findall(r'seed_rows\("(\w+)"\)', path.read_text("utf-8"))
    }
    referred = {
        name
        for path in files("dbt_project", ".sql")
        for name in re.findall(r"ref\(\s*['\"](\w+)['\"]\s*\)", path.read_text("utf-8"))
    }

    assert named_in_ingest
    assert named_in_ingest <= seeds
    assert referred <= seeds | models


def test_every_model_and_seed_is_described() -> None:
    descriptions = "\n".join(path.read_text(encoding="utf-8") for path in files("dbt_project", ".yml"))
    described = set(re.findall(r"^\s*- name: (\w+)", descriptions, re.M))
    marts = {path.stem for path in MODELS if path.parent.name == "marts"}

    assert marts
    assert marts <= described


def test_the_targets_of_the_makefile_explain_themselves() -> None:
    makefile = (PROJECT_ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):(?!=)", makefile, re.M)) - {"again"}
    explained = set(re.findall(r"^([a-z]+):.*## ", makefile, re.M))

    assert {"setup", "demo", "test", "bench", "check", "screenshots", "clean", "help"} <= targets
    assert targets == explained


def test_what_is_made_while_working_is_not_kept_in_git() -> None:
    ignored = set((PROJECT_ROOT / ".gitignore").read_text(encoding="utf-8").splitlines())

    assert {".venv/", "__pycache__/", "*.egg-info/", "warehouse/", "dbt_project/target/"} <= ignored
