"""Dutch words of the page VIA."""

from dashboard.language import marked as _

TITLE = _("VIA-middelen: van akkoord tot verantwoorde euro")
MODE = _("Wat wilt u zien?")
MODES = {"own": _("Mijn VIA-geld"), "all": _("Voor het Steunpunt")}
NOT_PUBLISHED = _(
    "Deze publicatie heeft nog geen VIA-grootboek. Bouw het magazijn opnieuw met “opvangspiegel build”; daarna staat "
    "het hier."
)
NOTHING_KNOWN = _(
    "Er is nog geen VIA-akkoord en geen VIA-geld gekend. Laad een akkoord, een betaallijst of inzendingen met het "
    "tabblad VIA, en bouw opnieuw."
)
AGREEMENTS = _("Wat er van elk akkoord gekend is")
AGREEMENT, YEAR, MEASURE = _("Akkoord"), _("Jaar van het geld"), _("Maatregel")

FLOW = _("Waar het geld van {year} staat")
FLOW_PRINTED = _("Het akkoord verdeelt {budget}, waarvan {own} voor de eigen sector.")
FLOW_LINED = _("Van de maatregelen met een lijn in het akkoord is {reached} bij de besturen gevolgd.")
FLOW_REACHED = _("Samen vertellen de besturen over {reached}; daarvan is {justified} verantwoord ({share}).")
FLOW_NOT_JUSTIFIED = _("Samen vertellen de besturen over {reached}; dat er al iets van verantwoord is, meldt niemand.")
FLOW_WITHOUT_LINES = _(
    "Voor dit jaar is geen lijn van het akkoord geladen: de stroom begint bij de maatregelen in het grootboek."
)
FLOW_WITHOUT_LEDGER = _(
    "Van dit jaar is geen geld van besturen gekend: de stroom eindigt bij de sectoren. Laad een betaallijst of "
    "inzendingen met het tabblad VIA."
)
FLOW_ALT = _("Stroom van het geld van {year} van {first} tot {last}.")
FLOW_NOTE = _(
    "Hoe breder een band, hoe meer euro’s. Elke euro van een bestuur staat bij de verste stap die hij bereikte. De "
    "besturen samen kunnen meer vertellen dan er op de lijn van hun sector staat. Op een smal scherm schuift u de "
    "figuur opzij."
)
STAGES = {
    "budget": _("budget"), "measure": _("maatregel"), "sector": _("sector"), "province": _("provincie van het bestuur"),
    "step": _("status"),
}  # fmt: skip
BUDGET, NOWHERE = _("Verdeeld budget"), _("Bij geen bestuur gezien")

BURN_DOWN = _("Hoe het geld opgaat")
BURN_DOWN_TOLD = _("Van {measure} is tot nu {spent} besteed van {money}.")
BURN_DOWN_NOT_SPENT = _("Van {measure} is {money} gekend; dat er al iets van besteed is, meldt niemand.")
BURN_DOWN_NO_MONEY = _("Van {measure} is tot nu {spent} besteed; niemand vertelt hoeveel er aangekondigd is.")
OUTLOOK_RANGE = _(
    "Gaat het zoals in de {n} vorige jaren, dan is op {day} {middle} besteed (tussen {low} en {high}), door de "
    "{authorities} besturen waarvan de besteding gekend is."
)
OUTLOOK_MIDDLE = _(
    "Gaat het zoals in het vorige jaar, dan is op {day} {middle} besteed door de {authorities} besturen waarvan de "
    "besteding gekend is; met één vorig jaar is er geen bandbreedte."
)
BACKTEST = _(
    "Hadden we dit vooruitzicht in vorige jaren gegeven, dan lag {share} van de {n} uitkomsten van besturen binnen de "
    "bandbreedte; de bedoeling is 80 %."
)
MONEY_LINE = _("aangekondigd: {amount}")
PAID_LINE = _("uitbetaald: {amount}")
BURN_DOWN_ALT = _("Verloop van {measure}: wat per stap gebeurd was op het einde van elke maand.")
BURN_DOWN_NOTE = _(
    "Stippellijn = het aangekondigde geld; open ruit = het vooruitzicht, met de bandbreedte als streep erdoor."
)
NO_BURN_DOWN = _("Van dit jaar is van geen enkele euro een datum gekend. Kies een ander jaar van het geld.")

