"""The commands with which people decide and answer: accept, query, withdraw, reason, answer, queries."""

from __future__ import annotations

from typing import Annotated

import typer

from ingest.cli_dutch import DutchCommand
from ingest.cli_options import AnyNis, AnyYear, AsJson, InColumn, Nis, Note, OnRow, OnSheet, Year


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (accept, query, withdraw, reason, answer, queries):
        app.command(cls=DutchCommand)(command)


def accept(
    nis: AnyNis = None,
    year: AnyYear = None,
    everything: Annotated[bool, typer.Option("--all", help="Aanvaard alles wat op een beslissing wacht.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Aanvaard ook een versie die ingetrokken was.")] = False,
    note: Note = "",
) -> None:
    """Aanvaard de laatst ontvangen versie van een inzending.

    Met haar redenen: vragen die met een reden beantwoord zijn, houden de cijfers daarna niet meer tegen.
    """
    from ingest import console
    from ingest.decide import accept as accept_versions
    from ingest.home import home_from_environment

    if not everything and nis is None and year is None:
        console.fail("Zeg met --nis en --year welke inzending aanvaard wordt, of gebruik --all.")
        raise typer.Exit(2)
    n_accepted = accept_versions(home_from_environment(), nis, year, note, all_receivable=everything, again=again)
    console.say("Aanvaard: {}. Bouw met 'opvangspiegel build' om te publiceren.", n_accepted)


def query(
    nis: Nis,
    year: Year,
    text: Annotated[
        str, typer.Option("--text", "--note", help="De vraag aan het bestuur.", metavar="TEKST", show_default=False)
    ] = "",
    sheet: OnSheet = None,
    row: OnRow = None,
    column: InColumn = None,
    indicator: Annotated[
        str | None,
        typer.Option("--indicator", help="Indicator waarover het gaat.", metavar="CODE", show_default=False),
    ] = None,
) -> None:
    """Zet een inzending in navraag: een vraag aan het bestuur.

    Over een plaats in het bestand, over een indicator, of over het geheel; meerdere vragen mogen.
    """
    from ingest import console
    from ingest.decide import query as query_version
    from ingest.home import home_from_environment
    from ingest.places import place_of

    place = place_of(year, sheet, row, column, indicator)
    number = query_version(home_from_environment(), nis, year, text, place)
    console.say("De inzending van {} over {} staat in navraag (vraag {}).", nis, year, number)


def withdraw(nis: Nis, year: Year, note: Note = "") -> None:
    """Trek een ontvangen versie in.

    De vorige aanvaarde versie telt dan weer.
    """
    from ingest import console
    from ingest.decide import withdraw as withdraw_version
    from ingest.home import home_from_environment

    withdraw_version(home_from_environment(), nis, year, note)
    console.say("De inzending van {} over {} is ingetrokken.", nis, year)


def reason(
    nis: Nis,
    year: Year,
    text: Annotated[
        str, typer.Option("--text", help="Waarom het cijfer juist is.", metavar="TEKST", show_default=False)
    ] = "",
    sheet: OnSheet = None,
    row: OnRow = None,
    column: InColumn = None,
    rule: Annotated[
        str | None, typer.Option("--rule", help="Alleen problemen van deze regel.", metavar="CODE", show_default=False)
    ] = None,
) -> None:
    """Zeg waarom een opvallend cijfer in de laatste versie toch juist is."""
    from ingest import console
    from ingest.home import home_from_environment
    from ingest.places import place_of
    from ingest.remarks import give_reason

    given = give_reason(home_from_environment(), nis, year, text, place_of(year, sheet, row, column), rule)
    console.say("Reden genoteerd bij {} probleem/problemen van versie {}.", given.n_problems, given.version)


def answer(
    number: Annotated[int, typer.Option("--query", help="Nummer van de vraag.", metavar="NUMMER", show_default=False)],
    text: Annotated[str, typer.Option("--text", help="Het antwoord.", metavar="TEKST", show_default=False)] = "",
) -> None:
    """Beantwoord een vraag van het Steunpunt."""
    from ingest import console
    from ingest.home import home_from_environment
    from ingest.remarks import answer_query

    answered = answer_query(home_from_environment(), number, text)
    console.say("Vraag {} van {} over {} is beantwoord.", number, answered.nis_code, answered.year)


def queries(nis: AnyNis = None, year: AnyYear = None, as_json: AsJson = False) -> None:
    """Toon de vragen van het Steunpunt en hun antwoorden."""
    from ingest import cli_changes_reports, console
    from ingest.home import home_from_environment
    from ingest.remarks import queries as asked

    found = asked(home_from_environment(), nis, year)
    if as_json:
        console.show_json([cli_changes_reports.as_dict(one) for one in found])
    else:
        cli_changes_reports.show_queries(found)
