"""Reports as files in a folder: one, or those of all authorities at once on all cores."""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard import exports
from dashboard.language import written_in
from dashboard.queries.benchmarks import Choice
from dashboard.report.content import report_of
from dashboard.report.render import report_pdf, slides_pdf
from dashboard.report.request import ReportError, Subject, subject_of
from dashboard.report.workbook import report_xlsx

SLIDES, XLSX = "slides", "xlsx"
SUFFIXES = {SLIDES: "-presentatie.pdf", XLSX: ".xlsx"}


@dataclass(frozen=True)
class Order:
    """One report to make: the choice, the language, where the PDF goes, and what else is wanted beside it."""

    choice: Choice
    language: str
    path: Path
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Outcome:
    """What became of an order: the files written, or the reason why not as a sentence."""

    order: Order
    paths: tuple[Path, ...] = ()
    reason: str = ""


def write_report(order: Order) -> tuple[Path, ...]:
    """Write the PDF of an order, and beside it what else was asked.

    Returns:
        The files, the PDF first.

    Raises:
        ReportError: the publication has no such choice.
        OSError: the place cannot be written to.
    """
    with written_in(order.language):
        subject = subject_of(order.choice)
        files = dict(_made(order, subject))
    order.path.parent.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        path.write_bytes(content)
    return tuple(files)


def _made(order: Order, subject: Subject) -> Iterator[tuple[Path, bytes]]:
    report = report_of(subject)
    yield order.path, report_pdf(report)
    if SLIDES in order.beside:
        yield _beside(order.path, SLIDES), slides_pdf(report)
    if XLSX in order.beside:
        yield _beside(order.path, XLSX), report_xlsx(subject, report)


def _beside(path: Path, kind: str) -> Path:
    return path.with_name(path.stem + SUFFIXES[kind])


def orders_for_all(pattern: Order, authorities: Iterable[tuple[str, str]]) -> list[Order]:
    """The same order for each authority (code, name), its file named after it in the folder that the order names."""
    year = pattern.choice.year
    return [
        replace(
            pattern,
            choice=replace(pattern.choice, nis_code=code),
            path=pattern.path / exports.file_name(f"{name} {code} {year}", "pdf"),
        )
        for code, name in authorities
    ]


def write_all(orders: Sequence[Order]) -> Iterator[Outcome]:
    """Write many reports on all cores; gives each outcome as it comes. One that fails does not stop the others."""
    start_fresh = multiprocessing.get_context("spawn")
    workers = max(1, min(len(orders), os.cpu_count() or 1))
    quiet = {"initializer": logging.disable, "initargs": (logging.WARNING,)}
    with ProcessPoolExecutor(workers, mp_context=start_fresh, **quiet) as pool:
        waiting = {pool.submit(_outcome, order): order for order in orders}
        for done in as_completed(waiting):
            yield done.result()


def _outcome(order: Order) -> Outcome:
    try:
        return Outcome(order, write_report(order))
    except (ReportError, OSError) as error:
        return Outcome(order, reason=str(error))