RECONCILIATION = _("Kloppen de cijfers van het akkoord?")
RECONCILED = _(
    "Bevindingen in de gedrukte cijfers van {year}: {n} ({causes}). Door een persoon aanvaard: {accepted} van {n}."
)
RECONCILED_WELL = _("De gedrukte cijfers van {year} kloppen met hun delen: er is geen enkele bevinding.")
NO_LINES = _(
    "Van dit akkoord zijn geen gedrukte cijfers geladen. Laad de tekst van het akkoord met “opvangspiegel load”."
)
PRINTED_YEAR = _("Jaar van de gedrukte cijfers")
PRINTED_TABLE = _("Deel {table}, zoals gedrukt in {year}")
PRINTED_NOTE = _("◆ = een cijfer met een bevinding. Wat gedrukt staat, wordt nooit overschreven.")
COLUMN_UNKNOWN = _("Kolom niet gekend")
FINDINGS_TABLE = _("Bevindingen in de cijfers van {year}")
ACCEPT_HELP = _("Aanvaarden doet een persoon: “opvangspiegel via accept BEVINDING --note ‘waarom’”.")
CAUSES = {
    "misprint": _("drukfout"), "echo": _("gevolg van een drukfout"), "missing_cell": _("cel zonder kolom"),
    "rounding": _("afronding"), "rate": _("tarief klopt niet met de bedragen"),
    "share": _("aandeel klopt niet met de bedragen"), "unknown": _("niet verklaard"),
}  # fmt: skip
KINDS = {
    "budget": _("Budget"), "unused": _("Onbenut"), "allocation": _("Bedrag"), "rate": _("Bedrag per VTE"),
    "vte": _("VTE"), "share": _("Aandeel"),
}  # fmt: skip
ACCEPTED = {True: _("aanvaard"), False: _("nog niet")}

COVERAGE = _("De besturen samen naast de lijnen van het akkoord")
COVERAGE_TOLD = _(
    "Maatregelen van {year} waarvan de lijn staat naast wat de besturen als aangekondigd vertellen: {n}. Het verschil "
    "is gesplitst in zijn delen."
)
COVERAGE_ROW = _(
    "{measure}: op de lijn staat {line}, de besturen vertellen {announced}. Van het verschil ({difference}) is "
    "{sectors} van andere sectoren, {missing} niet ingediend, {rounding} afronding en {unexplained} onverklaard."
)
COVERAGE_UNCOMPARED = _(
    "Voor {year} valt niets te vergelijken: er is geen lijn van het akkoord, of geen bestuur dat vertelt wat "
    "aangekondigd is. Kies een ander jaar van het geld."
)
COVERAGE_STATUSES = {
    "compared": _("vergeleken"), "no_line": _("geen lijn in het akkoord"),
    "nothing_announced": _("geen bestuur vertelt ervan"),
}  # fmt: skip
COVERAGE_NOTE = _(
    "Verschil = lijn min wat de besturen samen als aangekondigd vertellen. Het is tot op de cent de som van: andere "
    "sectoren, niet ingediend, afronding en onverklaard. Een negatief deel betekent dat de besturen meer vertellen dan "
    "er op de lijn staat."
)

CALLS = _("Wie belt u?")
CALLED = _(
    "Besturen met een reden om te bellen: {n}. Met euro’s om uit te leggen: {with_euros} van hen, samen {amount}."
)
NO_CALLS = _("Geen enkel bestuur geeft een reden om te bellen.")
CALL_NOT_JUSTIFIED = _("{amount} niet verantwoord")
CALL_UNSPENT = _("{amount} niet besteed")
CALL_OVERSPENT = _("{amount} te veel besteed")
CALL_YEAR, CALL_YEARS = _("{n} jaar zonder tabblad VIA"), _("{n} jaren zonder tabblad VIA")
CALL_FINDING, CALL_FINDINGS = _("{n} bevinding"), _("{n} bevindingen")

LISTS = _("Lijsten die wachten")
LISTS_TOLD = _(
    "Van de {n} ontvangen lijsten wachten: {waiting}, samen goed voor {amount}; daarvan telt nog geen lijn mee."
)
LISTS_ALL_COUNT = _("Van de {n} ontvangen lijsten wacht er geen.")
NO_LISTS = _("Er is nog geen betaallijst of lijst van boekingen ontvangen. Laad er een met “opvangspiegel load”.")
LISTS_TABLE = _("Ontvangen lijsten")
LIST_PROBLEMS = _("Waarom lijsten wachten")

