"""Read and check files, on several processor cores when there are many; the answer is the same either way."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pyarrow as pa

from ingest import recognise
from ingest.checked import CheckedFile
from ingest.problems import Problem, Severity
from ingest.public.layouts import LAYOUTS, check_public_file
from ingest.submission import check_submission
from ingest.via_lists.check import check_list_file
from ingest.via_lists.contract import LIST_KINDS
from ingest.via_text import check as via_text

_Packed = tuple[CheckedFile, dict[str, bytes]]
OnProgress = Callable[[int, int, str], None]
FEWEST_FILES_FOR_A_POOL = 150
LARGEST_CHUNK = 16
ACCEPTED_NL = (
    "een inzending (werkboek .xlsx, of een map met bestuur.csv), Statbel REFNIS, Statbel bevolking naar leeftijd, "
    "Statbel fiscale inkomens, een prijsindex, maten in lange vorm, de cijfers of de tekst van een VIA-akkoord, een "
    "VIA-betaallijst of VIA-boekingen"
)


@dataclass(frozen=True, slots=True)
class CheckTask:
    """A file to check. `kind` is given when it was recognised before, and recognised otherwise.

    `received_on` is the day on which it came in; None for today.
    """

    path: Path
    file_name: str
    data_kind: str
    kind: str | None = None
    received_on: date | None = None


def check_file(task: CheckTask) -> CheckedFile:
    """Recognise, read and check one file; whatever is wrong with it comes back as problems."""
    try:
        if not (task.path.is_file() or task.path.is_dir()):
            return refused(task, recognise.UNKNOWN, "file_not_found", _why_nothing_there(task.path), ACCEPTED_NL)
        if task.path.is_dir() and not any(task.path.iterdir()):
            return refused(task, recognise.UNKNOWN, "file_empty", "Deze map is leeg.", ACCEPTED_NL)
        kind = task.kind or recognise.kind_of(task.path)
        if kind == recognise.SUBMISSION:
            return check_submission(task.path, task.file_name)
        if kind in LAYOUTS:
            return check_public_file(kind, task.path, task.file_name, task.data_kind)
        if kind in LIST_KINDS:
            return check_list_file(task.path, task.file_name, kind, task.received_on)
        if kind == via_text.KIND:
            return via_text.check_agreement(task.path, task.file_name, task.data_kind)
    except OSError as error:
        reason = error.strerror or "onbekende reden"
        return refused(task, recognise.UNKNOWN, "file_unreadable", f"Het bestand kan niet gelezen worden ({reason}).")
    except Exception as error:  # Whatever a file does to a reader, the other files are still read.
        message = f"Het bestand kan niet gelezen worden: onverwachte fout bij het lezen ({type(error).__name__})."
        return refused(task, task.kind or recognise.SUBMISSION, "reader_failed", message)
    if task.path.is_file() and not task.path.stat().st_size:
        return refused(task, recognise.UNKNOWN, "file_empty", "Het bestand is leeg.", ACCEPTED_NL)
    message = f"Dit bestand wordt niet herkend. Verwacht wordt {ACCEPTED_NL}."
    return refused(task, recognise.UNKNOWN, "file_unknown", message, ACCEPTED_NL)


def check_files(
    tasks: Sequence[CheckTask], on_progress: OnProgress | None = None, workers: int | None = None
) -> list[CheckedFile]:
    """Check files and give the answers in the order of the tasks.

    Args:
        tasks: the files.
        on_progress: called with (files done, files in all, the name of the last one).
        workers: how many processes; None for one per core, when there are files enough to be worth it.
    """
    progress = _Progress(len(tasks), on_progress)
    n_workers = min(workers or _cores(len(tasks)), len(tasks))
    if n_workers <= 1:
        return [progress.passed_on(check_file(task)) for task in tasks]
    return _checked_in_pool(tasks, n_workers, progress)


def refused(task: CheckTask, kind: str, rule_code: str, message: str, expected: str | None = None) -> CheckedFile:
    """A file of which nothing can be loaded, for one reason."""
    problem = Problem(rule_code, Severity.FATAL, message, file=task.file_name, expected=expected)
    return CheckedFile(task.file_name, kind, problems=(problem,))


def _why_nothing_there(path: Path) -> str:
    if path.is_symlink():
        return "Deze koppeling leidt nergens heen: het bestand waarnaar ze verwijst, bestaat niet."
    return "Dit is geen bestand of map, maar iets anders." if path.exists() else "Dit bestand of deze map bestaat niet."


class _Progress:
    """Counts the files that are done and passes that on."""

    def __init__(self, total: int, on_progress: OnProgress | None) -> None:
        self._done, self._total, self._on_progress = 0, total, on_progress

    def passed_on(self, checked: CheckedFile) -> CheckedFile:
        self._done += 1
        if self._on_progress:
            self._on_progress(self._done, self._total, checked.file_name)
        return checked


def _cores(n_files: int) -> int:
    if n_files < FEWEST_FILES_FOR_A_POOL:
        return 1
    available = getattr(os, "sched_getaffinity", None)
    return len(available(0)) if available else os.cpu_count() or 1


def _checked_in_pool(tasks: Sequence[CheckTask], n_workers: int, progress: _Progress) -> list[CheckedFile]:
    """Check chunks side by side. When a process dies, the files it leaves are checked one at a time."""
    size = max(1, min(LARGEST_CHUNK, len(tasks) // (4 * n_workers)))
    chunks = [range(start, min(start + size, len(tasks))) for start in range(0, len(tasks), size)]
    answers: dict[int, CheckedFile] = {}
    with _pool(n_workers) as pool:
        for chunk, future in _submitted(pool, tasks, chunks):
            for position, checked in zip(chunk, _survivors(future), strict=False):
                answers[position] = progress.passed_on(checked)
    left = [position for position in range(len(tasks)) if position not in answers]
    if left:
        check = _checked_alone if _processes_start() else check_file
        answers |= {position: progress.passed_on(check(tasks[position])) for position in left}
    return [answers[position] for position in range(len(tasks))]


def _submitted(
    pool: ProcessPoolExecutor, tasks: Sequence[CheckTask], chunks: Sequence[range]
) -> Iterator[tuple[range, Future[list[_Packed]]]]:
    futures: dict[Future[list[_Packed]], range] = {}
    with suppress(BrokenProcessPool):
        for chunk in chunks:
            futures[pool.submit(_check_chunk, [tasks[i] for i in chunk])] = chunk
    for future in as_completed(futures):
        yield futures[future], future


def _processes_start() -> bool:
    """Whether another process can be started here at all: not where Python reads its program from a pipe."""
    with _pool(1) as pool:
        try:
            return pool.submit(os.getpid).result() != os.getpid()
        except BrokenProcessPool:
            return False


def _check_chunk(tasks: list[CheckTask]) -> list[_Packed]:
    return [_packed(check_file(task)) for task in tasks]


def _packed(checked: CheckedFile) -> _Packed:
    """Rows for the way back to the asking process: as they are, a few rows would drag along all memory they lie in."""
    streams = {}
    for dataset, table in checked.tables.items():
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as stream:
            stream.write_table(table)
        streams[dataset] = sink.getvalue().to_pybytes()
    return replace(checked, tables={}), streams


def _unpacked(packed: _Packed) -> CheckedFile:
    checked, streams = packed
    tables = {dataset: pa.ipc.open_stream(stream).read_all() for dataset, stream in streams.items()}
    return replace(checked, tables=tables)


def _survivors(future: Future[list[_Packed]]) -> list[CheckedFile]:
    try:
        return [_unpacked(packed) for packed in future.result()]
    except BrokenProcessPool:
        return []


def _checked_alone(task: CheckTask) -> CheckedFile:
    """Check a file in a process of its own, so that a file that kills its reader takes nothing along."""
    with _pool(1) as pool:
        try:
            return pool.submit(check_file, task).result()
        except BrokenProcessPool:
            message = "Het bestand kan niet gelezen worden: het programma dat het las, viel stil."
            return refused(task, task.kind or recognise.SUBMISSION, "reader_died", message)


def _pool(n_workers: int) -> ProcessPoolExecutor:
    """Processes started afresh, never forked from this one: safe next to threads, and the same on every platform."""
    has_server = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if has_server else "spawn")
    if has_server:
        context.set_forkserver_preload([__name__])
    return ProcessPoolExecutor(n_workers, mp_context=context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever: let it end too."""
    parent = multiprocessing.parent_process()

    def end() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=end, daemon=True).start()
