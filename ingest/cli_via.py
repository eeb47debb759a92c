"""The commands `opvangspiegel via …`. Heavy imports stand inside the commands, so that --help answers at once."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.cli_dutch import DutchCommand, DutchGroup

via_app = typer.Typer(
    cls=DutchGroup,
    name="via",
    help="De VIA-middelen: lijsten van betalingen en boekingen.",
    invoke_without_command=True,
    rich_markup_mode=None,
)


@via_app.callback()
def options(context: typer.Context) -> None:
    """De VIA-middelen: lijsten van betalingen en boekingen."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@via_app.command(cls=DutchCommand)
def release(
    list_: Annotated[
        str,
        typer.Argument(
            help="De naam van het bestand, of het begin van zijn hash.", metavar="LIJST", show_default=False
        ),
    ],
    note: Annotated[
        str, typer.Option("--note", help="Waarom de lijnen kloppen.", metavar="TEKST", show_default=False)
    ] = "",
) -> None:
    """Laat een wachtende lijst meetellen.

    Alleen een lijst met vragen; wat geweigerd is, wordt door de afzender verbeterd.
    """
    from ingest import console
    from ingest.home import home_from_environment
    from ingest.via_release import release as release_list

    found = release_list(home_from_environment(), list_, note)
    name, n_lines = found.file.file_name, found.facts.n_lines
    console.say("'{}' telt mee: {} lijnen. Bouw met 'opvangspiegel build' om te publiceren.", name, n_lines)
