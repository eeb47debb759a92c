"""Dutch words of the page Overzicht."""

from dashboard.language import marked as _

SUMMARY_HEADING = _("In het kort")
STANDS_OUT = _("Het meest valt “{indicator}” op: {value}, {judgement}{beside}.")
BESIDE_MEDIAN = _(" (mediaan {median})")
NOTHING_STANDS_OUT = _("Geen enkel kengetal valt op: waar u een plaats in de groep hebt, ligt u in de middelste helft.")
CHOOSE_OTHER = _("Kies een ander jaar, een andere soort opvang of een andere groep om toch te vergelijken.")
MOVED_UP = _("Sinds {before} veranderde “{indicator}” het sterkst: het steeg van {start} naar {end}.")
MOVED_DOWN = _("Sinds {before} veranderde “{indicator}” het sterkst: het daalde van {start} naar {end}.")
MEDIAN_MOVED = _("De mediaan van de groep ging van {start} naar {end}.")
MEDIAN_STAYED = _("De mediaan van de groep bleef {end}.")
ACROSS_BREAK = _("Daartussen ligt een breuk in de reeks: vergelijk met voorzichtigheid.")
NOTHING_MOVED = _("Geen enkel kengetal veranderde sinds {before}.")
NO_CHANGES = _("Er is geen enkel kengetal met een gerapporteerd cijfer voor zowel {before} als {year}.")

THEME_PLACED = _(
    "{placed} van de {total} kengetallen van dit thema met een plaats in de groep: {low} in het laagste kwart, "
    "{middle} in de middelste helft en {high} in het hoogste kwart."
)
THEME_NOT_PLACED = _("In dit thema kan geen van de {total} kengetallen met de groep vergeleken worden.")
EACH_INDICATOR = _("Elk kengetal van dit thema in woorden")
CHANGES_HEADING = _("Wat veranderde sinds vorig jaar")
COUNTS = _(
    "{n} van de {total} kengetallen met een gerapporteerd cijfer voor zowel {before} als {year}. Gestegen: {up}; "
    "gedaald: {down}; gelijk gebleven: {same}."
)
CHANGES_HELP = _(
    "Alleen wat voor beide jaren gerapporteerd is, telt als verandering. Kies in de zijbalk een ander jaar of een "
    "andere soort opvang."
)
CHANGES_LEGEND = _(
    "Elke rij heeft een eigen schaal. ◇ = {name} in {before}; ◆ = {name} in {year}, met rechts de waarde; ┃ = mediaan "
    "van de groep nu, met de dunne streep de mediaan in {before}; donkere band = middelste helft van de groep nu; "
    "lichte band = middelste 80 %."
)
BREAK_LEGEND = _("‖ en een gebroken lijn = breuk in de reeks: {labels}.")
BREAK_MARK = "\u00a0‖"
CHANGES_ALT = _("Kengetallen van {name} die tussen {before} en {year} het sterkst veranderden, naast de groep.")
BEFORE = _("was {value}")

YEAR_BEFORE, CHANGE, CHANGE_SHARE = _("Jaar voordien"), _("Verandering"), _("Verandering in %")
STATUS_BEFORE, MEDIAN_BEFORE = _("Stand jaar voordien"), _("Mediaan jaar voordien")
LARGER_THAN, HAS_BREAK = _("Sterker dan bij"), _("Breuk")
OF_AUTHORITIES = _("{share} van de besturen")
