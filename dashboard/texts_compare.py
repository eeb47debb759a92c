"""Dutch words of the page Vergelijk."""

from dashboard.language import marked as _

OVER_YEAR = _("Verschil met de mediaan, over het hele jaar")
OVER_YEAR_NOTE = _(
    "Het verschil met de mediaan ({size}), omgerekend met de eigen noemer van {name} ({denominator}). Het zegt hoe "
    "groot het verschil is, niet dat het anders moet: wat erachter zit, staat er niet in."
)

OTHER, NO_OTHER = _("Tweede kengetal"), _("geen")
OTHER_HELP = _("Zet de besturen in een figuur van twee kengetallen tegenover elkaar.")

MARK = _("Aangeduide besturen")
MARK_HELP = _(
    "Duid besturen aan om ze in elke figuur terug te vinden: hier bij naam, of klik op een balk of stip, sleep over "
    "een stuk van een figuur, of vink rijen aan in de tabel. "
    "Klik nog eens om ze los te laten. De keuze staat in de link."
)
CLEAR = _("Wis aanduiding")
TOO_MANY_ONE = _("{n} bestuur is niet aangeduid: er is plaats voor {most}. Wis de aanduiding of kies een kleiner stuk.")
TOO_MANY_MORE = _(
    "{n} besturen zijn niet aangeduid: er is plaats voor {most}. Wis de aanduiding of kies een kleiner stuk."
)
NUMBERED = _("Nummers in de figuren: {numbers}.")
NOT_IN_GROUP_ONE = _("{names} hoort niet bij de groep of heeft hier geen cijfer en staat dus niet in elke figuur.")
NOT_IN_GROUP_MORE = _("{names} horen niet bij de groep of hebben hier geen cijfer en staan dus niet in elke figuur.")

SCATTER = _("Twee kengetallen tegenover elkaar")
SCATTER_ALT = _("{n} besturen: {indicator} van links naar rechts, {other} van onder naar boven; {name} is gemarkeerd.")
NO_SCATTER = _("Kies hierboven een tweede kengetal om te zien of besturen op beide hoog of laag liggen.")
BOTH_MEDIANS = _("Voor {indicator} ligt {name} {first}; voor {other} {second}.")
ABOVE, BELOW, ON = _("boven de mediaan ({median})"), _("onder de mediaan ({median})"), _("op de mediaan ({median})")
NO_MEDIAN, NO_OWN = _("in een groep zonder mediaan"), _("nergens, want er is geen cijfer")
WITHOUT_BOTH_ONE = _("{n} bestuur staat niet in deze figuur: niet beide cijfers zijn volledig gerapporteerd.")
WITHOUT_BOTH_MORE = _("{n} besturen staan niet in deze figuur: niet beide cijfers zijn volledig gerapporteerd.")
