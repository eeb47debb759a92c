"""The commands `opvangspiegel via …`. Heavy imports stand inside the commands, so that --help answers at once."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.cli_dutch import DutchCommand, DutchGroup

via_app = typer.Typer(
    cls=DutchGroup,
    name="via",
    help="De VIA-middelen: lijsten van betalingen en boekingen, en de cijfers van de akkoorden.",
    invoke_without_command=True,
    rich_markup_mode=None,
)


@via_app.callback()
def options(context: typer.Context) -> None:
    """De VIA-middelen: lijsten van betalingen en boekingen, en de cijfers van de akkoorden."""
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


@via_app.command("findings", cls=DutchCommand)
def list_findings(
    as_json: Annotated[bool, typer.Option("--json", help="Geef het resultaat als JSON.")] = False,
) -> None:
    """Toon wat er in de cijfers van de akkoorden niet klopt.

    Met het bewijs, en of iemand de lezing aanvaardde.
    """
    from dataclasses import asdict

    from ingest import console
    from ingest.home import home_from_environment
    from ingest.via_readings import findings

    found = findings(home_from_environment())
    if as_json:
        console.show_json({"findings": [asdict(one) for one in found]})
        return
    for one in found:
        state = "aanvaard" if one.is_accepted else "niet aanvaard"
        console.say("[bold]{}[/bold]  {} {}  ({})", one.finding_id, one.agreement, one.year, state)
        console.say("  {}", one.message_nl)
        console.say("  [dim]{}[/dim]", one.proof_nl)
    console.say("{} bevindingen.", len(found))


@via_app.command("accept", cls=DutchCommand)
def accept_reading(
    finding: Annotated[
        str,
        typer.Argument(help="De bevinding, of het begin van haar kenmerk.", metavar="BEVINDING", show_default=False),
    ],
    note: Annotated[
        str, typer.Option("--note", help="Waarom de lezing klopt.", metavar="TEKST", show_default=False)
    ] = "",
) -> None:
    """Aanvaard een bevinding in de cijfers van een akkoord."""
    from ingest import console
    from ingest.home import home_from_environment
    from ingest.via_readings import accept_finding

    found = accept_finding(home_from_environment(), finding, note)
    console.say("Aanvaard: {}", found.message_nl)
    console.say("Bouw met 'opvangspiegel build' om te publiceren.")