OWN_NONE = _(
    "Voor {name} is van {year} geen VIA-geld gekend. Kies een ander jaar of type opvang; staat er niets, dan ontbreken "
    "het tabblad VIA en de betaallijsten."
)
OWN_INTRO = _("Het VIA-geld van {year} voor {name}:")
OWN_STEP_AMOUNTS = _("aangekondigd {announced}, ontvangen {paid}, besteed {spent}, verantwoord {justified}.")
OWN_LEFT = _("Er blijft {left} over; te besteden tegen {spend_by} en te verantwoorden tegen {justify_by}.")
OWN_LEFT_LATE = _("Er blijft {left} over; besteden moest tegen {spend_by} en verantwoorden tegen {justify_by}.")
OWN_LEFT_UNTIL_UNKNOWN = _("Er blijft {left} over; er is geen termijn gekend.")
OWN_LATE = _("{amount} was op de termijn niet verantwoord.")
OWN_OVERSPENT = _("{amount} is meer besteed dan ontvangen.")
OWN_STEPS = _("Mijn geld, stap voor stap")
OWN_STEPS_ALT = _("VIA-geld van {name} in {year} per maatregel en stap.")
OWN_STEPS_NOTE = _("Een stap zonder balk is niet gemeld. Dat is iets anders dan nul euro.")
NOT_TOLD = _("niet gemeld")
OWN_DEADLINES = _("Wat blijft over, en tot wanneer")
OWN_EXPECTED = _("Wat u mag verwachten")
EXPECTED_TOLD = _(
    "Voor {measure} geeft {rate} per VTE, maal {quantity} eigen VTE, {expected}; aangekondigd is {announced}."
)
EXPECTED_UNKNOWN = _("Voor {measure} is niet te zeggen wat u mag verwachten: uw VTE of het tarief ontbreekt.")
NO_EXPECTED = _("Geen maatregel van dit jaar heeft een bedrag per VTE in het akkoord. Kies een ander jaar.")
BASES = {
    "stated": _("zoals het akkoord zegt"), "implied_printed": _("uit de gedrukte bedragen"),
    "implied_reconciled": _("uit de bedragen zoals ze kloppen"),
}  # fmt: skip
OWN_PEERS = _("Naast mijn peers")
OWN_FINDINGS = _("Wat niet klopt in mijn cijfers")
NO_OWN_FINDINGS = _("Er is geen enkele bevinding over het VIA-geld van {name} in {year}.")
OWN_FINDINGS_TOLD = _("Bevindingen over het VIA-geld van {name} in {year}: {n}. Geen enkele verandert een bedrag.")
OWN_OUTLOOK = _(
    "Gaat het zoals bij de besturen in vorige jaren, dan zien we dit vooruit, over alle types opvang samen:"
)
OWN_OUTLOOK_TOLD = _("{measure}: op {day} is {middle} besteed (tussen {low} en {high}) van {money}.")

EFFECTS = _("Geld en resultaat naast elkaar")
EFFECT = _("Maatregel en kengetal")
EFFECT_MONEY = _("Besturen die in {year} geld kregen voor {measure}: {n}, samen {amount}.")
EFFECT_GROUP = _("{group} ({n}) ging de mediaan van {before} in {before_year} naar {after} in {after_year}.")
EFFECT_FEW = _("{group} ({n}) zijn er te weinig om een mediaan te tonen.")
TOOK_PART = {True: _("Bij besturen die geld kregen"), False: _("Bij besturen die geen geld kregen")}
GROUPS = {True: _("kregen geld"), False: _("kregen geen geld")}
EFFECT_ONE_GROUP = _("Er is geen tweede groep om ernaast te zetten.")
EFFECT_NOTE = _(
    "Dit zet geld en resultaat naast elkaar. Het zegt niet dat het ene van het andere komt: de twee groepen "
    "verschillen ook in andere dingen, en in dezelfde jaren veranderde er meer."
)
EFFECT_EXPECTED = {
    "higher": _("De maatregel beoogt een hoger cijfer."), "lower": _("De maatregel beoogt een lager cijfer."),
}  # fmt: skip
EFFECT_ALT = _("{indicator} in het jaar voor en na {year}, bij wie geld kreeg voor {measure} en wie niet.")
NO_EFFECTS = _(
    "Voor dit type opvang zijn er nog geen cijfers van het jaar voor en het jaar na het geld. Dat vraagt drie jaren na "
    "elkaar."
)
