"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[list[Path], typer.Argument(help="Bestanden of mappen.", metavar="PAD…", show_default=False)]
Nis = Annotated[
    str, typer.Option("--nis", help="NIS-code van het bestuur, vijf cijfers.", metavar="NIS", show_default=False)
]
Year = Annotated[int, typer.Option("--year", help="Boekjaar.", metavar="JAAR", show_default=False)]
Note = Annotated[
    str, typer.Option("--note", help="Toelichting, voor het register.", metavar="TEKST", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Geef het resultaat als JSON.")]
AnyNis = Annotated[
    str | None, typer.Option("--nis", help="NIS-code van het bestuur.", metavar="NIS", show_default=False)
]
AnyYear = Annotated[int | None, typer.Option("--year", help="Boekjaar.", metavar="JAAR", show_default=False)]
OnSheet = Annotated[
    str | None, typer.Option("--sheet", help="Blad waarover het gaat.", metavar="BLAD", show_default=False)
]
OnRow = Annotated[int | None, typer.Option("--row", help="Rij in dat blad.", metavar="RIJ", show_default=False)]
InColumn = Annotated[
    str | None, typer.Option("--column", help="Kolom van dat blad.", metavar="KOLOM", show_default=False)
]
