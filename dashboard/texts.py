"""Dutch words of the interface that belong to no single indicator, status or judgement (those are in the marts)."""

PRODUCT = "Opvangspiegel"
OVERVIEW, COMPARE, TREND, FOLLOW_UP, METHOD = "Overzicht", "Vergelijk", "Evolutie", "Opvolging", "Methode"

AUTHORITY, YEAR, CARE_TYPE, PEER_GROUP = "Gemeente", "Jaar", "Soort opvang", "Vergelijk met"
THEME, INDICATOR, STATUS = "Thema", "Kengetal", "Stand"
CHOICES_HEADING = "Uw keuze"
CHOICES_HELP = "Deze keuze geldt op elke pagina en staat in de link: wie de link opent, ziet hetzelfde."

DEMO_BANNER = (
    "**Demogegevens.** Alle cijfers van de besturen zijn verzonnen om de toepassing te tonen. "
    "Gebruik ze niet als echte cijfers."
)

NO_PUBLICATION_TITLE = "Er is nog geen publicatie"
NO_PUBLICATION = (
    "De Opvangspiegel toont pas iets nadat er cijfers zijn ingeladen en gepubliceerd.\n\n"
    "- Wilt u eerst rondkijken met demogegevens? Voer `opvangspiegel demo` uit.\n"
    "- Hebt u zelf bestanden? Voer `opvangspiegel load` uit met uw bestanden, en daarna `opvangspiegel build`.\n\n"
    "Deze pagina werkt zodra er een publicatie is; herlaad ze dan in uw browser."
)
UNREADABLE_TITLE = "De publicatie kan niet gelezen worden"
UNREADABLE = (
    "Er staat een bestand klaar, maar het is niet bruikbaar: {reason}.\n\n"
    "Voer `opvangspiegel build` uit om een nieuwe publicatie te maken. De ingediende bestanden blijven bewaard."
)

UNKNOWN_CHOICE = (
    "De link vraagt voor “{label}” naar “{asked}”, maar dat kennen we niet. U ziet nu “{used}”; kies zelf een andere."
)
MERGED_AUTHORITY = "De gemeente met NIS-code {asked} is samengevoegd. U ziet nu “{used}”."

NOTHING_SUBMITTED = (
    "**{name} heeft voor {year} geen cijfers ingediend.** U ziet hieronder wel hoe de andere besturen ervoor staan."
)
NOT_OFFERED = "{name} heeft geen {care_type} in eigen beheer. U ziet hieronder hoe de andere besturen ervoor staan."
NOT_COMPLETE = "* Geen volledig gerapporteerd cijfer: de stand ervan staat in de tabel."
EDGE_NOTE = "Stippen aan de rand van een rij liggen nog verder weg; de tabel toont de echte waarden."
NO_INDICATORS = "Voor deze soort opvang zijn er binnen dit thema geen kengetallen."
NO_BENCHMARK = (
    "Voor deze keuze is er nog geen vergelijking. Kies een ander jaar, een andere soort opvang of een andere groep."
)
NOTHING_TO_DRAW = "Geen enkel bestuur van de groep heeft hier een volledig gerapporteerd cijfer om te tekenen."
SHOW_TABLE = "Toon de cijfers als tabel"
TABLE_ALT = "Tabel met de cijfers van de grafiek: {what}"
UNNAMED = "bestuur zonder naam {number}"
UNNAMED_NOTE = "Besturen die niet met naam getoond willen worden, staan zonder naam in de lijst en niet op de kaart."
NO_PROBLEMS = "Voor dit bestuur zijn er in dit jaar geen opmerkingen."
REFUSED_NOTE = (
    "Uit een geweigerd bestand is niets geladen. Hier staan ook de bestanden waarvan het bestuur of het boekjaar niet "
    "bekend is."
)
NO_ROWS = "Geen enkel bestuur voldoet aan deze keuze."
CHOOSE = "Kies …"
ALL_STATUSES = "Alle standen"

LEGEND_POSITION = (
    "Elke rij heeft een eigen schaal, met rechts de waarde in cijfers. ◆ = uw bestuur; elke stip = een bestuur uit "
    "de groep; ┃ = mediaan; donkere band = middelste helft; lichte band = middelste 80 %."
)

SUBMISSION_STATUSES = {
    "accepted": "aanvaard",
    "received": "ontvangen",
    "queried": "in navraag",
    "withdrawn": "ingetrokken",
    "expected": "niet ingediend",
}
YES, NO = "ja", "nee"

