"""Asks the process that reads files, waits no longer than is reasonable, and starts another when one was stopped."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROJECT_ROOT = Path(__file__).resolve().parent.parent
N_PROCESSES = 2
STARTING_SECONDS = 120
# Arrow's own allocator sets a gigabyte aside beforehand, which would count as used.
ENVIRONMENT = {"ARROW_DEFAULT_MEMORY_POOL": "system"}


class CheckingStopped(Exception):
    """The file was too much for the process that read it; the message is a Dutch sentence."""


class CheckingProcess:
    """One process, started when it is first needed. Not for several threads at once: see `CheckingProcesses`."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._is_ready = False

    def start(self) -> None:
        """Start the process without waiting for it; does nothing when it runs."""
        if self._process is None or self._process.poll() is not None:
            self._is_ready = False
            self._process = subprocess.Popen(
                [sys.executable, "-m", "ingest.checking_process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=PROJECT_ROOT,
                env=os.environ | ENVIRONMENT,
                encoding="utf-8",
            )

    def ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Give the answer to a request.

        Raises:
            CheckingStopped: it took more than so many seconds, or the process ended while at it.
        """
        self.start()
        if not self._is_ready:
            self._exchange(None, STARTING_SECONDS)
            self._is_ready = True
        return self._exchange(request, seconds)

    def stop(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _exchange(self, request: dict[str, Any] | None, seconds: float) -> dict[str, Any]:
        """Write a request, if there is one, and read the next line; a process that takes too long is ended."""
        overdue = threading.Event()
        timer = threading.Timer(seconds, lambda: (overdue.set(), self._process.kill()))
        timer.start()
        try:
            if request is not None:
                self._process.stdin.write(json.dumps(request) + "\n")
                self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            timer.cancel()
        if not line:
            self.stop()
            raise CheckingStopped(_why_stopped(seconds if overdue.is_set() else None))
        return json.loads(line)


def _why_stopped(seconds: float | None) -> str:
    if seconds is None:
        return "Het programma dat dit bestand las, viel stil. Bewaar het opnieuw als .xlsx en probeer nog eens."
    return (
        f"Dit bestand lezen duurde meer dan {seconds:.0f} seconden, en is daarom gestopt. Bewaar het opnieuw als "
        ".xlsx, zonder wat niet bij de sjabloon hoort."
    )


class CheckingProcesses:
    """A few processes for all who ask at the same time; who comes later waits for one to be free."""

    def __init__(self, n_processes: int = N_PROCESSES) -> None:
        self._free: queue.LifoQueue[CheckingProcess] = queue.LifoQueue()
        for _ in range(n_processes):
            self._free.put(CheckingProcess())

    def start_one(self) -> None:
        """Have a process ready for who asks next, without waiting for it."""
        try:
            process = self._free.get_nowait()
        except queue.Empty:
            return
        process.start()
        self._free.put(process)

    def ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Give the answer of a free process; see `CheckingProcess.ask`."""
        with self._taken() as process:
            return process.ask(request, seconds)

    @contextmanager
    def _taken(self) -> Iterator[CheckingProcess]:
        process = self._free.get()
        try:
            yield process
        finally:
            self._free.put(process)
