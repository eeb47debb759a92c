"""The home folder: everything the pipeline writes lies in it, and nothing outside it."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ingest.system_errors import reason_of

HOME_VARIABLE = "OPVANGSPIEGEL_HOME"
DEFAULT_HOME = "warehouse"


class HomeError(Exception):
    """The home folder cannot be used; the message is a Dutch sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Home:
    """The places in the home folder, as docs/architecture.md names them."""

    path: Path

    @property
    def archive(self) -> Path:
        """Each file as it was received, under its hash."""
        return self.path / "archive"

    @property
    def register_path(self) -> Path:
        """The append-only register."""
        return self.path / "register.sqlite"

    @property
    def raw(self) -> Path:
        """Typed rows as Parquet, rebuilt from archive and register when missing."""
        return self.path / "raw"

    @property
    def publications(self) -> Path:
        """Finished publications."""
        return self.path / "publications"

    @property
    def building(self) -> Path:
        """A build under way."""
        return self.path / "building"

    @property
    def current(self) -> Path:
        """Leads to the current publication."""
        return self.path / "current.duckdb"

    @property
    def demo(self) -> Path:
        """The demo files, before they are handed in."""
        return self.path / "demo"

    def ensure(self) -> Home:
        """Create the folders that are missing.

        Raises:
            HomeError: a folder cannot be made or written to.
        """
        try:
            for folder in (self.path, self.archive, self.raw, self.publications, self.building):
                folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.path):
                return self
        except OSError as error:
            raise HomeError(unusable(self.path, error)) from error


def home_from_environment() -> Home:
    """The home folder named by OPVANGSPIEGEL_HOME, otherwise `warehouse` in the working folder."""
    return Home(Path(os.environ.get(HOME_VARIABLE) or DEFAULT_HOME).expanduser().absolute())


def unusable(path: Path, error: OSError) -> str:
    """Say in Dutch that the home folder cannot be written to, why, and what to do."""
    return (
        f"In de map '{path}' kan niet geschreven worden ({reason_of(error)}). "
        f"Kies met {HOME_VARIABLE} een map waarin u mag schrijven."
    )
