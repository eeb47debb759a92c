"""Dutch words of the interface that belong to no single indicator, status or judgement (those are in the marts)."""

from dashboard.language import marked as _

PRODUCT = _("Opvangspiegel")
OVERVIEW, COMPARE, TREND, FOLLOW_UP, METHOD = (
    _("Overzicht"),
    _("Vergelijk"),
    _("Evolutie"),
    _("Opvolging"),
    _("Methode"),
)

AUTHORITY, YEAR, CARE_TYPE, PEER_GROUP = _("Gemeente"), _("Jaar"), _("Soort opvang"), _("Vergelijk met")
THEME, INDICATOR, STATUS = _("Thema"), _("Kengetal"), _("Stand")
CHOICES_HEADING = _("Uw keuze")
CHOICES_HELP = _("Deze keuze geldt op elke pagina en staat in de link: wie de link opent, ziet hetzelfde.")

DEMO_BANNER = _(
    "**Demogegevens.** Alle cijfers van de besturen zijn verzonnen om de toepassing te tonen. "
    "Gebruik ze niet als echte cijfers."
)

NO_PUBLICATION_TITLE = _("Er is nog geen publicatie")
NO_PUBLICATION = _(
    "De Opvangspiegel toont pas iets nadat er cijfers zijn ingeladen en gepubliceerd.\n\n"
    "- Wilt u eerst rondkijken met demogegevens? Voer `opvangspiegel demo` uit.\n"
    "- Hebt u zelf bestanden? Voer `opvangspiegel load` uit met uw bestanden, en daarna `opvangspiegel build`.\n\n"
    "Deze pagina werkt zodra er een publicatie is; herlaad ze dan in uw browser."
)
FAILED = _("Deze pagina kon niet getoond worden")
UNREADABLE_TITLE = _("De publicatie kan niet gelezen worden")
UNREADABLE = _(
    "Er staat een bestand klaar, maar het is niet bruikbaar: {reason}.\n\n"
    "Voer `opvangspiegel build` uit om een nieuwe publicatie te maken. De ingediende bestanden blijven bewaard."
)

UNKNOWN_CHOICE = _(
    "De link vraagt voor “{label}” naar “{asked}”, maar dat kennen we niet. U ziet nu “{used}”; kies zelf een andere."
)
MERGED_AUTHORITY = _("De gemeente met NIS-code {asked} is samengevoegd. U ziet nu “{used}”.")

NOTHING_SUBMITTED = _(
    "**{name} heeft voor {year} geen cijfers ingediend.** U ziet hieronder wel hoe de andere besturen ervoor staan. "
    "Indienen kan op de pagina Inzenden."
)
NOT_OFFERED = _(
    "{name} heeft geen {care_type} in eigen beheer. U ziet hieronder hoe de andere besturen ervoor staan; kies in de "
    "zijbalk een andere soort opvang om eigen cijfers te zien."
)
NOT_COMPLETE = _("* Geen volledig gerapporteerd cijfer: de stand ervan staat in de tabel.")
EDGE_NOTE = _("Stippen aan de rand van een rij liggen nog verder weg; de tabel toont de echte waarden.")
NO_BENCHMARK = _(
    "Voor deze keuze is er nog geen vergelijking. Kies een ander jaar, een andere soort opvang of een andere groep."
)
NOTHING_TO_DRAW = _(
    "Geen enkel bestuur van de groep heeft hier een volledig gerapporteerd cijfer om te tekenen. Kies een ander "
    "jaar of een andere groep."
)
SHOW_TABLE = _("Toon de cijfers als tabel")
TABLE_ALT = _("Tabel met de cijfers van de grafiek: {what}")
UNNAMED = _("bestuur zonder naam {number}")
UNNAMED_NOTE = _(
    "Besturen die niet met naam getoond willen worden, staan zonder naam, teller en noemer in de lijst; op de "
    "kaart zijn ze een grijze stip zoals alle andere."
)
NO_PROBLEMS = _("Voor dit bestuur zijn er in dit jaar geen opmerkingen: er is niets te beantwoorden.")
REFUSED_NOTE = _(
    "Uit een geweigerd bestand is niets geladen. Hier staan ook de bestanden waarvan het bestuur of het boekjaar niet "
    "bekend is."
)
NO_ROWS = _("Geen enkel bestuur voldoet aan deze keuze. Kies hierboven een andere stand of andere opmerkingen.")
CHOOSE = _("Kies …")
ALL_STATUSES = _("Alle standen")

LEGEND_POSITION = _(
    "Elke rij heeft een eigen schaal, met rechts de waarde in cijfers. ◆ = uw bestuur; elke stip = een bestuur uit "
    "de groep; ┃ = mediaan; donkere band = middelste helft; lichte band = middelste 80 %."
)

SUBMISSION_STATUSES = {
    "accepted": _("aanvaard"),
    "received": _("ontvangen"),
    "queried": _("in navraag"),
    "withdrawn": _("ingetrokken"),
    "expected": _("niet ingediend"),
}
YES, NO = _("ja"), _("nee")

SEVERITY_COLUMNS = {"fatal": _("Bestand"), "rejected": _("Cellen"), "blocking": _("Vragen"), "warning": _("Opvallend")}
PROBLEMS = _("Opmerkingen")
PROBLEM_CHOICES = {
    "any": _("Met en zonder opmerkingen"),
    "answer": _("Met opmerkingen die een antwoord vragen"),
    "notable": _("Met iets opvallends"),
    "open": _("Met iets dat nog openstaat"),
    "late": _("Laattijdig ingediend"),
}

