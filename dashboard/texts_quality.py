"""Dutch words of the page Kwaliteit."""

from dashboard.language import marked as _

TITLE = _("Kwaliteit van de cijfers, {year}")
SUMMARY = _(
    "Bij {n_authorities} van de {n_received} ontvangen inzendingen over {year} staat minstens één opmerking; "
    "{n_problems} in totaal, geweigerde bestanden meegerekend. {answered}"
)
SUMMARY_NONE = _("Over {year} staat geen enkele opmerking bij de {n_received} ontvangen inzendingen.")
ANSWERED_NONE = _("Voor geen enkele gaf een bestuur een reden.")
ANSWERED_ONE = _("Voor {n} ervan gaf een bestuur een reden.")
ANSWERED_MORE = _("Voor {n} ervan gaven besturen een reden.")

PROBLEMS = _("Waar gaat het mis?")
PROBLEMS_ALT = _("Aantal opmerkingen per regel en per blad, {year}.")
PROBLEMS_NOTE = _(
    "Het getal in een vak is het aantal opmerkingen: hoe donkerder, hoe meer. Van een verbeterd bestand telt enkel de "
    "laatste versie."
)
NO_PROBLEMS = _("Over {year} is er niets aan te merken op wat ontvangen is. Kies in de zijbalk een ander jaar.")
FILE_AS_A_WHOLE = _("Hele bestand")
RULE, MEND, SHEET = _("Regel"), _("Hoe herstellen"), _("Tabblad")
COUNT, YEAR_BEFORE, AUTHORITIES = _("Aantal"), _("Jaar ervoor"), _("Bestanden")

STATUSES = _("Stand van de cijfers per thema: {care_type}")
STATUSES_ALT = _("Aandeel van de cijfers per stand en per thema voor {care_type}, {year}.")
STATUSES_NOTE = _(
    "Elk vak is een deel van alle cijfers van alle besturen binnen het thema. Cijfers die voor een bestuur niet van "
    "toepassing zijn, tellen niet mee."
)
NO_STATUSES = _("Voor deze keuze zijn er geen cijfers. Kies in de zijbalk een ander jaar of een andere soort opvang.")
SHARE, N_FIGURES = _("Aandeel"), _("Cijfers")

COMPLETENESS = _("Volledigheid door de jaren")
COMPLETENESS_ALT = _("Volledigheid per jaar: ontvangen inzendingen, ingevulde cellen en gerapporteerde cijfers.")
MEASURED = {
    "received": _("besturen die indienden"),
    "filled": _("verplichte cellen die ingevuld zijn"),
    "reported": _("cijfers die gerapporteerd zijn"),
}
COMPLETENESS_NOTE = _(
    "Een gerapporteerd cijfer is volledig en staat niet in navraag; enkel die cijfers worden vergeleken."
)

CORRECTIONS = _("Correcties van cellen door het Steunpunt")
CORRECTIONS_SUMMARY = _("Toegepast: {applied} van {n}. {attention}")
ATTENTION_NONE = _("Geen enkele vraagt nog iets.")
ATTENTION_ONE = _("{n} vraagt aandacht: de bron of de datum is intussen veranderd.")
ATTENTION_MORE = _("{n} vragen aandacht: de bron of de datum is intussen veranderd.")
NO_CORRECTIONS = _("Het Steunpunt corrigeerde geen enkele cel. Corrigeren gaat met `opvangspiegel correct`.")
ESTIMATE = _("schatting")

ANSWERED = _("Opvallend, maar juist: redenen van besturen")
NO_ANSWERED = _(
    "Over {year} gaf nog geen bestuur een reden bij een opvallend cijfer. Dat kan bij het inzenden, of met "
    "`opvangspiegel reason`."
)
SETTLED, NOT_SETTLED = _("aanvaard"), _("wacht op het Steunpunt")
