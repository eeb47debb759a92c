"""Dutch words of the page Correcties."""

from dashboard.language import marked as _

TITLE = _("Wat na publicatie gecorrigeerd werd")
INTRO = _(
    "Een gepubliceerd cijfer verandert nooit stilzwijgend. Hier staat per publicatie welk cijfer veranderde, wat er "
    "eerst stond, wat er nu staat en waarom."
)
NO_CORRECTIONS = _(
    "Sinds de eerste publicatie veranderde geen enkel gepubliceerd cijfer. Zodra een nieuwe publicatie een cijfer "
    "wijzigt, staat het hier."
)
PUBLICATION = _("Publicatie")
NAMED = _("{number} ({day})")
NAMED_NOTE = _("{number} ({day}): {note}")
WHO, EVERYBODY = _("Van wie?"), _("Alle besturen")
WHAT = _("Wat veranderde?")
WHAT_CHOICES = {"all": _("De waarde of de stand"), "values": _("De waarde zelf")}
SUMMARY = _("Cijfers die publicatie {number} veranderde: {n}; bij {n_values} daarvan veranderde de waarde zelf.")
NOT_HERE = _(
    "Voor deze keuze is er geen correctie. Kies een andere publicatie, alle besturen, en de waarde of de stand."
)
WAS, IS, WHY = _("Was"), _("Is nu"), _("Waarom")
STATUS_WAS, STATUS_IS = _("Stand was"), _("Stand is")
CAUSE, VERSIONS = _("Oorzaak"), _("Versie")
VERSION_CHANGE = _("{old} → {new}")
MOVED = _("Vergelijkingen van anderen die meebewogen")
MOVED_NOTE = _(
    "De laatste kolom telt de vergelijkingen (mediaan, kwartielen, plaats, oordeel) van andere besturen met hetzelfde "
    "kengetal, jaar en soort opvang die in die publicatie verschoven. Veranderden er meer besturen tegelijk, dan is "
    "dat het aantal door hen samen."
)
UNNAMED = _("bestuur zonder naam")
FIGURES_CHANGED, VALUES_CHANGED = _("Cijfers"), _("Waarvan de waarde")
PER_CAUSE = _("Alle publicaties met correcties")

LOOK_BACK = _("Bekijk een eerdere publicatie")
LOOK_BACK_INTRO = _(
    "Kies een publicatie: alle pagina’s tonen dan de cijfers zoals ze toen waren. De keuze staat in de link."
)
THE_CURRENT_ONE = _("De huidige")
LOOKING_BACK = _("U kijkt naar een eerdere publicatie, nummer {number}. De cijfers kunnen intussen gecorrigeerd zijn.")
BACK = _("Terug naar de huidige publicatie")

COMPARE = _("Vergelijk twee publicaties")
COMPARE_INTRO = _(
    "Van de laatste {n} publicaties is het bestand bewaard; die kunnen cijfer voor cijfer vergeleken worden."
)
OLDER, NEWER = _("Eerste publicatie"), _("Tweede publicatie")
ONE_PUBLICATION = _(
    "Er is maar één publicatie bewaard, dus er valt nog niets te vergelijken. Publiceer opnieuw met "
    "`opvangspiegel build`."
)
SAME_PUBLICATION = _("Kies twee verschillende publicaties.")
NO_DIFFERENCES = _("Beide publicaties tonen dezelfde cijfers.")
DIFFERENCES_ONE = _("Tussen publicatie {old} en publicatie {new} verschilt {n} cijfer.")
DIFFERENCES_MORE = _("Tussen publicatie {old} en publicatie {new} verschillen {n} cijfers.")
FIRST_ROWS = _("Getoond worden de eerste {n}; `opvangspiegel changes --publications --json` geeft ze allemaal.")
ABSENT = _("bestond niet")
