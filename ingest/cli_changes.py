"""The commands about what changed: between versions, between publications, and by correction."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.cli_dutch import DutchCommand
from ingest.cli_options import AnyNis, AnyYear, AsJson, Nis, OnRow, Year

if TYPE_CHECKING:
    from ingest.home import Home
    from ingest.preview import PreviewFigure
    from ingest.version_changes import VersionChanges


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (changes, correct, corrections, publications):
        app.command(cls=DutchCommand)(command)


def changes(
    nis: AnyNis = None,
    year: AnyYear = None,
    from_: Annotated[
        int | None, typer.Option("--from", help="Van deze versie (of publicatie).", metavar="NR", show_default=False)
    ] = None,
    to: Annotated[
        int | None, typer.Option("--to", help="Tot deze versie (of publicatie).", metavar="NR", show_default=False)
    ] = None,
    between_publications: Annotated[
        bool, typer.Option("--publications", help="Vergelijk twee publicaties in plaats van twee versies.")
    ] = False,
    if_published: Annotated[
        bool, typer.Option("--if-published", help="Toon wat nu publiceren zou veranderen; er wordt niets gepubliceerd.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Toon wat er veranderde sinds de vorige versie: welke cellen, en welke gepubliceerde cijfers daardoor bewegen.

    Of, met --publications of --if-published, alle cijfers die verschillen.
    """
    from ingest import cli_changes_reports, console
    from ingest.home import home_from_environment
    from ingest.publication_changes import compare_publications, if_published_now
    from ingest.version_changes import changes_between

    home = home_from_environment()
    if if_published:
        with console.progress("Proefpublicatie opbouwen") as on_progress:
            found = if_published_now(home, on_progress)
        cli_changes_reports.show(found, cli_changes_reports.show_figures, as_json)
    elif between_publications:
        found = compare_publications(home, from_, to)
        cli_changes_reports.show(found, cli_changes_reports.show_figures, as_json)
    elif nis is None or year is None:
        console.fail("Zeg met --nis en --year van welke inzending.")
        raise typer.Exit(2)
    else:
        cells = changes_between(home, nis, year, from_, to)
        figures, reason = _moved(home, cells)
        if as_json:
            moved = [cli_changes_reports.as_dict(one) for one in figures]
            console.show_json(cli_changes_reports.as_dict(cells) | {"figures": moved, "without_figures": reason})
        else:
            cli_changes_reports.show_cells(cells)
            cli_changes_reports.show_moved(cells, figures, reason)


def _moved(home: Home, cells: VersionChanges) -> tuple[tuple[PreviewFigure, ...], str | None]:
    """The figures that the version would move, or in Dutch why that cannot be told."""
    from ingest.preview import PreviewError
    from ingest.version_figures import moved_figures

    try:
        return moved_figures(home, cells.nis_code, cells.year, cells.to_version), None
    except PreviewError as error:
        return (), str(error)


def correct(
    nis: Nis,
    year: Year,
    sheet: Annotated[str, typer.Option("--sheet", help="Blad van de cel.", metavar="BLAD", show_default=False)],
    column: Annotated[str, typer.Option("--column", help="Kolom van de cel.", metavar="KOLOM", show_default=False)],
    value: Annotated[str, typer.Option("--value", help="De juiste waarde.", metavar="WAARDE", show_default=False)],
    why: Annotated[str, typer.Option("--why", help="Waarom.", metavar="TEKST", show_default=False)],
    word: Annotated[
        str, typer.Option("--word", help="Wie dat zei: een functie, geen naam.", metavar="FUNCTIE", show_default=False)
    ],
    row: OnRow = None,
    until: Annotated[
        datetime | None,
        typer.Option(
            "--until",
            help="Laatste dag waarop ze geldt.",
            formats=["%Y-%m-%d", "%d/%m/%Y"],
            metavar="JJJJ-MM-DD",
            show_default=False,
        ),
    ] = None,
    estimate: Annotated[bool, typer.Option("--estimate", help="De waarde is een schatting van het Steunpunt.")] = False,
) -> None:
    """Corrigeer één cel van de versie die telt.

    Ze geldt zolang de waarde van nu in de bron staat; het bestand zelf verandert niet.
    """
    from ingest import cli_changes_reports
    from ingest.correct import Why
    from ingest.correct import correct as correct_cell
    from ingest.home import home_from_environment

    grounds = Why(why, word, until.date() if until else None, estimate)
    made = correct_cell(home_from_environment(), nis, year, sheet, row, column, value, grounds)
    cli_changes_reports.show_correction(made)


def corrections(
    nis: AnyNis = None,
    year: AnyYear = None,
    withdraw: Annotated[
        int | None, typer.Option("--withdraw", help="Trek deze correctie in.", metavar="NUMMER", show_default=False)
    ] = None,
    why: Annotated[str, typer.Option("--why", help="Waarom ingetrokken.", metavar="TEKST", show_default=False)] = "",
    as_json: AsJson = False,
) -> None:
    """Toon de correcties van het Steunpunt, of trek er een in."""
    from ingest import cli_changes_reports, console
    from ingest.correct import corrections as made
    from ingest.correct import withdraw_correction
    from ingest.home import home_from_environment

    home = home_from_environment()
    if withdraw is not None:
        withdraw_correction(home, withdraw, why)
        console.say("Correctie {} is ingetrokken. Bouw met 'opvangspiegel build' om te publiceren.", withdraw)
        return
    cli_changes_reports.show(made(home, nis, year), cli_changes_reports.show_corrections, as_json)


def publications(as_json: AsJson = False) -> None:
    """Toon de publicaties met hun nummer, moment en toelichting."""
    from ingest import cli_changes_reports
    from ingest.home import home_from_environment
    from ingest.publication_changes import published

    cli_changes_reports.show(published(home_from_environment()), cli_changes_reports.show_publications, as_json)
