"""Belgian formats for numbers, dates and text that came out of files."""

import math
import re
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from dashboard import language
from dashboard.language import marked
from dashboard.language import translated as _

KEPT_NUMBERS = 50_000
NO_FIGURE = marked("geen cijfer")
BELGIAN_TIME = ZoneInfo("Europe/Brussels")
FIXED_SPACE = "\u00a0"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:&-])")


def is_missing(value: object) -> bool:
    """Say whether a value is absent, in any of the ways a frame writes that down."""
    if value is None:
        return True
    if isinstance(value, float):
        return math.isnan(value)
    return type(value).__name__ in {"NAType", "NaTType"}


def number(value: float | None, decimals: int = 0) -> str:
    """Write a number the Belgian way: 1234.5 with one decimal is '1.234,5'."""
    return _(NO_FIGURE) if is_missing(value) else _written(value, decimals, language.locale())


@lru_cache(maxsize=KEPT_NUMBERS)
def _written(value: float, decimals: int, locale: str) -> str:
    """The same figures come back in every comparison, and writing one down costs more than looking it up."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    shown = format_decimal(value, format=pattern, locale=locale)
    return shown.removeprefix("-") if _is_zero(shown) else shown


def _is_zero(shown: str) -> bool:
    return not any(digit in shown for digit in "123456789")


def quantity(value: float | None, unit: str, decimals: int = 0) -> str:
    """Write a number with its unit: '€ 1.234', '12,3 %', '1,85 VTE'."""
    if is_missing(value) or not unit:
        return number(value, decimals)
    shown = number(value, decimals)
    return f"€{FIXED_SPACE}{shown}" if unit == "€" else f"{shown}{FIXED_SPACE}{unit}"


def percentage(share: float | None, decimals: int = 0) -> str:
    """Write a share between 0 and 1 as a percentage: 0.856 is '86 %'."""
    return _(NO_FIGURE) if is_missing(share) else quantity(share * 100, "%", decimals)


def day(value: date | datetime | None) -> str:
    """Write a date in full: '1 maart 2025'. An absent date is an empty text."""
    return "" if is_missing(value) else format_date(value, format="d MMMM y", locale=language.locale())


def moment(value: datetime) -> str:
    """Write a moment in Belgian time: '1 maart 2025, 14.05 uur'. Without a zone it is taken as UTC."""
    aware = value if value.tzinfo else value.replace(tzinfo=ZoneInfo("UTC"))
    local = aware.astimezone(BELGIAN_TIME)
    return _("{day}, {time} uur").format(day=day(local), time=f"{local:%H.%M}")


def plain(text: object) -> str:
    """Make text from data safe to stand in Markdown: it is shown as written, never as markup."""
    return _MARKDOWN.sub(r"\\\1", str(text).replace("\n", " "))
