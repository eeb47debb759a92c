"""The command line `opvangspiegel`. Heavy imports stand inside the commands, so that --help answers at once."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ingest import cli_changes, cli_decisions
from ingest.cli_check import check_command
from ingest.cli_dutch import DutchCommand, DutchGroup, usage_sentence
from ingest.cli_options import AsJson, Nis, Note, Paths, Year
from ingest.cli_report import report_command
from ingest.cli_trace import trace_command
from ingest.cli_via import via_app

app = typer.Typer(
    cls=DutchGroup,
    help="Opvangspiegel: kinderopvang van lokale besturen naast die van vergelijkbare besturen.",
    epilog="Alles wordt bewaard in de map die OPVANGSPIEGEL_HOME noemt (standaard ./warehouse).",
    add_completion=False,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(via_app)

Host = Annotated[str, typer.Option("--host", help="Adres waarop het dashboard luistert.", metavar="ADRES")]
Port = Annotated[int, typer.Option("--port", help="Poort van het dashboard.", metavar="POORT", min=1, max=65535)]
DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8501


@app.callback()
def options(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Toon bij een fout ook waar in de code ze ontstond.")] = False,
) -> None:
    """Opvangspiegel: kinderopvang van lokale besturen naast die van vergelijkbare besturen."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(cls=DutchCommand)
def demo(
    authorities: Annotated[
        int | None,
        typer.Option(
            "--authorities", help="Aantal besturen (standaard alle).", min=1, metavar="AANTAL", show_default=False
        ),
    ] = None,
    years: Annotated[str, typer.Option("--years", help="Jaren, bv. 2021-2025 of 2024.", metavar="JAREN")] = "2021-2025",
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Start het dashboard daarna niet.")] = False,
    host: Host = DEFAULT_HOST,
    port: Port = DEFAULT_PORT,
) -> None:
    """Maak en publiceer een demo, en toon het dashboard."""
    from ingest import cli_reports, console
    from ingest.demo_journey import DemoParameters, is_published, make_demo
    from ingest.home import home_from_environment
    from ingest.serve import ensure_port_free

    home = home_from_environment()
    parameters = DemoParameters(_years(years), authorities)
    if not no_serve:
        ensure_port_free(host, port)
    if is_published(home, parameters):
        console.say("De demo is al gepubliceerd; er hoeft niets opnieuw gebouwd te worden.")
    else:
        report = make_demo(home, parameters, console.progress)
        cli_reports.show_demo(report)
        if not report.build or not report.build.is_published:
            raise typer.Exit(1)
    if not no_serve:
        _serve(host, port)


@app.command(cls=DutchCommand)
def load(
    paths: Paths,
    received_on: Annotated[
        datetime | None,
        typer.Option(
            "--received-on",
            help="Datum van ontvangst (standaard vandaag).",
            formats=["%Y-%m-%d", "%d/%m/%Y"],
            metavar="JJJJ-MM-DD",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ontvang bestanden of mappen, en meld elk probleem."""
    from ingest import cli_reports, console
    from ingest.home import home_from_environment
    from ingest.receive import load_paths

    day = received_on.date() if received_on else None
    with console.progress("Inladen") as on_progress:
        report = load_paths(home_from_environment(), paths, day, on_progress=on_progress)
    if as_json:
        console.show_json(cli_reports.files_as_dict(report.files))
    else:
        cli_reports.show_files(report.files)
    if report.is_mixed and not as_json:
        cli_reports.show_mixed()
    raise typer.Exit(cli_reports.exit_code(report.files))


app.command("check", cls=DutchCommand)(check_command)


@app.command(cls=DutchCommand)
def template(
    nis: Nis,
    year: Year,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="Het te maken bestand (.xlsx).", metavar="BESTAND", show_default=False),
    ],
) -> None:
    """Maak het werkboek dat een bestuur kan invullen."""
    from ingest import console
    from ingest.home import home_from_environment
    from ingest.template.earlier import earlier_answers
    from ingest.template.write import write_template

    earlier = earlier_answers(home_from_environment(), nis, year)
    console.say("Het werkboek staat klaar: {}", write_template(nis, year, output, earlier))


cli_decisions.add_to(app)
cli_changes.add_to(app)


@app.command(cls=DutchCommand)
def build(
    note: Note = "",
    full: Annotated[bool, typer.Option("--full", help="Herbouw alles, ook de jaren waarin niets wijzigde.")] = False,
) -> None:
    """Bouw en test een nieuwe publicatie.

    De huidige publicatie blijft staan tot alle testen geslaagd zijn. Jaren waarin niets wijzigde, worden waar dat zeker
    is uit de huidige publicatie overgenomen.
    """
    from ingest import cli_reports, console
    from ingest.home import home_from_environment
    from ingest.publish import build as build_publication

    with console.progress("Vergelijking opbouwen") as on_progress:
        report = build_publication(home_from_environment(), on_progress, note, is_full=full)
    cli_reports.show_build(report)
    raise typer.Exit(0 if report.is_published else 1)


@app.command(cls=DutchCommand)
def serve(host: Host = DEFAULT_HOST, port: Port = DEFAULT_PORT) -> None:
    """Toon het dashboard, standaard alleen op deze computer."""
    _serve(host, port)


@app.command(cls=DutchCommand)
def status(as_json: AsJson = False) -> None:
    """Toon wat gepubliceerd is, en wat nog wacht.

    Het nummer en het moment van de publicatie, de bestanden waaruit ze gebouwd is, wat geweigerd werd, en wat op een
    beslissing wacht.
    """
    from ingest import cli_reports, console
    from ingest.home import home_from_environment
    from ingest.status import status as status_of

    found = status_of(home_from_environment())
    if as_json:
        console.show_json(found.as_dict())
    else:
        cli_reports.show_status(found)


app.command("report", cls=DutchCommand)(report_command)
app.command("trace", cls=DutchCommand)(trace_command)


def _serve(host: str, port: int) -> None:
    from ingest import console
    from ingest.home import home_from_environment
    from ingest.serve import ensure_servable, serve_dashboard

    home = home_from_environment()
    ensure_servable(home, host, port)
    console.say("Het dashboard staat op [bold]http://{}:{}[/bold] (stoppen met Ctrl+C).", host, port)
    raise typer.Exit(serve_dashboard(home, host, port))


def _years(text: str) -> tuple[int, ...]:
    """The years of '2021-2025', '2024' or '2021,2023'."""
    years: list[int] = []
    try:
        for part in text.split(","):
            first, _, last = part.partition("-")
            years.extend(range(int(first), int(last or first) + 1))
    except ValueError:
        years = []
    if not years or not all(2014 <= year <= 2100 for year in years):
        from ingest.demo_journey import DemoError

        raise DemoError(f"'{text}' zijn geen jaren; schrijf bv. 2021-2025 of 2024.")
    return tuple(sorted(set(years)))


def main() -> None:
    """Run the command line. What goes wrong is one Dutch sentence on stderr; --debug shows where it came from."""
    try:
        code = app(prog_name="opvangspiegel", standalone_mode=False)
    except typer.TyperException as error:
        code = _refuse(usage_sentence(error), 2)
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except Exception as error:
        if "--debug" in sys.argv[1:]:
            raise
        from ingest.cli_errors import sentence_of

        code = _refuse(sentence_of(error), 1)
    sys.exit(code if isinstance(code, int) else 0)


def _refuse(sentence: str, code: int) -> int:
    from ingest import console

    console.fail(sentence)
    return code


if __name__ == "__main__":
    main()