DISTRIBUTION, MAP, RANKING = _("Spreiding"), _("Kaart"), _("Alle besturen van de groep, hoogste waarde eerst")
POSITION_ALT = _("Plaats van {name} op {n} kengetallen, telkens naast de groep: {group}.")
DISTRIBUTION_ALT = _("Spreiding van {indicator} over {n} besturen, met de plaats van {name}.")
MAP_ALT = _("Kaart van Vlaanderen met een stip per bestuur; {name} en zijn groep zijn gemarkeerd voor {indicator}.")
RANKING_ALT = _("{n} besturen gerangschikt op {indicator}, met {name} gemarkeerd.")
TREND_ALT = _("{indicator} door de jaren voor {name} en zijn groep. {finding}")
SUBMISSIONS_ALT = _("Aantal besturen per jaar volgens de stand van hun inzending.")

NOT_REPORTED_IN_TREND = _("Open ruit en *: geen volledig gerapporteerd cijfer; de stand ervan staat in de tabel.")
BREAK = _("Breuk in {year}: {label}.")

INDICATORS, GROUPS = _("Kengetallen"), _("Groepen om mee te vergelijken")
STATUSES_HEADING, GLOSSARY_HEADING = _("Stand van een cijfer"), _("Woordenlijst")
METHOD_INTRO = _(
    "Elk kengetal is een verhouding: een som van gegevens gedeeld door een andere som. "
    "Hier staat van elk kengetal hoe het gemaakt wordt, waar het vandaan komt en wie erover waakt."
)
STATUSES_INTRO = _(
    "Een ontbrekend cijfer is nooit nul en wordt nooit geraden. Ontbreekt een deel van de teller of de noemer, dan "
    "ontbreekt het kengetal. Enkel gerapporteerde cijfers tellen mee in de cijfers van een groep."
)
FORMULA, UNIT, DIRECTION, PLAUSIBLE = _("Formule"), _("Eenheid"), _("Richting"), _("Gewone waarden")
SOURCE, OWNER, NEXT_REVIEW, CODE = _("Bron"), _("Beheerder"), _("Volgende herziening"), _("Code")
TARGET = _("Streefwaarde")

VALUE_NOT_COUNTED = _("{name} heeft {value} ({status}, telt niet mee in de vergelijking).")
ONE_PEER_WITH_FIGURE = _(
    "Er is maar één bestuur om mee te vergelijken; het heeft een cijfer. Dat is te weinig voor een mediaan."
)
ONE_PEER_WITHOUT_FIGURE = _(
    "Er is maar één bestuur om mee te vergelijken; het heeft geen cijfer. Dat is te weinig voor een mediaan."
)
TOO_FEW_ONE = _("Van de {peers} heeft er {n} een cijfer: te weinig om een mediaan of kwartielen te tonen.")
TOO_FEW_MORE = _("Van de {peers} hebben er {n} een cijfer: te weinig om een mediaan of kwartielen te tonen.")
WHOLE_GROUP = _("De groep als geheel (som van de tellers gedeeld door som van de noemers) komt op {value}.")
NOTHING_COMPARED = _("Geen van de {total} kengetallen van {name} kan met de groep vergeleken worden.")
SUMMARY = _(
    "Van de {total} kengetallen hebben er {placed} een plaats in de groep: {low} in het laagste kwart, {middle} in de "
    "middelste helft en {high} in het hoogste kwart."
)
BREAK_BETWEEN = _("Daartussen ligt een breuk in de reeks: vergelijk die jaren met voorzichtigheid.")
RECEIVED_ONE = _("Voor {year} diende {n} van de {total} besturen in, {late} daarvan na de uiterste datum ({due}).")
RECEIVED_MORE = _("Voor {year} dienden {n} van de {total} besturen in, {late} daarvan na de uiterste datum ({due}).")
MISSING_ONE, MISSING_MORE = _("{n} bestuur diende niets in."), _("{n} besturen dienden niets in.")
PROBLEMS_ONE = _("{n} opmerking vraagt een antwoord of een verbetering.")
PROBLEMS_MORE = _("{n} opmerkingen vragen een antwoord of een verbetering.")
PROBLEMS_NONE = _("Geen enkele opmerking vraagt een antwoord of een verbetering.")
REFUSED_ONE, REFUSED_MORE = _("{n} bestand werd geweigerd."), _("{n} bestanden werden geweigerd.")
NOT_DRAWN_ONE = _("{n} bestuur van de groep zonder balk: {status}.")
NOT_DRAWN_MORE = _("{n} besturen van de groep zonder balk: {status}.")
SOURCE_ONE = _("Bron: publicatie {number} van {moment}, gebouwd uit {n} inzending.")
SOURCE_MORE = _("Bron: publicatie {number} van {moment}, gebouwd uit {n} inzendingen.")
PLAUSIBLE_RANGE = _("{low} tot {high}; daarbuiten vragen we na of het cijfer klopt")

FOLLOW_UP_TITLE = _("Opvolging van de inzendingen, {year}")
ALL_AUTHORITIES, REFUSED_FILES = _("Alle besturen, {year}"), _("Geweigerde bestanden, {year}")
PROBLEMS_OF = _("Opmerkingen bij de inzending van {name}, {year}")
COMPARE_TITLE, TREND_TITLE = _("{name} naast andere besturen"), _("{name} door de jaren")
LANGUAGE = _("Taal")
KEEP_CHART, DOWNLOAD_AS = _("Bewaar deze figuur"), _("Download als {kind}")
PEERS = _("Peers")
VIA = _("VIA")
REPORT = _("Rapport")
SUBMIT, TRACE = _("Inzenden"), _("Herkomst")
CORRECTIONS, QUALITY = _("Correcties"), _("Kwaliteit")
SECTION_SUBMISSIONS, SECTION_ABOUT = _("Inzendingen"), _("Over de cijfers")
