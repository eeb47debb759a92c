"""The rules that are noticed while a file is opened and its cells are read."""

from __future__ import annotations

from ingest.checking.rule import Rule
from ingest.problems import Severity

_FILE = [
    ("empty_file", "Het bestand is leeg."),
    ("not_a_workbook", "Het bestand is geen Excel-werkmap en geen map met CSV-bestanden."),
    ("unreadable_file", "Het bestand is beschadigd of kan niet gelezen worden."),
    ("password_protected", "De werkmap is met een wachtwoord beveiligd."),
    ("old_excel", "De werkmap is een .xls van voor 2007."),
    ("too_large", "Het bestand is groter dan een inzending ooit kan zijn."),
    ("missing_sheet", "Een gevraagd blad ontbreekt of heeft een andere naam."),
    ("double_sheet", "Een blad komt twee keer voor."),
    ("missing_column", "Een verplichte kolom (of regel op het blad Bestuur) ontbreekt of heeft een andere naam."),
    ("double_header", "Een kolom (of regel op het blad Bestuur) komt twee keer voor."),
    ("year_missing", "Het boekjaar ontbreekt of is niet te lezen: zonder boekjaar kan niets nagekeken worden."),
    ("identity_missing", "NIS-code, naam of soort gegevens ontbreekt of is niet te lezen."),
]
_CELL = [
    ("formula_error", "De formule in een cel geeft een fout, of werd nooit berekend."),
    ("not_a_number", "Een cel die een getal moet zijn, is dat niet. Belgische schrijfwijze: 1.234,5."),
    ("ambiguous_number", "Een getal kan op twee manieren gelezen worden, bv. 1.234 of een bedrag met drie decimalen."),
    ("not_whole", "Een getal dat geheel moet zijn, heeft decimalen."),
    ("out_of_range", "Een getal ligt buiten wat mogelijk is."),
    (
        "not_a_date",
        "Een cel die een datum moet zijn, is dat niet. Schrijfwijze: dag/maand/jaar, jaar met vier cijfers.",
    ),
    ("not_a_time", "Een cel die een uur moet zijn, is dat niet. Schrijfwijze: 7:30, 7.30 of 7u30."),
    ("not_text", "Een cel die tekst moet zijn, is dat niet, is te lang of bevat onzichtbare tekens."),
    ("unknown_code", "Een woord staat niet in de lijst. Hoofdletters, accenten en spaties tellen niet mee."),
    ("not_a_nis_code", "Een NIS-code telt precies vijf cijfers."),
    ("not_a_kbo_number", "Een KBO-nummer telt tien cijfers; de twee laatste zijn controlecijfers."),
    ("not_an_email", "Een e-mailadres is niet te lezen."),
    ("empty_answer", "Een verplichte vraag op het blad Bestuur is niet beantwoord."),
    ("must_be_empty", "Een cel moet leeg zijn, bv. de VTE van onthaalouders in het sui-generisstatuut."),
]
_ROW = [
    ("shifted_row", "De waarden van een rij staan een of meer kolommen te ver."),
    ("row_without_key", "Een rij zegt niet waarover ze gaat: een sleutelcel is leeg. De rij telt niet mee."),
    ("too_many_cells", "Een rij van een CSV-bestand heeft meer cellen dan er kolommen zijn. De rij telt niet mee."),
]
_WARNINGS = [
    ("empty_cell", "Een verplichte cel is leeg: het cijfer wordt ‘niet ingediend’, nooit nul."),
    ("rounded_value", "Excel-getallen met meer decimalen dan we bewaren, worden afgerond (euro op de cent, VTE op 4)."),
    ("missing_optional_column", "Een kolom die niet verplicht is, ontbreekt en wordt als leeg gelezen."),
    ("extra_column", "Een kolom of regel die we niet kennen, wordt niet gelezen."),
    ("extra_sheet", "Een blad dat we niet kennen, wordt niet gelezen."),
]

READING_RULES = tuple(
    Rule(code, severity, explanation)
    for severity, entries in (
        (Severity.FATAL, _FILE),
        (Severity.REJECTED, _CELL + _ROW),
        (Severity.WARNING, _WARNINGS),
    )
    for code, explanation in entries
)
READING_RULE_BY_CODE = {rule.code: rule for rule in READING_RULES}
