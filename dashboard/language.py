"""The language of the reader: Dutch, in which the texts are written, or a translation out of a gettext catalogue."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = {"nl": "Nederlands", "en": "English"}
SOURCE_LANGUAGE = "nl"
CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "dashboard"
_within: ContextVar[str | None] = ContextVar("language", default=None)
_chosen: ContextVar[str | None] = ContextVar("chosen language", default=None)


def follow(choice: object) -> None:
    """Write what follows in the language that the reader chose, unless ``written_in`` says otherwise."""
    _chosen.set(str(choice))


@contextmanager
def written_in(code: str) -> Iterator[None]:
    """Write everything within this block in one language, whatever the reader of the dashboard chose."""
    token = _within.set(code)
    try:
        yield
    finally:
        _within.reset(token)


def current() -> str:
    """The code of the language to write in; Dutch when nothing known was chosen."""
    code = _within.get() or _chosen.get()
    return code if code in LANGUAGES else SOURCE_LANGUAGE


def locale() -> str:
    """The locale that goes with the language: always Belgian, for the numbers are."""
    return f"{current()}_BE"


def marked(text: str) -> str:
    """Mark a text that stands in a constant for the catalogues; it is translated where it is used."""
    return text


def translated(text: str) -> str:
    """A Dutch text in the language of the reader; the Dutch text itself where the catalogue has none."""
    return _catalogue(current()).gettext(text) if text else text


def translated_count(one: str, more: str, n: float) -> str:
    """The Dutch text for one or for more, in the language of the reader; both are texts of their own."""
    return translated(one if n == 1 else more)


def translated_values(texts: Mapping[str, str]) -> dict[str, str]:
    """A mapping to Dutch texts, with those texts in the language of the reader."""
    return {code: translated(text) for code, text in texts.items()}


@cache
def _catalogue(code: str) -> NullTranslations:
    """The catalogue of a language, read from its text, so that no compiled copy can fall behind."""
    path = CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    if code == SOURCE_LANGUAGE:
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=code, domain=DOMAIN))
    compiled.seek(0)
    return GNUTranslations(compiled)
