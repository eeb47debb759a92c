"""What can be wrong with a list: refused lines are mended by the sender, questions are answered by a person."""

from __future__ import annotations

from ingest.checking.rule import Rule
from ingest.problems import Severity

_FATAL = [
    (
        "via_missing_column",
        "Een verplichte kolom van de lijst ontbreekt.",
        "Zet de kolomkop terug zoals ze in de beschrijving van de lijst staat.",
    ),
    ("via_double_header", "Een kolom van de lijst komt twee keer voor.", "Hou één van de twee kolommen over."),
    ("via_two_lists", "Een werkmap bevat meer dan één lijst.", "Bewaar elke lijst als een eigen bestand."),
    ("via_no_lines", "De lijst heeft geen enkele lijn.", "Dien de lijst in zodra er iets op staat."),
    (
        "via_list_unknown",
        "Er is niet te lezen welke lijst het is: van wie, met welk nummer, welke versie en welke periode.",
        "Vul die kolommen op elke lijn in.",
    ),
]
_REFUSED = [
    ("via_cell_missing", "Een verplichte cel is leeg.", "Vul ze in."),
    ("via_cell_unreadable", "Een cel is niet te lezen.", "Verbeter de cel."),
    (
        "via_too_many_cells",
        "Een lijn heeft meer cellen dan er kolommen zijn.",
        "Zet tekst met een ; tussen aanhalingstekens.",
    ),
    (
        "via_more_decimals",
        "Een bedrag heeft meer dan twee decimalen; er wordt niets afgerond.",
        "Zet het bedrag op de lijst dat echt betaald of geboekt is, tot op de cent.",
    ),
    (
        "via_other_currency",
        "Een bedrag staat in een andere munt dan de euro.",
        "Zet het bedrag in euro dat op de rekening kwam.",
    ),
    (
        "via_unknown_authority",
        "De NIS-code is niet die van een bestuur op de kaart van dat jaar.",
        "Gebruik de NIS-code die het bestuur op de datum van de lijn had.",
    ),
    (
        "via_outside_period",
        "De datum valt buiten de periode van de lijst.",
        "Verbeter de datum, of zet de lijn op de lijst van haar periode.",
    ),
    ("via_in_future", "De datum ligt na de dag van ontvangst.", "Zet de lijn op een lijst zodra ze uitgevoerd is."),
    ("via_period_reversed", "De periode eindigt voor ze begint.", "Verwissel het begin en het einde."),
    (
        "via_list_differs",
        "Een lijn zegt dat ze van een andere lijst is dan de eerste lijn.",
        "Geef elke lijn dezelfde lijst, of dien twee lijsten in.",
    ),
    (
        "via_reference_twice",
        "Een referentie staat twee keer op de lijst.",
        "Haal de dubbele lijn weg, of geef ze haar eigen referentie.",
    ),
    (
        "via_reference_received_before",
        "Een referentie stond al op een andere lijst.",
        "Haal de lijn weg, of dien de andere lijst opnieuw in met een hogere versie en zonder die lijn.",
    ),
    (
        "via_version_received_before",
        "Van deze lijst is al een even hoge of hogere versie ontvangen.",
        "Geef de verbeterde lijst een hoger versienummer.",
    ),
    ("via_total_missing", "De lijst heeft geen rij met het totaal.", "Zet onder de lijnen een rij met het totaal."),
    (
        "via_total_differs",
        "Het totaal is niet de som van de lijnen.",
        "Kijk na of er een lijn te veel of te weinig staat, en verbeter de lijn of het totaal.",
    ),
    (
        "via_line_after_total",
        "Er staat iets onder het totaal.",
        "Zet alle lijnen boven het totaal, en één totaal onderaan.",
    ),
]
_QUERIED = [
    (
        "via_negative",
        "Een bedrag is negatief: dat kan een terugvordering of een verbetering zijn.",
        "Bevestig dat het klopt, of verbeter het bedrag.",
    ),
    ("via_zero", "Een bedrag is nul.", "Bevestig dat het klopt, of haal de lijn weg."),
    (
        "via_same_movement",
        "Twee lijnen met een andere referentie zijn voor de rest gelijk.",
        "Bevestig dat er echt twee keer betaald of geboekt is, of haal er één weg.",
    ),
    (
        "via_same_movement_received_before",
        "Een lijn is op de referentie na gelijk aan een lijn van een andere lijst.",
        "Bevestig dat het een tweede betaling of boeking is, of haal de lijn weg.",
    ),
    (
        "via_whole_euros",
        "Alle bedragen van de lijst zijn hele euro's.",
        "Bevestig dat er niets afgerond is, of zet de bedragen tot op de cent op de lijst.",
    ),
    (
        "via_other_name",
        "De naam van het bestuur hoort niet bij de NIS-code.",
        "Kijk na welke van de twee klopt, en bevestig of verbeter de lijn.",
    ),
]
_NOTED = [
    (
        "via_year_outside_agreement",
        "Het jaar valt buiten de jaren waarvoor het akkoord geldt.",
        "Kijk het jaar of het akkoord na; de lijn telt intussen mee.",
    ),
]

LIST_RULES: dict[str, Rule] = {
    code: Rule(code, severity, explanation, mend)
    for severity, rules in (
        (Severity.FATAL, _FATAL),
        (Severity.REJECTED, _REFUSED),
        (Severity.BLOCKING, _QUERIED),
        (Severity.WARNING, _NOTED),
    )
    for code, explanation, mend in rules
}
"""Every rule of a list, by its code."""
