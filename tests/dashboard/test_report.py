"""The report on a real publication: its figures are the marts', it can be read aloud, and text stays text."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import duckdb
import openpyxl
import pytest
import typst

from dashboard.language import written_in
from dashboard.queries.benchmarks import Choice
from dashboard.report import command, render
from dashboard.report.content import main_findings, report_of
from dashboard.report.request import Subject, subject_of
from dashboard.report.sections import Report
from dashboard.report.workbook import report_xlsx
from dashboard.report.write import Order, orders_for_all, write_all
from ingest.home import Home
from tests.dashboard.documents import found, text_of
from tests.dashboard.pages import opened, words


@pytest.fixture(scope="module")
def publication(small_warehouse: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    before = os.environ.get("OPVANGSPIEGEL_HOME")
    os.environ["OPVANGSPIEGEL_HOME"] = str(small_warehouse.path)
    yield duckdb.connect(os.path.realpath(small_warehouse.current), read_only=True)
    os.environ.pop("OPVANGSPIEGEL_HOME")
    if before is not None:
        os.environ["OPVANGSPIEGEL_HOME"] = before


@pytest.fixture(scope="module")
def nis_code(publication: duckdb.DuckDBPyConnection) -> str:
    """The authority with the most figures for group care in 2025 that can be told in euro or staff."""
    return publication.execute(
        """
        select nis_code from marts.fct_differences
        where year = 2025 and care_type = 'group' and peer_group = 'nearest'
        group by nis_code order by count(*) desc, nis_code limit 1
        """
    ).fetchone()[0]


@pytest.fixture(scope="module")
def subject(nis_code: str) -> Subject:
    return subject_of(Choice(nis_code, 2025, "group", "nearest"))


@pytest.fixture(scope="module")
def report(subject: Subject) -> Report:
    return report_of(subject)


def rows_of(report: Report) -> dict[tuple[int, str], list[str]]:
    """The rows of every table in the document, by the number of columns and the first cell."""
    rows = {}
    for table in found(report, "table"):
        cells = [text_of(cell) for cell in table["children"][1:]]
        n = len(table["columns"])
        rows |= {(n, cells[start]): cells[start : start + n] for start in range(0, len(cells), n)}
    return rows


def belgian(value: float | None, decimals: int) -> str:
    """A number as a Belgian writes it, worked out apart from the product."""
    if value is None:
        return "geen cijfer"
    shown = f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return "0" + shown[2:] if re.fullmatch(r"-0(,0+)?", shown) else shown


def test_every_value_and_median_in_the_tables_is_that_of_the_mart(
    report: Report, publication: duckdb.DuckDBPyConnection, nis_code: str
) -> None:
    benchmarks = publication.execute(
        """
        select i.label_nl, i.unit_nl, i.decimals, b.value, b.median, b.p25, b.p75
        from marts.fct_benchmarks as b
        inner join marts.dim_indicators as i using (indicator_code)
        where b.nis_code = ? and b.year = 2025 and b.care_type = 'group' and b.peer_group = 'nearest'
            and i.care_types like '%group%'
        """,
        [nis_code],
    ).fetchall()
    rows = rows_of(report)

    assert len(benchmarks) > 30
    for label, unit, decimals, value, median, p25, p75 in benchmarks:
        cells = rows[8, label]
        for cell, number in ((cells[1], value), (cells[4], median)):
            shown = belgian(number, decimals)
            with_unit = shown if number is None else f"€\u00a0{shown}" if unit == "€" else f"{shown}\u00a0{unit}"
            assert cell.rstrip() == with_unit.rstrip(), label
        assert cells[5] == ("geen cijfer" if p25 is None else f"{belgian(p25, decimals)} tot {belgian(p75, decimals)}")


def test_the_euros_of_a_difference_are_the_difference_times_the_own_denominator(
    report: Report, publication: duckdb.DuckDBPyConnection, nis_code: str
) -> None:
    told = publication.execute(
        """
        select i.label_nl, (v.numerator - b.median * v.denominator / i.multiplier)
        from marts.fct_benchmarks as b
        inner join marts.fct_indicator_values as v using (nis_code, year, care_type, indicator_code)
        inner join seeds.indicators as i using (indicator_code)
        where b.nis_code = ? and b.year = 2025 and b.care_type = 'group' and b.peer_group = 'nearest'
            and b.difference is not null and i.theme in ('cost', 'revenue') and i.unit_nl = '€'
        """,
        [nis_code],
    ).fetchall()
    rows = rows_of(report)

    assert len(told) > 5
    for label, euros in told:
        side = "hoger" if euros > 0 else "lager"
        assert rows[3, label][2] in (f"€\u00a0{belgian(abs(euros), 0)} {side}", "gelijk"), label
    assert sum(rows[3, label][2] != "gelijk" for label, _euros in told) > 3


def test_naming_every_authority_gives_the_differences_to_all_of_them(
    publication: duckdb.DuckDBPyConnection, nis_code: str
) -> None:
    members = publication.execute(
        """
        select list(mates.nis_code) from marts.dim_group_members as own
        inner join marts.dim_group_members as mates using (peer_group, group_code)
        where own.nis_code = ? and own.peer_group = 'all'
        """,
        [nis_code],
    ).fetchone()[0]
    columns = "year, care_type, indicator_code, round(amount, 4), unit"
    asked = f"select {columns} from functions.differences_of(?, ?) order by all"
    mart = f"select {columns} from marts.fct_differences where nis_code = ? and peer_group = 'all' order by all"
    expected = publication.execute(mart, [nis_code]).fetchall()

    assert len(expected) > 20
    assert publication.execute(asked, [nis_code, members]).fetchall() == expected


def test_strengths_and_points_of_attention_are_the_judgements_of_the_mart(
    report: Report, publication: duckdb.DuckDBPyConnection, nis_code: str
) -> None:
    judged = dict(
        publication.execute(
            """
            select i.label_nl, b.judgement from marts.fct_benchmarks as b
            inner join marts.dim_indicators as i using (indicator_code)
            where b.nis_code = ? and b.year = 2025 and b.care_type = 'group' and b.peer_group = 'nearest'
            """,
            [nis_code],
        ).fetchall()
    )
    by_title = {section.title: {term for term, _told in section.findings} for section in report.sections}

    assert by_title["Sterke punten"] == {k for k, v in judged.items() if v in ("better", "in_band")}
    assert by_title["Aandachtspunten"] == {k for k, v in judged.items() if v in ("worse", "below_band", "above_band")}


def test_the_pdf_is_tagged_for_screen_readers_and_the_same_each_time(report: Report) -> None:
    made = render.report_pdf(report)

    assert b"pdfuaid:part" in made
    assert all(picture["alt"] for picture in found(report, "image"))
    assert len(found(report, "image")) == sum(section.picture is not None for section in report.sections) > 5
    assert render.report_pdf(report) == made


def test_invented_figures_are_marked_on_every_page(report: Report) -> None:
    for template, shown in (("report.typ", report), ("slides.typ", report.as_slides())):
        pages = typst.compile(
            str(render.TEMPLATES / template), root=str(render.TEMPLATES), format="svg",
            sys_inputs=render.inputs_of(shown),
        )  # fmt: skip
        assert len(found(shown, "<demo>", template)) == len(pages) > 8
        assert found(replace(shown, demo=""), "<demo>", template) == []


def test_a_figure_never_runs_into_the_next_column(report: Report) -> None:
    tables = [section.table for section in report.sections if section.table is not None]
    columns = [column for table in tables for column in zip(table.numeric, table.widths, strict=True)]
    assert len(columns) > 40
    assert {width for is_figure, width in columns if is_figure} == {0}


def test_a_slide_holds_no_more_than_fits_and_says_so(report: Report) -> None:
    slides = report.as_slides().sections

    assert max(len(section.findings) for section in slides) == 5
    assert max(len(section.table.rows) for section in slides if section.table) == 9
    assert any(re.fullmatch(r"En nog \d+: zie het rapport\.", section.note) for section in slides)


def test_the_workbook_holds_the_values_as_numbers(
    report: Report, subject: Subject, publication: duckdb.DuckDBPyConnection
) -> None:
    page = openpyxl.load_workbook(BytesIO(report_xlsx(subject, report)))["Kengetallen"]
    head = [cell.value for cell in page[3]]
    values = {row[1].value: row[head.index(subject.name)].value for row in page.iter_rows(min_row=4) if row[1].value}
    cost = publication.execute(
        "select value from marts.fct_indicator_values "
        "where nis_code = ? and year = 2025 and care_type = 'group' and indicator_code = 'cost_per_place'",
        [subject.choice.nis_code],
    ).fetchone()[0]

    assert values["Brutokost per plaats"] == pytest.approx(cost)
    assert {type(value) for value in values.values()} <= {int, float, type(None)}


def test_many_reports_are_written_at_once_and_one_that_cannot_be_made_stops_no_other(
    subject: Subject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)  # starting a second process would take as long as the report
    pattern = Order(replace(subject.choice, nis_code=""), "nl", tmp_path, frozenset({"xlsx"}))
    orders = orders_for_all(pattern, [("99999", "Nergens"), (subject.choice.nis_code, "../Sint-Ergens")])
    outcomes = {outcome.order.choice.nis_code: outcome for outcome in write_all(orders)}

    assert outcomes["99999"].reason == "Het bestuur met NIS-code 99999 staat niet in de publicatie."
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".pdf", ".xlsx"]
    assert {path.parent for path in outcomes[subject.choice.nis_code].paths} == {tmp_path}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"nis": "99999"}, "Het bestuur met NIS-code 99999 staat niet in de publicatie."),
        ({"year": 1999}, "Voor 1999 zijn er geen cijfers. Er zijn cijfers voor: 2025, 2024."),
        ({"care_type": "[red]"}, "De soort opvang [red] bestaat niet."),
        ({"peer_group": "friends"}, "De groep friends bestaat niet."),
        ({"peers": ["99999"]}, "Met deze besturen kan niet bij naam vergeleken worden: 99999."),
    ],
)
def test_what_the_publication_does_not_know_is_told_in_a_sentence(
    asked: dict, told: str, nis_code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    usual = {"nis": nis_code, "year": 2025, "care_type": "group", "peer_group": "nearest", "peers": []}
    rest = {"language": "nl", "output": "nowhere/rapport.pdf", "beside": []}

    assert command.run(json.dumps(usual | rest | asked)) == 1
    assert told in capsys.readouterr().err.replace("\n", " ")


def test_a_report_in_english_is_english(subject: Subject) -> None:
    with written_in("en"):
        titles = [section.title for section in main_findings(subject_of(subject.choice))]

    assert titles == ["Strengths", "Points of attention", "What stands out, without judgement"]


@pytest.mark.usefixtures("publication")
def test_the_page_says_what_the_report_says_first_and_offers_it(report: Report, subject: Subject) -> None:
    app = opened("report", nis=subject.choice.nis_code, year="2025", care_type="group", peer_group="nearest")
    shown = words(app)
    strengths = next(section for section in report.sections if section.title == "Sterke punten")

    assert f"Rapport over {subject.name}, 2025" in shown
    assert all(told in shown for _term, told in strengths.findings)
    assert [button.label for button in app.get("download_button")] == [
        "Rapport (PDF, A4)", "Presentatie (PDF, 16:9)", "Cijfers (XLSX)",
    ]  # fmt: skip


def test_without_a_figure_nothing_is_called_strong_or_weak(publication: duckdb.DuckDBPyConnection) -> None:
    without = publication.execute(
        """
        select nis_code from marts.fct_indicator_values where year = 2025 and care_type = 'family'
        group by nis_code having bool_and(status = 'not_applicable') order by nis_code limit 1
        """
    ).fetchone()[0]
    asked = subject_of(Choice(without, 2025, "family", "province"))
    sections = main_findings(asked)

    assert [section.title for section in sections] == [f"Wie is {asked.name}?"]
    assert sections[0].text[-1] == f"{asked.name} heeft geen gezinsopvang in eigen beheer."


def test_the_first_year_has_no_year_before_it(report: Report, subject: Subject) -> None:
    earlier = report_of(replace(subject, choice=replace(subject.choice, year=2024, care_type="all")))
    changes = {section.title: section.text[0] for section in earlier.sections if "veranderde" in section.title}

    assert changes == {"Wat veranderde sinds 2023": "Geen enkel kengetal heeft ook voor 2023 een plaats in de groep."}
