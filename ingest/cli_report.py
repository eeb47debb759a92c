"""The command that writes reports. What a report is, the dashboard knows; this starts it as a program of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest.cli_options import AnyNis, Year

PDF = ".pdf"


def report_command(
    year: Year,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", help="Het te maken bestand (.pdf); met --all de map.", metavar="PAD", show_default=False
        ),
    ],
    nis: AnyNis = None,
    care_type: Annotated[
        str, typer.Option("--care-type", help="Code van het type opvang, of all voor alles samen.", metavar="CODE")
    ] = "group",
    peer_group: Annotated[
        str, typer.Option("--peer-group", help="Code van de groep om mee te vergelijken.", metavar="CODE")
    ] = "nearest",
    peers: Annotated[
        str,
        typer.Option(
            "--peers",
            help="Zelf gekozen besturen: NIS-codes met komma's.",
            metavar="NIS,…",
            show_default=False,
        ),
    ] = "",
    language: Annotated[str, typer.Option("--lang", help="Taal van het rapport: nl of en.", metavar="TAAL")] = "nl",
    all_: Annotated[bool, typer.Option("--all", help="Maak de rapporten van alle besturen.")] = False,
    slides: Annotated[bool, typer.Option("--slides", help="Maak er ook een presentatie bij (PDF, 16:9).")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="Zet er ook de cijfers bij (XLSX).")] = False,
) -> None:
    """Schrijf een rapport over een bestuur, of over alle besturen."""
    from ingest import console
    from ingest.home import home_from_environment
    from ingest.serve import run_report

    wrong = _what_is_wrong(nis, output, language, all_)
    if wrong:
        console.fail(wrong)
        raise typer.Exit(2)
    asked = {
        "nis": nis,
        "year": year,
        "care_type": care_type,
        "peer_group": peer_group,
        "peers": [code.strip() for code in peers.split(",") if code.strip()],
        "language": language,
        "output": str(output.absolute()),
        "beside": [kind for kind, is_asked in (("slides", slides), ("xlsx", xlsx)) if is_asked],
    }
    raise typer.Exit(run_report(home_from_environment(), asked))


def _what_is_wrong(nis: str | None, output: Path, language: str, is_for_all: bool) -> str:
    if is_for_all == (nis is not None):
        return "Zeg met --nis over welk bestuur het rapport gaat, of vraag met --all die van alle besturen."
    if language not in ("nl", "en"):
        return f"De taal '{language}' kennen we niet. Kies nl of en."
    if not is_for_all and output.suffix.lower() != PDF:
        return f"'{output.name}' eindigt niet op .pdf; een rapport is een PDF."
    if is_for_all and output.exists() and not output.is_dir():
        return f"'{output}' is geen map; met --all komen de rapporten in een map."
    return ""
