"""Commands under conditions that are not right, each in a process of its own.

Run as `python -m tests.faults.limited CONDITION COMMAND...`: `full` lets no file grow, `read-only` gives up
the right to write where one may not.
"""

from __future__ import annotations

import os
import resource
import sys

# All that the commands import is imported here: who gives up rights may no longer read the program.
from ingest import cli, cli_errors, cli_reports, console, decide, home, publish, receive  # noqa: F401

LARGEST_FILE = 2_000
NOBODY = 65534


def _disk_is_full() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))


def _without_rights() -> None:
    """The one user who may write everywhere becomes one who may not."""
    if os.geteuid() == 0:
        os.setegid(NOBODY)
        os.seteuid(NOBODY)


if __name__ == "__main__":
    {"full": _disk_is_full, "read-only": _without_rights}[sys.argv[1]]()
    sys.argv[1:] = sys.argv[2:]
    cli.main()
