"""The rules that are noticed while a file is opened and its cells are read."""

from __future__ import annotations

from ingest.checking.rule import Rule
from ingest.problems import Severity

_FILE = [
    ("empty_file", "Het bestand is leeg.", "Bewaar het werkboek opnieuw en dien dat bestand in."),
    (
        "not_a_workbook",
        "Het bestand is geen Excel-werkmap en geen map met CSV-bestanden.",
        "Open het bestand in Excel en bewaar het als Excel-werkmap (.xlsx).",
    ),
    (
        "unreadable_file",
        "Het bestand is beschadigd of kan niet gelezen worden.",
        "Bewaar het in Excel onder een nieuwe naam; lukt dat niet, vertrek dan van een nieuw sjabloon.",
    ),
    (
        "password_protected",
        "De werkmap is met een wachtwoord beveiligd.",
        "Haal het wachtwoord weg (Bestand > Info > Werkmap beveiligen) en bewaar opnieuw.",
    ),
    (
        "old_excel",
        "De werkmap is een .xls van voor 2007.",
        "Open het bestand in Excel en bewaar het als Excel-werkmap (.xlsx).",
    ),
    (
        "too_large",
        "Het bestand is groter dan een inzending ooit kan zijn.",
        "Verwijder de rijen en kolommen ver onder en naast de cijfers, en bewaar opnieuw.",
    ),
    (
        "missing_sheet",
        "Een gevraagd blad ontbreekt of heeft een andere naam.",
        "Geef het blad zijn naam terug; is er niets in te vullen, laat dan alleen de kolomkoppen staan.",
    ),
    ("double_sheet", "Een blad komt twee keer voor.", "Hou één van de twee bladen over."),
    (
        "missing_column",
        "Een verplichte kolom (of regel op het blad Bestuur) ontbreekt of heeft een andere naam.",
        "Zet de kolomkop (of de vraag) terug zoals ze in het sjabloon staat.",
    ),
    (
        "double_header",
        "Een kolom (of regel op het blad Bestuur) komt twee keer voor.",
        "Hou één van de twee kolommen (of regels) over.",
    ),
    (
        "year_missing",
        "Het boekjaar ontbreekt of is niet te lezen: zonder boekjaar kan niets nagekeken worden.",
        "Vul bij ‘Boekjaar’ op het blad Bestuur het jaar van de cijfers in, met vier cijfers.",
    ),
    (
        "identity_missing",
        "NIS-code, naam of soort gegevens ontbreekt of is niet te lezen.",
        "Vul het veld in zoals het in het sjabloon voor uw bestuur stond.",
    ),
    ("not_a_nis_code", "Een NIS-code telt precies vijf cijfers.", "Typ de vijf cijfers van de NIS-code."),
]
_CELL = [
    (
        "formula_error",
        "De formule in een cel geeft een fout, of werd nooit berekend.",
        "Herstel de formule, of typ de waarde zelf in de cel.",
    ),
    (
        "not_a_number",
        "Een cel die een getal moet zijn, is dat niet. Belgische schrijfwijze: 1.234,5.",
        "Typ alleen het getal in de cel, zonder woorden of eenheid.",
    ),
    (
        "ambiguous_number",
        "Een getal kan op twee manieren gelezen worden, bv. 1.234 of een bedrag met drie decimalen.",
        "Typ het getal zonder punt (1234 of 1,234), of zet de celeigenschap op Getal.",
    ),
    (
        "not_whole",
        "Een getal dat geheel moet zijn, heeft decimalen.",
        "Rond af tot een geheel getal, of kijk na of het cijfer in de juiste kolom staat.",
    ),
    (
        "out_of_range",
        "Een getal ligt buiten wat mogelijk is.",
        "Kijk na of er een cijfer te veel of te weinig staat, en of het teken klopt.",
    ),
    (
        "not_a_date",
        "Een cel die een datum moet zijn, is dat niet. Schrijfwijze: dag/maand/jaar, jaar met vier cijfers.",
        "Typ de datum als dag/maand/jaar met vier cijfers voor het jaar, bv. 31/12/2024.",
    ),
    (
        "not_a_time",
        "Een cel die een uur moet zijn, is dat niet. Schrijfwijze: 7:30, 7.30 of 7u30.",
        "Typ het uur als 7:30.",
    ),
    (
        "not_text",
        "Een cel die tekst moet zijn, is dat niet, is te lang of bevat onzichtbare tekens.",
        "Typ een korte tekst zonder vreemde tekens.",
    ),
    (
        "unknown_code",
        "Een woord staat niet in de lijst. Hoofdletters, accenten en spaties tellen niet mee.",
        "Kies een woord uit de keuzelijst van de cel.",
    ),
    (
        "not_a_kbo_number",
        "Een KBO-nummer telt tien cijfers; de twee laatste zijn controlecijfers.",
        "Neem het KBO-nummer over van de website van de Kruispuntbank: tien cijfers.",
    ),
    ("not_an_email", "Een e-mailadres is niet te lezen.", "Typ één e-mailadres, bv. kinderopvang@example.be."),
    (
        "empty_answer",
        "Een verplichte vraag op het blad Bestuur is niet beantwoord.",
        "Beantwoord de vraag op het blad Bestuur.",
    ),
    (
        "must_be_empty",
        "Een cel moet leeg zijn, bv. de VTE van onthaalouders in het sui-generisstatuut.",
        "Maak de cel leeg: in deze rij tellen we personen.",
    ),
]
_ROW = [
    (
        "shifted_row",
        "De waarden van een rij staan een of meer kolommen te ver.",
        "Schuif de cellen van de rij terug onder hun eigen kolomkop.",
    ),
    (
        "row_without_key",
        "Een rij zegt niet waarover ze gaat: een sleutelcel is leeg. De rij telt niet mee.",
        "Vul in waarover de rij gaat, of verwijder de rij.",
    ),
    (
        "too_many_cells",
        "Een rij van een CSV-bestand heeft meer cellen dan er kolommen zijn. De rij telt niet mee.",
        "Zet tekst met een scheidingsteken tussen aanhalingstekens, of bewaar het bestand opnieuw als CSV.",
    ),
]
_WARNINGS = [
    (
        "empty_cell",
        "Een verplichte cel is leeg: het cijfer wordt ‘niet ingediend’, nooit nul.",
        "Vul het cijfer in; typ 0 als het echt nul is.",
    ),
    (
        "rounded_value",
        "Excel-getallen met meer decimalen dan we bewaren, worden afgerond (euro op de cent, VTE op 4).",
        "Niets te doen als de afronding goed is; typ anders de waarde met minder decimalen.",
    ),
    (
        "missing_optional_column",
        "Een kolom die niet verplicht is, ontbreekt en wordt als leeg gelezen.",
        "Niets te doen als u de kolom niet gebruikt; zet anders de kolomkop uit het sjabloon terug.",
    ),
    (
        "other_version",
        "Een blad heeft de vorm van een ander jaar; het wordt gelezen, met wat er intussen veranderd is.",
        "Niets te doen als het blad volledig is; vertrek volgende keer van het sjabloon van het boekjaar.",
    ),
    (
        "total_differs",
        "Een som op het blad Totalen van het sjabloon is niet de som van wat wij lezen.",
        "Maak van tekst een getal, of zet rijen die onder of naast de tabel staan erin.",
    ),
    (
        "extra_column",
        "Een kolom of regel die we niet kennen, wordt niet gelezen.",
        "Niets te doen als het uw eigen nota's zijn; verbeter anders de kolomkop.",
    ),
    (
        "extra_sheet",
        "Een blad dat we niet kennen, wordt niet gelezen.",
        "Niets te doen als het een eigen kladblad is; verbeter anders de naam van het blad.",
    ),
]

READING_RULES = tuple(
    Rule(code, severity, explanation, mend)
    for severity, entries in (
        (Severity.FATAL, _FILE),
        (Severity.REJECTED, _CELL + _ROW),
        (Severity.WARNING, _WARNINGS),
    )
    for code, explanation, mend in entries
)
READING_RULE_BY_CODE = {rule.code: rule for rule in READING_RULES}
