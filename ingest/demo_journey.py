"""The demo from nothing to a publication, through the same doors as everything else."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.publications import current_publication
from ingest.recipe import recipe

if TYPE_CHECKING:
    from ingest.demo.manifest import DemoManifest
    from ingest.home import Home
    from ingest.publish import BuildReport

OnProgress = Callable[[int, int, str], None]
ShowProgress = Callable[[str], AbstractContextManager[OnProgress]]


class DemoError(Exception):
    """The demo cannot be made here; the message is a Dutch sentence."""


@dataclass(frozen=True, slots=True)
class DemoParameters:
    """What a demo is made of; `n_authorities` None means all of them."""

    years: tuple[int, ...]
    n_authorities: int | None = None


@dataclass(slots=True)
class DemoReport:
    """How many files a demo handed in, how long each part took (seconds), and the build that ended it."""

    n_files: int = 0
    n_accepted: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    build: BuildReport | None = None

    @contextmanager
    def timed(self, part: str) -> Iterator[None]:
        """Measure a part, under its Dutch name."""
        started = time.monotonic()
        yield
        self.seconds[part] = time.monotonic() - started


def is_published(home: Home, parameters: DemoParameters) -> bool:
    """Whether exactly this demo, made by exactly this code, is what the home publishes now."""
    remembered = _remembered(home)
    if remembered is None or remembered["recipe"] != recipe(repr(parameters)):
        return False
    publication = current_publication(home)
    return publication is not None and publication.inputs_digest == remembered["inputs_digest"]


def make_demo(home: Home, parameters: DemoParameters, show: ShowProgress) -> DemoReport:
    """Write the demo files, hand them in batch by batch as they came in through the years, accept and build.

    An earlier demo in the same home makes room: its files are invented, and the new ones would only add to them.

    Raises:
        DemoError: the home holds real files, or there is no demo for these years.
    """
    from ingest.decide import accept
    from ingest.publish import build

    home.ensure()
    _refuse_beside_real_files(home)
    _remove_earlier_demo(home)
    report = DemoReport()
    with report.timed("demo schrijven"), show("Demobestanden schrijven") as on_progress:
        manifest = _write(home, parameters, on_progress)
    with report.timed("inladen"), show("Inzendingen inladen") as on_progress:
        report.n_files = _load(home, manifest, on_progress)
    with report.timed("aanvaarden"):
        report.n_accepted = accept(home, all_receivable=True)
    with report.timed("opbouwen en testen"), show("Vergelijking opbouwen") as on_progress:
        report.build = build(home, on_progress)
    if report.build.publication:
        _remember(home, parameters, report.build.publication.inputs_digest)
    return report


def _write(home: Home, parameters: DemoParameters, on_progress: OnProgress) -> DemoManifest:
    from ingest.demo.write import write_demo

    try:
        return write_demo(home.demo, parameters.years, parameters.n_authorities, on_progress=on_progress)
    except ValueError as error:
        raise DemoError(str(error)) from error


def _load(home: Home, manifest: DemoManifest, on_progress: OnProgress) -> int:
    """Hand in every batch on its day, and give the number of files."""
    from ingest.receive import load_paths

    total = sum(len(batch.paths) for batch in manifest.batches)
    done = 0
    for batch in manifest.batches:
        load_paths(home, batch.paths, batch.received_on, on_progress=_shifted(on_progress, done, total))
        done += len(batch.paths)
    return total


def _shifted(on_progress: OnProgress, already_done: int, total: int) -> OnProgress:
    """Show the progress of one batch as progress of the whole."""
    return lambda done, _, item: on_progress(already_done + done, total, item)


def _refuse_beside_real_files(home: Home) -> None:
    """Refuse where something real was received; the printed VIA figures that the demo itself brings do not count."""
    from ingest.archive import fingerprint
    from ingest.demo.write import VIA_LINES
    from ingest.register import Register

    own = {fingerprint(path).file_hash for path in VIA_LINES}
    with Register(home.register_path) as register:
        received = [file for file in register.files() if file.outcome == "received" and file.file_hash not in own]
    n_real = sum(file.data_kind == "real" for file in received)
    if n_real:
        raise DemoError(
            f"De map '{home.path}' bevat echte bestanden ({n_real}); verzonnen cijfers horen daar niet bij. "
            "Kies met OPVANGSPIEGEL_HOME een andere map voor de demo."
        )


def _remove_earlier_demo(home: Home) -> None:
    """Remove what an earlier demo handed in; its publication keeps serving until the new one takes its place.

    The register goes first: without it, archive and raw mean nothing, so that a kill in between does no harm.
    """
    for path in home.path.glob(f"{home.register_path.name}*"):
        path.unlink()
    for folder in (home.raw, home.archive, home.demo):
        shutil.rmtree(folder, ignore_errors=True)
    home.ensure()


def _memory(home: Home) -> Path:
    return home.demo / "published.json"


def _remember(home: Home, parameters: DemoParameters, inputs_digest: str) -> None:
    memory = {"recipe": recipe(repr(parameters)), "inputs_digest": inputs_digest}
    _memory(home).write_text(json.dumps(memory), encoding="utf-8")


def _remembered(home: Home) -> dict[str, str] | None:
    try:
        return json.loads(_memory(home).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
