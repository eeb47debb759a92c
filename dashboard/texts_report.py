"""Dutch words of the report."""

from dashboard.language import marked as _

TITLE = _("Kinderopvang in {name}, {year}")
SUBTITLE = _("{care_type} · vergeleken met: {peer_group}")
DEMO = _("Demogegevens: verzonnen cijfers")
PAGE = _("Bladzijde")

PROFILE, STATE = _("Wie is {name}?"), _("Stand van de gegevens")
STRENGTHS, ATTENTION, NOTABLE = _("Sterke punten"), _("Aandachtspunten"), _("Wat opvalt, zonder oordeel")
CHANGES, AMOUNTS, PEERS = _("Wat veranderde sinds {year}"), _("Wat het verschil betekent"), _("De besturen ernaast")
DEFINITIONS = _("Wat de kengetallen betekenen")

NO_STRENGTHS = _("Geen enkel kengetal is beter dan bij de meeste gelijken of ligt binnen zijn streefwaarde.")
NO_ATTENTION = _("Geen enkel kengetal is minder goed dan bij de meeste gelijken of mist zijn streefwaarde.")
NO_NOTABLE = _("Geen enkel kengetal zonder oordeel ligt buiten de middelste helft van de groep.")
NO_CHANGES = _("Geen enkel kengetal kwam in een ander deel van de groep terecht.")
NO_EARLIER = _("Geen enkel kengetal heeft ook voor {year} een plaats in de groep.")
NOT_OFFERED = _("{name} heeft geen {care_type} in eigen beheer.")
NO_AMOUNTS = _("Voor deze keuze is er geen verschil dat in euro of VTE uit te drukken is.")
NOTABLE_INTRO = _(
    "Bij deze kengetallen is hoger of lager op zich niet beter. De cijfers liggen wel buiten de middelste helft van de "
    "groep."
)
CHANGES_INTRO = _("Deze kengetallen kwamen in een ander deel van de groep terecht.")
THIRDS = {"low": _("het laagste kwart"), "middle": _("de middelste helft"), "high": _("het hoogste kwart")}
CHANGE = _("van {before} naar {now}: eerst in {third_before}, nu in {third}.")
AMOUNTS_INTRO = _(
    "Het verschil met de mediaan, maal de eigen noemer, over het hele jaar. Het is een verschil en geen doel: wat er "
    "achter zit, staat er niet in. Tel de bedragen niet op, want de kengetallen overlappen."
)
PER_UNIT, OVER_YEAR = _("Verschil met de mediaan"), _("Over het hele jaar")
UNIT_OVER_YEAR = _("Eenheid over het hele jaar")
FTE = _("VTE")
HIGHER, LOWER, EQUAL = _("{size} hoger"), _("{size} lager"), _("gelijk")
PICTURE_NOTE = _(
    "Elke rij heeft een eigen schaal. ◆ = {name}; elke stip = een bestuur uit de groep; ┃ = mediaan; donkere band = "
    "middelste helft; lichte band = middelste 80 %. * = geen volledig gerapporteerd cijfer."
)
PEERS_OF = _("{theme} ({n})")
NOT_NAMED = _("geen enkel bestuur wil met naam getoond worden")
ALSO_UNNAMED = _("Besturen die niet met naam getoond willen worden, tellen mee maar staan niet in de lijst.")
SUBMITTED_ON = _(
    "{name}: {status}, versie {version}, ontvangen op {day}, {completeness} van de gevraagde cellen ingevuld."
)
NOT_SUBMITTED = _("{name}: {status}.")
LATE = _("Dat was na de uiterste datum.")
STATUS_COUNT = _("{n} kengetallen: {status}.")
STATUS_COUNT_ONE = _("{n} kengetal: {status}.")
MORE_IN_REPORT = _("En nog {n}: zie het rapport.")
KEY_FIGURE, VALUE = _("Kerngegeven"), _("Waarde")

PAGE_TITLE = _("Rapport over {name}, {year}")
PAGE_INTRO = _(
    "Een verslag voor het college of de raad, met de keuze uit de zijbalk: profiel, sterke punten, aandachtspunten, "
    "wat veranderde, verschillen in euro en VTE, figuren en definities. Elk bestand wordt pas gemaakt wanneer u "
    "erom vraagt; dat duurt enkele seconden."
)
SLIDES = _("presentatie")
AS_PDF, AS_SLIDES, AS_XLSX = _("Rapport (PDF, A4)"), _("Presentatie (PDF, 16:9)"), _("Cijfers (XLSX)")

UNKNOWN_AUTHORITY = _("Het bestuur met NIS-code {asked} staat niet in de publicatie.")
MERGED_AUTHORITY = _("Het bestuur met NIS-code {asked} is samengevoegd; vraag het rapport van {successor} ({code}).")
UNKNOWN_YEAR = _("Voor {asked} zijn er geen cijfers. Er zijn cijfers voor: {known}.")
UNKNOWN_CARE_TYPE = _("De soort opvang {asked} bestaat niet. Kies uit: {known}.")
UNKNOWN_GROUP = _("De groep {asked} bestaat niet. Kies uit: {known}.")
UNKNOWN_PEERS = _("Met deze besturen kan niet bij naam vergeleken worden: {asked}.")
NO_PUBLICATION = _("Er is nog niets gepubliceerd. Bouw eerst met 'opvangspiegel build'.")
UNREADABLE = _("De publicatie kan niet gelezen worden: {reason}.")
WRITTEN = _("Gemaakt: {path}")
WRITTEN_ALL = _("{n} rapporten staan klaar in {path}.")
FAILED_FOR = _("{name} ({nis_code}): {reason}")
WORKING = _("Rapporten")