SEVERITY_COLUMNS = {"fatal": "Bestand", "rejected": "Cellen", "blocking": "Vragen", "warning": "Opvallend"}
PROBLEMS = "Opmerkingen"
PROBLEM_CHOICES = {
    "any": "Met en zonder opmerkingen",
    "answer": "Met opmerkingen die een antwoord vragen",
    "notable": "Met iets opvallends",
    "late": "Laattijdig ingediend",
}

DISTRIBUTION, MAP, RANKING = "Spreiding", "Kaart", "Alle besturen van de groep, hoogste waarde eerst"
POSITION_ALT = "Plaats van {name} op {n} kengetallen, telkens naast de groep: {group}."
DISTRIBUTION_ALT = "Spreiding van {indicator} over {n} besturen, met de plaats van {name}."
MAP_ALT = "Kaart van Vlaanderen met een stip per bestuur; {name} en zijn groep zijn gemarkeerd voor {indicator}."
RANKING_ALT = "{n} besturen gerangschikt op {indicator}, met {name} gemarkeerd."
TREND_ALT = "{indicator} door de jaren voor {name} en zijn groep. {finding}"
SUBMISSIONS_ALT = "Aantal besturen per jaar volgens de stand van hun inzending."

NOT_REPORTED_IN_TREND = "Open ruit en *: geen volledig gerapporteerd cijfer; de stand ervan staat in de tabel."
BREAK = "Breuk in {year}: {label}."

INDICATORS, GROUPS = "Kengetallen", "Groepen om mee te vergelijken"
STATUSES_HEADING, GLOSSARY_HEADING = "Stand van een cijfer", "Woordenlijst"
METHOD_INTRO = (
    "Elk kengetal is een verhouding: een som van gegevens gedeeld door een andere som. "
    "Hier staat van elk kengetal hoe het gemaakt wordt, waar het vandaan komt en wie erover waakt."
)
STATUSES_INTRO = (
    "Een ontbrekend cijfer is nooit nul en wordt nooit geraden. Ontbreekt een deel van de teller of de noemer, dan "
    "ontbreekt het kengetal. Enkel gerapporteerde cijfers tellen mee in de cijfers van een groep."
)
STATUS_MEANINGS = {
    "not_applicable": "Het bestuur biedt deze soort opvang niet aan.",
    "not_submitted": "Het bestuur diende dit (nog) niet in.",
    "rejected": "Wat ingediend is, kon niet gelezen worden.",
    "withheld": "Het gaat over te weinig personen om het cijfer te tonen.",
    "under_query": "Het Steunpunt vroeg het bestuur om na te kijken of het cijfer klopt.",
    "partial_year": "Het cijfer gaat niet over het volledige jaar.",
    "estimated": "Het cijfer is een raming.",
    "reported": "Het cijfer is ingediend en volledig.",
}
FORMULA, UNIT, DIRECTION, PLAUSIBLE = "Formule", "Eenheid", "Richting", "Gewone waarden"
SOURCE, OWNER, NEXT_REVIEW, CODE = "Bron", "Beheerder", "Volgende herziening", "Code"
TARGET = "Streefwaarde"

GLOSSARY = {
    "Mediaan": "De middelste waarde wanneer alle besturen van de groep op volgorde staan: de helft ligt lager.",
    "Middelste helft": "Het stuk tussen het eerste en het derde kwartiel: een kwart ligt lager, een kwart hoger.",
    "Groep (som/som)": (
        "De som van alle tellers gedeeld door de som van alle noemers van de groep. Grote besturen wegen hierin "
        "zwaarder door dan in de mediaan; daarom tonen we beide."
    ),
    "Uw bestuur": "Het eigen bestuur telt nooit mee in de cijfers van de groep.",
    "Te weinig cijfers": (
        "Hebben te weinig besturen van de groep een cijfer, dan tonen we geen mediaan, kwartielen of oordeel."
    ),
    "Oordeel": (
        "Bij kengetallen waar hoger of lager beter is, zegt het oordeel of u buiten de middelste helft ligt. "
        "Bij neutrale kengetallen staat er alleen “hoger” of “lager”, zonder waardering."
    ),
    "Plaats": (
        "De plaats tussen alle besturen van de groep en uw bestuur samen. De eerste is de beste waarde, of de hoogste "
        "bij een neutraal kengetal; bij een streefwaarde is er geen plaats."
    ),
    "Verschil": "De eigen waarde min de mediaan van de groep.",
    "VTE": "Voltijds equivalent: één voltijdse betrekking.",
    "IKT": "Inkomenstarief: ouders betalen volgens hun inkomen.",
}
