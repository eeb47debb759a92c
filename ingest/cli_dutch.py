"""The words that the command line framework says itself, in Dutch."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_HELP_WORDS = {
    "Usage:": "Gebruik:",
    "Arguments:": "Argumenten:",
    "Options:": "Opties:",
    "Commands:": "Opdrachten:",
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT …",
    "Show this message and exit.": "Toon deze uitleg.",
    "[required]": "[verplicht]",
    "[default:": "[standaard:",
    "; required]": "; verplicht]",
}


def _in_dutch(help_text: str) -> str:
    for english, dutch in _HELP_WORDS.items():
        help_text = help_text.replace(english, dutch)
    return help_text


class DutchCommand(TyperCommand):
    """A command whose help has Dutch headings."""

    def get_help(self, ctx: typer.Context) -> str:
        """The help text, headings included, in Dutch."""
        return _in_dutch(super().get_help(ctx))


class DutchGroup(TyperGroup):
    """The list of commands, with Dutch headings."""

    def get_help(self, ctx: typer.Context) -> str:
        """The help text, headings included, in Dutch."""
        return _in_dutch(super().get_help(ctx))


def usage_sentence(error: typer.TyperException) -> str:
    """What is wrong with what was typed, as one Dutch sentence."""
    wrong: Any = error
    hint = " Kijk met --help wat er kan."
    match type(error).__name__:
        case "MissingParameter":
            names = wrong.param.get_error_hint() if wrong.param else ""
            return f"Er ontbreekt iets: {names}.{hint}"
        case "NoSuchOption":
            return f"De optie '{wrong.option_name}' bestaat niet.{hint}"
        case "BadParameter":
            names = wrong.param.get_error_hint() if wrong.param else "een van de opties"
            return f"De waarde van {names} is niet bruikbaar.{hint}"
        case _:
            message = str(getattr(wrong, "message", wrong))
            surplus = re.search(r"extra argument\S* \((.+)\)", message)
            if surplus:
                return f"Dit staat er te veel: '{surplus[1]}'.{hint}"
            return f"De opdracht is niet begrepen{_quoted_in(message)}.{hint}"


def _quoted_in(message: str) -> str:
    """The word that was not understood, and the ones that may have been meant, out of the framework's message."""
    words = re.findall(r"'([^']+)'", message)
    proposal = f" (misschien {' of '.join(words[1:])}?)" if words[1:] else ""
    return f": '{words[0]}'{proposal}" if words else ""
