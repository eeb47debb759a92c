"""Dutch words of the page Herkomst: a figure walked back to the cells that it was made of."""

from dashboard.language import marked as _

TITLE = _("Waaruit bestaat dit cijfer?")
FIGURE = _("{label} van {name} in {year}, {care_type}: **{value}** ({status}).")
FORMULA = _("Dat is {multiplier} × {numerator} ÷ {denominator}.")
FORMULA_OF_ONE = _("Dat is {numerator} ÷ {denominator}.")
NO_FORMULA = _("Er is geen teller of geen noemer om mee te rekenen.")
SIDES = {"numerator": _("Teller: {value}"), "denominator": _("Noemer: {value}")}
TERM = _("{sign} {label}: {value}")
FROM_FILE = _("Uit {file}{version}, ontvangen op {day}, kenmerk {hash}.")
VERSION = _(", versie {version}")
FROM_REGISTER = _("Uit het register van inzendingen.")
NOT_FILLED = _("{part}: niet ingevuld{why}.")
DECLARED_COMPLETE = _("; het blad is volledig verklaard, dus is het nul")
CELLS = _("Cellen achter {label} in de {side}, {place}")
PUBLIC = _("Openbare cijfers achter {label} in de {side}, {place}")
REMARKS = {"problem": _("bij de controle"), "reason": _("reden"), "correction": _("correctie")}
REMARK = _("{kind}: {text}")
EMPTY = _("leeg")
TIMES = _("{parameter} = {value}")
NOTE = _(
    "Elk getal komt uit de publicatie; het bestand in het archief zegt alleen waar de cel staat en wat erin stond. "
    "Deze pagina is bedoeld voor het bestuur zelf en voor het Steunpunt."
)
LINK = _("Waaruit bestaat dit cijfer? Ga terug tot de cel")
NO_FIGURE = _(
    "Voor deze keuze is er geen cijfer om na te gaan. Kies een ander kengetal, een ander jaar of een andere opvang."
)
SIDE_NAMES = {"numerator": _("teller"), "denominator": _("noemer")}
