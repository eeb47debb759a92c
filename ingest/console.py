"""What people see in the terminal: progress, summaries and errors, all of it in Dutch.

Text that comes from a file is shown as it is: it never becomes markup of the terminal.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

OnProgress = Callable[[int, int, str], None]

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def plain(value: object) -> str:
    """Any value as text that rich shows literally; nothing becomes an en dash, control characters vanish."""
    if value is None:
        return "–"
    text = "".join(character if character.isprintable() else " " for character in str(value))
    return escape(text)


def say(sentence: str, *values: object) -> None:
    """Print one sentence; each `{}` of it takes a value that is shown literally."""
    out.print(sentence.format(*(plain(value) for value in values)), soft_wrap=True)


def fail(sentence: str) -> None:
    """Print an expected error on stderr, as the one sentence it is."""
    err.print(f"[red]Fout:[/red] {plain(sentence)}", soft_wrap=True)


def show_table(title: str, headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table; columns whose values are all numbers stand to the right."""
    table = Table(title=title, title_justify="left", header_style="bold")
    for position, header in enumerate(headers):
        numeric = bool(rows) and all(isinstance(row[position], int | float) for row in rows)
        table.add_column(header, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(plain(value) for value in row))
    out.print(table)


def show_json(value: object) -> None:
    """Print a value as JSON and nothing else, for other programs; dates become ISO text."""
    out.file.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


@contextmanager
def progress(what: str) -> Iterator[OnProgress]:
    """Show a bar on stderr while the work lasts; the callback takes (done, total, the item at hand)."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.fields[item]}[/dim]"),
    )
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(plain(what), total=None, item="")

        def on_progress(done: int, total: int, item: str = "") -> None:
            bar.update(task, completed=done, total=total, item=plain(item)[:60])

        yield on_progress


def seconds(value: float) -> str:
    """A duration with one Belgian decimal: 12.34 is '12,3 s'."""
    return f"{value:.1f} s".replace(".", ",")
