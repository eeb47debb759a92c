"""Dutch words of the page Evolutie."""

from dashboard.language import marked as _

MAP = _("Gemeentekaart")
MAPS = {"today": _("Kaart van vandaag"), "reported": _("Ook vóór de fusie")}
MAP_HELP = _(
    "Op de kaart van vandaag zijn de cijfers van samengevoegde gemeenten opgeteld en is de verhouding opnieuw gemaakt. "
    "Zoals ingediend staat elke vroegere gemeente er met haar eigen cijfer bij."
)
FORMER = _("{name} (t.e.m. {year})")
FORMER_FINDING = _("Zoals ingediend vóór de fusie: {findings}")
TODAY_IS_A_SUM = _(
    "De lijn van {name} telt de samengevoegde gemeenten op. Ontbreekt een jaar bij één van hen, dan ontbreekt ook de "
    "som."
)

PRICES = _("Prijzen")
PRICE_CHOICES = {"nominal": _("Zoals geboekt"), "real": _("In prijzen van {year}")}
PRICES_HELP = _(
    "Zoals geboekt zit de stijging van de prijzen in het bedrag. In prijzen van één jaar is ze eruit gehaald met een "
    "prijsindex: wat dan nog stijgt, werd echt duurder dan de rest."
)
IN_PRICES_OF = _("{label}, in prijzen van {year} volgens {index}")
NOMINAL_NOTE = _("Bedragen zoals ze geboekt zijn: de stijging van de prijzen zit erin.")
REAL_NOTE = _(
    "Bedragen in prijzen van {year}, omgerekend met {index} (bron: {source}). De plaats in de groep verandert daardoor "
    "niet."
)
NO_INDEX_NOTE = _(
    "Bedragen zoals ze geboekt zijn: er is geen prijsindex om ze om te rekenen. Wie er een inlaadt met "
    "`opvangspiegel load` en opnieuw publiceert, ziet hier ook bedragen in prijzen van één jaar; de indeling van dat "
    "bestand staat in `docs/inputs.md`."
)
YEARS_WITHOUT_INDEX = _("De index heeft geen cijfer voor {years}: die bedragen staan er niet omgerekend bij.")
MEDIAN_OF_GROUP = _("De mediaan van de groep")
