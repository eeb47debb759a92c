"""The command that checks files before they are handed in."""

from __future__ import annotations

import typer

from ingest.cli_marked import Marked, write_marked
from ingest.cli_options import AsJson, Paths
from ingest.cli_preview import WithPreview, previews_of, show_previews


def check_command(
    paths: Paths, as_json: AsJson = False, marked: Marked = None, with_preview: WithPreview = False
) -> None:
    """Controleer bestanden zonder ze te ontvangen.

    Eindigt met code 1 als er iets geweigerd zou worden.
    """
    from ingest import cli_reports, console
    from ingest.receive import check_paths

    with console.progress("Controleren") as on_progress:
        checked = check_paths(paths, on_progress=on_progress)
    files = cli_reports.reports_of(checked)
    if marked:
        write_marked(paths, checked, marked)
    previews, reasons = previews_of(checked) if with_preview else ([], [])
    if as_json:
        more = {"previews": [one.as_dict() for one in previews], "without_preview": reasons} if with_preview else {}
        console.show_json(cli_reports.files_as_dict(files) | more)
    else:
        cli_reports.show_files(files)
        show_previews(previews)
        for reason in reasons:
            console.say("{}", reason)
    raise typer.Exit(cli_reports.exit_code(files))
