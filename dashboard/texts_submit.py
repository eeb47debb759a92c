"""Dutch words of the page Inzenden."""

from dashboard.language import marked as _

TITLE = _("Inzenden voor {name}, {year}")
INTRO = _(
    "Download de sjabloon, vul ze in en sleep ze hieronder. U ziet meteen wat we lezen, en wat u nog kunt verbeteren. "
    "Er wordt niets bewaard of verstuurd voor u zelf op “Verstuur” klikt."
)
DUE = _("Indienen kan tot en met {day}.")
DUE_OVER = _("De uiterste datum was {day}. Indienen kan nog.")
TEMPLATE_HEADING = _("1. De sjabloon")
TEMPLATE, TEMPLATE_OF = _("Download de sjabloon"), _("Download de sjabloon van {name}")
TEMPLATE_NOTE = _("Een werkboek voor {name} over {year}, met wat we van vorige jaren weten al ingevuld.")
TEMPLATE_NAME = "sjabloon_{nis_code}_{year}.xlsx"

DROP_HEADING = _("2. Controleren")
DROP = _("Sleep uw ingevulde werkboek hierheen (.xlsx, of een zip van de CSV-bestanden; hoogstens {n} MB)")
DROP_TOO_LARGE = _("te groot")
CHECKING = _("We lezen uw bestand…")

RECOGNISED = _("Herkend: **{name}** ({nis_code}), boekjaar **{year}**, volgens versie {version} van de sjabloon.")
READ = _("Gelezen: {sheets}.")
SHEET_ROW, SHEET_ROWS = _("{sheet} (1 rij)"), _("{sheet} ({n} rijen)")
NOT_RECOGNISED = _("We herkennen in dit bestand geen inzending van een bestuur.")
FILLED = _("Van de gevraagde cellen is {share} ingevuld.")
OTHER_AUTHORITY = _(
    "**Dit bestand is van {found} ({nis_code}), maar u koos {name}.** Kies in de zijbalk eerst het juiste bestuur, of "
    "neem het juiste bestand; zo kan u het niet versturen."
)
OTHER_YEAR = _("**Dit bestand gaat over {found}, maar u koos {year}.** Wat u verstuurt, komt bij {found} terecht.")

ALL_WELL = _("**We vonden geen enkel probleem.**")
PROBLEM, PROBLEMS = _("We vonden **1 probleem**: {kinds}."), _("We vonden **{n} problemen**: {kinds}.")
CONSEQUENCES = {
    "fatal": _("Zo kan het bestand niet ontvangen worden."),
    "rejected": _("Wat geweigerd wordt, telt niet mee: de cijfers die erop rusten, vallen weg."),
    "blocking": _("Waar een vraag bij hoort, wachten de cijfers tot het Steunpunt uw reden aanvaardt."),
    "warning": _("Wat opvalt, telt gewoon mee; zeg waarom het klopt, of verbeter het."),
}
WHOLE_FILE = _("Het bestand als geheel")
SHEET_PROBLEM, SHEET_PROBLEMS = _("{sheet}: 1 probleem"), _("{sheet}: {n} problemen")
MEND = _("Zo verbetert u het: {mend}")
MORE = _("… en nog {n} zulke problemen; in het aangeduide werkboek staan ze allemaal.")
ALL_PROBLEMS = _("Alle problemen als tabel")
PROBLEMS_OF_FILE = _("Problemen in {file}")
MARKED = _("Download uw werkboek met de problemen aangeduid")
MARKED_NAME = "aangeduid_{nis_code}_{year}.xlsx"

PREVIEW_HEADING = _("3. De cijfers die zouden volgen")
PREVIEW = _("Toon de cijfers die uit dit bestand zouden volgen")
PREVIEW_NOTE = _(
    "{care_type}, berekend met de formules van de publicatie alsof uw bestand er al in zat; naast vorig jaar en naast "
    "{group}. Er is nog niets verstuurd."
)
PREVIEW_TABLE = _("Cijfers die zouden volgen voor {name}, {year}")
COMPUTING = _("We rekenen uit wat er zou volgen…")
NO_PREVIEW = _("Voor deze soort opvang volgen er geen cijfers uit dit bestand. Kies in de zijbalk een andere soort.")
WOULD_BE, LAST_YEAR, PUBLISHED_NOW = _("Zou worden"), _("Vorig jaar"), _("Nu gepubliceerd")

SEND_HEADING = _("4. Versturen")
REFUSED = _("Dit bestand kan niet verstuurd worden: {reason}")
NOT_OF_PICKED = _("het is niet van het bestuur dat u koos.")
REASONS = _(
    "Klopt wat opvalt? Zeg dan waarom, bijvoorbeeld “nieuwe locatie geopend”. Het Steunpunt leest het mee; u mag een "
    "veld leeg laten."
)
REASON_FOR_ALL = _("Eén reden voor alle {n}: {what}")
SEND = _("Verstuur")
SENDING = _("We nemen uw bestand aan…")
RECEIVED = _("**Ontvangen als versie {version}.** Bewaar dit kenmerk als bewijs: `{file_hash}`.")
EXPLAINED = _("Bij {n} opmerkingen staat nu uw reden.")
WHAT_NEXT = _(
    "Het Steunpunt bekijkt uw inzending, stelt zo nodig hieronder een vraag, en aanvaardt ze. Pas daarna staan uw "
    "cijfers in de volgende publicatie. Verbeteren kan altijd: verstuur dan een nieuw bestand, het wordt een nieuwe "
    "versie."
)

EARLIER_HEADING = _("Wat u over {year} al verstuurde")
NOTHING_SENT = _("U verstuurde over {year} nog niets. Begin bovenaan met de sjabloon.")
SENT_TABLE = _("Versies die {name} over {year} verstuurde")
QUESTIONS_HEADING = _("Vragen van het Steunpunt")
NO_QUESTIONS = _("Het Steunpunt stelde over {year} geen vragen.")
QUESTION = _("**Vraag {n}** over versie {version}{about} ({day}): {question}")
ABOUT = _(", {place}")
ABOUT_SHEET, ABOUT_ROW, ABOUT_COLUMN = _("blad {sheet}"), _("rij {row}"), _("kolom “{column}”")
ANSWERED = _("Uw antwoord ({day}): {answer}")
ANSWER, SEND_ANSWER = _("Uw antwoord op vraag {n}"), _("Beantwoord vraag {n}")
