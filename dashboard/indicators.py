"""A registry row that can show a value and title an axis."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard import format as belgian
from dashboard.language import translated as _


@dataclass(frozen=True)
class Indicator:
    """One indicator as the registry defines it."""

    code: str
    label: str
    theme: str
    theme_label: str
    unit: str
    decimals: int
    polarity: str
    definition: str
    formula: str = ""

    @classmethod
    def from_row(cls, row: Mapping[str, object]) -> "Indicator":
        """Read one row of ``marts.dim_indicators``."""
        return cls(
            code=str(row["indicator_code"]),
            label=str(row["label"]),
            theme=str(row["theme"]),
            theme_label=str(row["theme_label"]),
            unit=str(row["unit"]),
            decimals=int(row["decimals"]),
            polarity=str(row["polarity"]),
            definition=str(row["definition"]),
            formula=_text(row.get("formula")),
        )

    def show(self, value: float | None) -> str:
        """Write a value with its unit, or 'geen cijfer'."""
        return belgian.quantity(value, self.unit, self.decimals)

    def bare(self, value: float | None) -> str:
        """Write a value without its unit: for tables whose heading names the unit."""
        return belgian.number(value, self.decimals)

    def show_size(self, difference: float) -> str:
        """Write how far two values lie apart: between percentages that is percentage points."""
        unit = _("procentpunt") if self.unit == "%" else self.unit
        return belgian.quantity(abs(difference), unit, self.decimals)

    def between(self, low: float, high: float) -> str:
        """Write a range with its unit once, or twice where the unit stands in front."""
        first = self.show(low) if self.unit == "€" else self.bare(low)
        return _("{low} en {high}").format(low=first, high=self.show(high))

    @property
    def axis_title(self) -> str:
        """The label with its unit, for an axis or the heading of a column."""
        return f"{self.label} ({self.unit})" if self.unit else self.label

    @property
    def axis_format(self) -> str:
        """The d3 number format; the chart theme supplies the Belgian separators."""
        return f",.{self.decimals}f"


def _text(value: object) -> str:
    return "" if belgian.is_missing(value) else str(value)
