"""Dutch words of the help in place: what a first visitor reads, and the headings of explanations."""

from dashboard.language import marked as _

WELCOME = _("Voor het eerst hier? In vier punten")
POINTS = (
    _(
        "**Wat dit is.** De Opvangspiegel zet de kinderopvang van een lokaal bestuur naast die van andere besturen. "
        "Kies in de zijbalk de gemeente, het jaar, de soort opvang en met wie u vergelijkt."
    ),
    _(
        "**Zo leest u de grafieken.** ◆ is uw bestuur, elke stip een ander bestuur. ┃ is de mediaan: de helft ligt "
        "lager. De donkere band is de middelste helft; wie daarbuiten ligt, valt op."
    ),
    _(
        "**Hoger is niet altijd beter.** Alleen waar dat afgesproken is, zeggen we “beter” of “minder goed”; anders "
        "enkel “hoger” of “lager”. Een ontbrekend cijfer is nooit nul."
    ),
    _(
        "**Verder kijken.** Achter elk vraagteken staat wat een woord betekent, onder elke grafiek staan de cijfers "
        "als tabel. De link bovenaan bewaart uw keuze: wie hem opent, ziet hetzelfde."
    ),
)
CLOSE, SHOW = _("Sluit deze uitleg"), _("Uitleg")

JUDGEMENT, JUDGEMENTS = _("Oordeel"), _("Oordelen")
