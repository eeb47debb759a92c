"""LibreOffice without its window: opens workbooks, computes them and saves them again, as people do."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

_LONGEST_SECONDS = 300


def saved_by_libreoffice(workbooks: Sequence[Path], folder: Path) -> list[Path]:
    """Open workbooks and save them in a folder under the same names; on CI it is a failure when it is not there."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        message = "LibreOffice is not there; the package libreoffice-calc holds it"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    profile = f"-env:UserInstallation={(folder / 'profile').absolute().as_uri()}"
    saved = folder / "saved"
    command = [program, "--headless", profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(saved)]
    done = subprocess.run(
        [*command, *map(str, workbooks)], capture_output=True, text=True, timeout=_LONGEST_SECONDS, check=False
    )
    targets = [saved / workbook.name for workbook in workbooks]
    assert all(target.is_file() for target in targets), done.stderr
    return targets
