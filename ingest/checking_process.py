"""A process of its own that reads what people drop on the page: a file can stop it, never the server.

Started as `python -m ingest.checking_process`. It reads a request per line and writes an answer per line, both JSON; it
ends when nobody can ask any more. What it may use of the memory is limited where the system can do that.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from ingest.archive import fingerprint
from ingest.check_files import CheckTask, check_file
from ingest.checked import CheckedFile
from ingest.cli_errors import sentence_of
from ingest.contract import submission_contract
from ingest.decide import DecisionError
from ingest.home import Home
from ingest.load_report import RECEIVED
from ingest.marked_workbook import marked_copy
from ingest.receive import load_paths
from ingest.register_remark_records import Place
from ingest.remarks import give_reason

MOST_MEMORY_BYTES = 1 << 30
READY = {"ready": True}

Request = dict[str, Any]
Answer = dict[str, Any]


def _check(request: Request) -> Answer:
    checked = _checked(request)
    return {
        "kind": checked.kind,
        "identity": asdict(checked.identity) if checked.identity else None,
        "sheets": _sheets(checked),
        "problems": [asdict(problem) for problem in checked.problems],
        "n_required_cells": checked.n_required_cells,
        "n_filled_cells": checked.n_filled_cells,
    }


def _checked(request: Request) -> CheckedFile:
    return check_file(CheckTask(Path(request["path"]), request["file_name"], "real"))


def _sheets(checked: CheckedFile) -> list[tuple[str, int]]:
    """The sheets of the contract with the number of rows that were read of each; none when the file is refused."""
    year = checked.identity.year if checked.identity else None
    sheets = submission_contract(year).sheets if checked.kind == "submission" else ()
    return [
        (sheet.sheet_nl, checked.tables[sheet.dataset].num_rows) for sheet in sheets if sheet.dataset in checked.tables
    ]


def _marked(request: Request) -> Answer:
    copy = marked_copy(Path(request["path"]), _checked(request).problems)
    Path(request["target"]).write_bytes(copy)
    return {}


def _preview(request: Request) -> Answer:
    from ingest.preview import preview

    return preview(Home(Path(request["home"])), _checked(request)).as_dict()


def _send(request: Request) -> Answer:
    """Receive the file, and then put down the reasons that came with it."""
    home, path = Home(Path(request["home"])), Path(request["path"])
    report = load_paths(home, [path], workers=1, names={path: request["file_name"]}).files[0]
    reasons = request["reasons"] if report.outcome == RECEIVED else []
    explained = [_explained(home, report.nis_code, report.year, one) for one in reasons]
    return {
        "outcome": report.outcome,
        "note_nl": report.note_nl,
        "version": report.version,
        "file_hash": fingerprint(path).file_hash,
        "n_explained": sum(n for n, _ in explained),
        "not_explained": [sentence for _, sentence in explained if sentence],
    }


def _explained(home: Home, nis_code: str, year: int, reason: dict[str, Any]) -> tuple[int, str]:
    """Put a reason down; give how many problems it answers, or why it does not: the version itself is received."""
    place = Place(reason["sheet"], reason["row_number"], reason["column_name"])
    try:
        return give_reason(home, nis_code, year, reason["reason"], place, reason["rule_code"]).n_problems, ""
    except DecisionError as error:
        return 0, str(error)


_ANSWERS: dict[str, Callable[[Request], Answer]] = {
    "check": _check,
    "marked": _marked,
    "preview": _preview,
    "send": _send,
}


def answered(line: str) -> Answer:
    """The answer to one request; what goes wrong is a Dutch sentence under `error`."""
    request = json.loads(line)
    try:
        return _ANSWERS[request["do"]](request)
    except Exception as error:  # Whatever a file does, the next one is still read.
        return {"error": sentence_of(error)}


def limit_memory() -> None:
    """Let the system refuse memory beyond what one file may take. Only Linux counts it per process in this way."""
    if sys.platform != "linux":
        return
    import resource

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))


def main() -> None:
    """Answer requests until there are no more."""
    limit_memory()
    with _own_output() as answers:
        _say(answers, READY)
        for line in sys.stdin:
            _say(answers, answered(line))


def _own_output() -> TextIO:
    """Where answers go. What a library prints goes nowhere, so that it can never pass for an answer."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return answers


def _say(answers: TextIO, answer: Answer) -> None:
    answers.write(json.dumps(answer, default=str) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
