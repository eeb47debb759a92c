"""Kill -9 at a random moment, look at what is left, and let the same step run to its end.

`python -m tests.faults.kills [NUMBER] [SEED]` kills so many steps and prints the counts.
"""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from ingest.archive import ArchiveError, archived_file
from ingest.home import Home
from ingest.publications import current_publication
from ingest.register import Register
from tests.faults.step import do, inbox
from tests.ingest.small_submission import write_submission

# Processes that begin with everything imported: what is killed is the step, and not the start of Python.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.faults.step"])
STEPS = ("load", "accept", "build", "publish")
N_KILLS, SEED = 100, 2026


@dataclass(frozen=True, slots=True)
class Standing:
    """What the home holds: files and decisions by their key, and the number of the publication that serves."""

    files: frozenset[str]
    decisions: frozenset[tuple[str, int, int, str]]
    publication: int


@dataclass(slots=True)
class Outcome:
    """How many steps were killed, how many had ended before, and what was not as it must be."""

    killed: Counter[str] = field(default_factory=Counter)
    too_late: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """What is printed."""
        yield f"{self.killed.total()} steps killed; after each the same step ran to its end"
        yield from (f"  {number:4} {step}" for step, number in self.killed.items())
        yield f"{self.too_late.total()} steps had ended before the kill"
        yield f"{len(self.complaints)} times something was lost, or the next run did not complete"
        yield from (f"  {complaint}" for complaint in self.complaints)


class Killer:
    """Kills the steps of one home; every kill is followed by the same step undisturbed."""

    def __init__(self, home: Home, seed: int) -> None:
        self._home = home.ensure()
        self._chance = random.Random(seed)
        self._seconds: dict[str, float] = {}
        self._number = 0
        self.outcome = Outcome()
        self._go_round()

    def kill(self, step: str) -> None:
        """Prepare the step, kill it at a random moment, look, let it run to its end, and look again."""
        self._prepare(step)
        before = standing(self._home)
        is_killed = self._killed(step)
        (self.outcome.killed if is_killed else self.outcome.too_late)[step] += 1
        self._look(step, "after the kill", before)
        self._run(step)
        self._look(step, "after the next run", before)
        self.outcome.complaints += [f"{step}: {why}" for why in self._incomplete(step, before)]

    def _prepare(self, step: str) -> None:
        if step == "load":
            self._hand_in()
        elif step == "accept":
            self._hand_in()
            self._run("load")
        else:
            self._number += 1

    def _hand_in(self) -> None:
        self._number += 1
        write_submission(inbox(self._home, self._number), mailbox=f"nummer{self._number}@voorbeeld.be")

    def _go_round(self) -> None:
        """Do every step once, and remember how long it takes."""
        self._hand_in()
        for step in STEPS:
            self._run(step)

    def _start(self, step: str) -> ForkServerProcess:
        """Start a step in a process of its own, and come back once it begins."""
        listens, says = PROCESSES.Pipe(duplex=False)
        process = PROCESSES.Process(target=do, args=(self._home.path, step, self._number, says))
        process.start()
        says.close()
        try:
            listens.recv()
        except EOFError:
            self.outcome.complaints.append(f"{step} did not begin")
        return process

    def _run(self, step: str) -> None:
        process = self._start(step)
        began = time.monotonic()
        process.join()
        self._seconds[step] = time.monotonic() - began
        if process.exitcode:
            self.outcome.complaints.append(f"{step} did not complete: it ended with {process.exitcode}")

    def _killed(self, step: str) -> bool:
        process = self._start(step)
        time.sleep(self._chance.uniform(0, 0.9 * self._seconds.get(step, self._seconds["build"])))
        process.kill()
        process.join()
        return process.exitcode < 0

    def _look(self, step: str, when: str, before: Standing) -> None:
        self.outcome.complaints += [f"{step}, {when}: {why}" for why in losses(self._home, before)]

    def _incomplete(self, step: str, before: Standing) -> Iterator[str]:
        now = standing(self._home)
        if step == "load" and len(now.files) != len(before.files) + 1:
            yield "the file is not in the register, or more than once"
        if step == "load" and (left := list(self._home.archive.glob("*/.part-*"))):
            yield f"half copies were left: {left}"
        if step == "accept" and len(now.decisions) != len(before.decisions) + 1:
            yield "the decision was not taken, or taken twice"
        if step not in ("load", "accept") and now.publication <= before.publication:
            yield "nothing was published"


def standing(home: Home) -> Standing:
    """What the register knows, and what is served."""
    with Register(home.register_path) as register:
        files = frozenset(file.file_hash for file in register.files())
        decisions = frozenset((row.nis_code, row.year, row.version, row.decision) for row in register.decisions())
    publication = current_publication(home)
    return Standing(files, decisions, publication.number if publication else 0)


def losses(home: Home, before: Standing) -> Iterator[str]:
    """What is gone or damaged since."""
    now = standing(home)
    with closing(sqlite3.connect(home.register_path)) as register:
        if register.execute("pragma integrity_check").fetchone() != ("ok",):
            yield "the register is damaged"
    if not (before.files <= now.files and before.decisions <= now.decisions):
        yield "the register forgot something"
    if now.publication < before.publication:
        yield f"publication {now.publication} serves instead of {before.publication}"
    with Register(home.register_path) as register:
        names = [file.archived_name for file in register.files()]
    for name in names:
        try:
            archived_file(home, name)
        except ArchiveError as error:
            yield str(error)


def run(folder: Path, n_kills: int, seed: int = SEED, steps: tuple[str, ...] = STEPS) -> Outcome:
    """Kill so many steps, each kind in turn; those that had ended before the kill do not count."""
    killer = Killer(Home(folder / "home"), seed)
    number = 0
    while killer.outcome.killed.total() < n_kills and number < 3 * n_kills:
        killer.kill(steps[number % len(steps)])
        number += 1
    return killer.outcome


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]] or [N_KILLS]
    with tempfile.TemporaryDirectory() as temporary:
        found = run(Path(temporary), *numbers)
    sys.stdout.write("\n".join(found.lines()) + "\n")
    sys.exit(bool(found.complaints))
