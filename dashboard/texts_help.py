"""Dutch words of the help in place: what a first visitor reads, and the headings of explanations."""

from dashboard.language import marked as _

JUDGEMENTS = _("Oordelen")
JUDGEMENT = _("Oordeel")
