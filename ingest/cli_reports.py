"""What each command says at its end: a readable summary, and every problem with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ingest import console
from ingest.cells.shown import shown_euro
from ingest.codelists import codelist
from ingest.load_report import REFUSED, UNKNOWN, WAITING, FileReport, file_report
from ingest.problem_groups import grouped_problems, mend_nl
from ingest.problems import Severity
from ingest.via_text.check import KIND as AGREEMENT_TEXT

if TYPE_CHECKING:
    from ingest.checked import CheckedFile
    from ingest.demo_journey import DemoReport
    from ingest.publish import BuildReport
    from ingest.status import ReceivedFile, Status, WaitingList

CHECKED = "checked"
CHECKED_IN_PART = "checked_in_part"
CHECKED_WAITING = "checked_waiting"
MOST_NAMED = 20  # beyond this, files without a problem are only counted
_OUTCOMES_NL = {
    "received": "ontvangen",
    WAITING: "ontvangen, maar wacht: geen enkele lijn telt mee",
    "unchanged": "al eerder ontvangen",
    CHECKED: "in orde om te ontvangen",
    CHECKED_IN_PART: "te ontvangen, zonder de geweigerde cellen of rijen",
    CHECKED_WAITING: "te ontvangen, maar zou wachten: geen enkele lijn zou meetellen",
    REFUSED: "geweigerd",
    UNKNOWN: "niet herkend",
}
_COLOURS = {
    Severity.FATAL: "bold red",
    Severity.REJECTED: "red",
    Severity.BLOCKING: "yellow",
    Severity.WARNING: "cyan",
}
_DATASETS_NL = {
    "submission": "inzendingen",
    "refnis": "Statbel REFNIS",
    "population": "Statbel bevolking naar leeftijd",
    "fiscal_income": "Statbel fiscale inkomens",
    "price_index": "prijsindex",
    "bulk_measures": "maten in lange vorm",
    "via_lines": "cijfers van een VIA-akkoord",
    "via_movements": "VIA-betaallijsten en -boekingen",
}
_NODES_NL = {"test": "De test", "unit_test": "De test", "seed": "De definitie", "model": "Het model"}


def reports_of(checked: Sequence[CheckedFile]) -> list[FileReport]:
    """What would become of checked files if they were handed in."""
    return [file_report(one, _outcome(one), _checked_note(one)) for one in checked]


def _checked_note(checked: CheckedFile) -> str:
    words = _OUTCOMES_NL[_outcome(checked)]
    return f"{words}; {checked.summary_nl}" if checked.summary_nl else words


def _outcome(checked: CheckedFile) -> str:
    if checked.is_refused:
        return REFUSED
    if checked.via_list and checked.has_questions:
        return CHECKED_WAITING
    return CHECKED_IN_PART if checked.has_rejections else CHECKED


def exit_code(files: Sequence[FileReport]) -> int:
    """1 when a file, a cell or a row is refused; 0 otherwise."""
    return int(any(file.counts.n_fatal or file.counts.n_rejected for file in files))


def files_as_dict(files: Sequence[FileReport]) -> dict[str, Any]:
    """The outcome of each file and every problem with how it is mended, as plain values for JSON."""
    return {"exit_code": exit_code(files), "files": [asdict(file) | _problems_as_dicts(file) for file in files]}


def _problems_as_dicts(file: FileReport) -> dict[str, Any]:
    return {"problems": [asdict(problem) | {"mend_nl": mend_nl(problem.rule_code)} for problem in file.problems]}


def show_files(files: Sequence[FileReport]) -> None:
    """Show the problems file by file, and then how many files fared how."""
    for file in files:
        if file.problems:
            _show_problems(file)
            if file.outcome == WAITING or file.kind == AGREEMENT_TEXT:
                console.say("  {}", file.note_nl)
        elif len(files) <= MOST_NAMED:
            console.say("[bold]{}[/bold]: {}{}", file.file_name, file.note_nl, _recognised_as(file))
    outcomes = Counter(file.outcome for file in files)
    rows = [(_OUTCOMES_NL[outcome], outcomes[outcome]) for outcome in _OUTCOMES_NL if outcomes[outcome]]
    console.show_table("Bestanden", ("uitkomst", "aantal"), rows)
    _show_problem_counts(files)


def show_mixed() -> None:
    """Say what happens to real figures that lie beside invented ones."""
    console.say(
        "[yellow]Let op[/yellow]: deze map bevat echte bestanden én demobestanden. Zolang er een demobestand bij zit, "
        "blijft de hele publicatie als demo gemarkeerd. Kies met OPVANGSPIEGEL_HOME een andere map voor echte cijfers."
    )


def _show_problems(file: FileReport) -> None:
    version = f", versie {file.version}" if file.version else ""
    console.say("[bold]{}[/bold]: {}{}{}", file.file_name, _OUTCOMES_NL[file.outcome], version, _recognised_as(file))
    severities = [severity for sheet in grouped_problems(file.problems) for severity in sheet.severities]
    for severity in severities:
        colour = _COLOURS[severity.severity]
        for rule in severity.rules:
            for problem in rule.problems:
                console.say(f"  [{colour}]{{}}[/{colour}]  {{}}", severity.label_nl, problem.message_nl)
            if rule.mend_nl:
                console.say("  [dim]→ {}[/dim]", rule.mend_nl)


def _recognised_as(file: FileReport) -> str:
    """Whose submission a file was taken for, and after which version of the contract it was read."""
    if file.contract_version is None:
        return ""
    return f" (NIS-code {file.nis_code}, boekjaar {file.year}, versie {file.contract_version} van het sjabloon)"


def _show_problem_counts(files: Sequence[FileReport]) -> None:
    found = Counter(problem.severity for file in files for problem in file.problems)
    labels = codelist("severity").labels
    rows = [(labels[severity], found[severity]) for severity in Severity if found[severity]]
    if rows:
        console.show_table("Problemen", ("ernst", "aantal"), rows)
    else:
        console.say("Geen problemen gevonden.")


def show_build(report: BuildReport) -> None:
    """Say that there is a new publication, or in words why the previous one keeps serving."""
    kinds = Counter(node.resource_type for node in report.nodes if node.status in ("success", "pass"))
    n_tests = kinds["test"] + kinds["unit_test"]
    done = f"{kinds['model']} modellen gebouwd en {n_tests} testen geslaagd in {console.seconds(report.seconds)}."
    for node in report.warnings:
        console.say("[yellow]Let op[/yellow]: {} {}", *_in_words(node))
    if report.scope:
        console.say("{}", report.scope)
    if report.publication:
        console.say("[green]Publicatie {}[/green] staat klaar: {}", report.publication.number, done)
        return
    console.fail("Er is niets nieuws gepubliceerd; de vorige publicatie blijft staan.")
    if report.error:
        console.fail(report.error)
    for node in report.failures:
        console.fail(" ".join(_in_words(node)))


def _in_words(node: Any) -> tuple[str, str]:
    """Which node, and what is the matter with it."""
    name = f"{_NODES_NL.get(node.resource_type, node.resource_type)} '{node.name}'"
    count = f"({node.failures} rijen) " if node.failures else ""
    return name, f"slaagt niet {count}– {node.description or node.message}"


def show_demo(report: DemoReport) -> None:
    """Say what the demo did and how long each part took."""
    console.say("{} demobestanden ingediend, {} inzendingen aanvaard.", report.n_files, report.n_accepted)
    rows = [(part, console.seconds(duration)) for part, duration in report.seconds.items()]
    rows.append(("samen", console.seconds(sum(report.seconds.values()))))
    console.show_table("Duur", ("onderdeel", "tijd"), rows)
    if report.build:
        show_build(report.build)


def show_status(status: Status) -> None:
    """Say what is published, from which inputs, what was refused and what waits."""
    console.say("Map: {}", status.home)
    if status.publication is None:
        console.say("Er is nog niets gepubliceerd.")
    else:
        _show_publication(status)
    _show_received("Geweigerde bestanden", status.refused)
    _show_received("Gepubliceerd, maar met geweigerde cellen of rijen", status.with_rejections)
    _show_received("Wacht op een beslissing (opvangspiegel accept, query of withdraw)", status.waiting)
    _show_lists(status.lists_waiting)


def _show_publication(status: Status) -> None:
    publication = status.publication
    kinds = codelist("data_kind").labels
    kind = kinds.get(publication.data_kind, publication.data_kind)
    moment = f"{publication.published_at:%d/%m/%Y %H:%M} UTC"
    console.say("[bold]Publicatie {}[/bold] van {}: {}. {}", publication.number, moment, kind, publication.note)
    rows = [
        (_DATASETS_NL.get(row.dataset, row.dataset), row.year, kinds.get(row.data_kind, row.data_kind), row.n_files)
        for row in status.inputs
    ]
    console.show_table("Gebouwd uit", ("soort", "jaar", "gegevens", "bestanden"), rows)


def _show_received(title: str, files: Sequence[ReceivedFile]) -> None:
    if not files:
        return
    headers = ("bestand", "NIS-code", "jaar", "versie", "ontvangen", "problemen")
    rows = [
        (
            file.file_name,
            file.nis_code,
            file.year,
            file.version,
            f"{file.received_on:%d/%m/%Y}",
            _problems_in_words(file),
        )
        for file in files
    ]
    console.show_table(title, headers, rows)


def _show_lists(lists: Sequence[WaitingList]) -> None:
    if lists:
        headers = ("bestand", "hash", "van", "lijst", "versie", "ontvangen", "bedrag", "problemen")
        title = "VIA-lijsten die wachten (een hogere versie, of opvangspiegel via release)"
        console.show_table(title, headers, [_list_row(one) for one in lists])


def _list_row(one: WaitingList) -> tuple[Any, ...]:
    payer = codelist("via_payer").labels.get(one.payer, one.payer)
    amount, day = shown_euro(one.total_eur), f"{one.received_on:%d/%m/%Y}"
    problems = _problems_in_words(one)
    return one.file_name, one.file_hash[:12], payer, one.list_number, one.list_version, day, amount, problems


def _problems_in_words(file: ReceivedFile | WaitingList) -> str:
    """How many problems of each severity: '1 geweigerd, 2 opvallend'."""
    counts = {
        "bestand geweigerd": file.n_fatal,
        "geweigerd": file.n_rejected,
        "vraag": file.n_blocking,
        "opvallend": file.n_warning,
    }
    return ", ".join(f"{number} {words}" for words, number in counts.items() if number) or "geen"
