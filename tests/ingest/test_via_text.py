"""The reader of agreements gives every figure back, and loses no number however broken the text is."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.checked import CheckedFile
from ingest.via_text.check import read_figures
from ingest.via_text.document import read_document
from ingest.via_text.outcome import Figure, Reading
from tests.ingest.agreement_texts import Expected, agreement_text
from tests.ingest.public_files import checked_text

SEEDS = st.integers(min_value=0, max_value=10_000)
DIGITS = re.compile(r"\d")


def read(text: str) -> Reading:
    return read_figures(read_document(text))


def as_expected(figure: Figure) -> Expected:
    return figure.section, figure.kind, figure.measure, figure.sector, figure.value


def digits_of(text: str) -> Counter[str]:
    return Counter(DIGITS.findall(text))


def digits_accounted_for(reading: Reading) -> Counter[str]:
    words = {id(figure.word): figure.word for figure in reading.figures}
    words |= {id(word): word for word, _ in (*reading.unplaced, *reading.no_figures)}
    return sum((digits_of(word.text) for word in words.values()), Counter())


@given(SEEDS)
@settings(max_examples=30, deadline=None)
def test_every_figure_comes_back_in_its_place(seed: int) -> None:
    made = agreement_text(random.Random(seed))

    reading = read(made.text)

    assert Counter(map(as_expected, reading.figures)) == Counter(made.figures)
    assert reading.unplaced == []


@given(SEEDS)
@settings(max_examples=30, deadline=None)
def test_every_figure_names_the_line_that_it_stands_on(seed: int) -> None:
    made = agreement_text(random.Random(seed))

    for figure in read(made.text).figures:
        assert figure.word.text.strip(".,") in made.lines[figure.word.line - 1]


@given(SEEDS, st.integers(min_value=0, max_value=10_000))
@settings(max_examples=30, deadline=None)
def test_no_number_is_lost_when_lines_are_swapped(seed: int, place: int) -> None:
    made = agreement_text(random.Random(seed))
    filled = [number for number, line in enumerate(made.lines) if line.strip()]
    first = place % (len(filled) - 1)
    one, other = filled[first], filled[first + 1]
    made.lines[one], made.lines[other] = made.lines[other], made.lines[one]

    assert digits_accounted_for(read(made.text)) == digits_of(made.text)


@given(SEEDS, st.integers(min_value=0, max_value=10_000), st.sampled_from(["\n", " ", "\n \n"]))
@settings(max_examples=50, deadline=None)
def test_a_figure_cut_in_two_is_put_together_and_told_or_reported(seed: int, place: int, between: str) -> None:
    made = agreement_text(random.Random(seed))
    tables = made.text.index("2. CIJFERS")
    figures = [found for found in re.finditer(r"\d{1,3}(\.\d{3})+", made.text) if found.start() > tables]
    chosen = figures[place % len(figures)]
    cut = chosen.start() + 1 + place % (len(chosen.group()) - 1)
    broken = made.text[:cut] + between + made.text[cut:]

    reading = read(broken)

    assert digits_accounted_for(reading) == digits_of(broken)
    assert Counter(map(as_expected, reading.figures)) - Counter(made.figures) == Counter()
    assert reading.unplaced or reading.notes


@given(SEEDS, st.integers(min_value=0, max_value=10_000), st.booleans())
@settings(max_examples=30, deadline=None)
def test_a_page_header_in_the_middle_takes_no_figure_with_it(seed: int, place: int, with_title: bool) -> None:
    made = agreement_text(random.Random(seed))
    header = ["VIA7-AKKOORD: BESTEDING VAN HET BUDGET", "pagina 3 van 5"] if with_title else ["- 3 -"]
    at = 8 + place % (len(made.lines) - 8)
    text = "\n".join([*made.lines[:at], *header, *made.lines[at:]])

    reading = read(text)

    assert Counter(map(as_expected, reading.figures)) == Counter(made.figures)
    assert digits_accounted_for(reading) == digits_of(text)


@given(st.text(alphabet="VIA6-akoord 0123456789.,%/\n•()NvtTotaalKinderopvang", max_size=400))
@settings(max_examples=50, deadline=None)
def test_no_number_is_lost_in_any_text(noise: str) -> None:
    text = f"VIA7-AKKOORD 2030\n2. CIJFERS\nSector Budget 2030 Onbenut budget 2030\n{noise}"

    assert digits_accounted_for(read(text)) == digits_of(text)


def test_two_figures_that_may_be_one_are_both_told_and_neither_is_taken() -> None:
    text = "VIA7-AKKOORD 2030\n3. INHOUD\nVoor de kinderopvang:\n• Acties in het kader van instroom:   2 6.956.624\n"

    reading = read(text)

    assert reading.figures == []
    assert [word.text for word, _ in reading.unplaced] == ["2", "6.956.624"]


def check(tmp_path: Path, text: str) -> CheckedFile:
    return checked_text(tmp_path, "akkoord.txt", text)


@pytest.fixture
def made_text() -> str:
    return agreement_text(random.Random(7)).text


def test_a_text_is_recognised_by_what_is_in_it_and_says_what_was_read(tmp_path: Path, made_text: str) -> None:
    checked = check(tmp_path, made_text)

    assert (checked.kind, checked.problems) == ("via_text", ())
    figures = Counter(figure[0] for figure in agreement_text(random.Random(7)).figures)
    parts = ", ".join(f"{figures[section]} in deel {section}" for section in ("2", "3", "4"))
    assert checked.summary_nl.startswith(f"{figures.total()} cijfers gelezen ({parts});")
    assert checked.summary_nl.endswith("niet geplaatst: 0.")
    rows = checked.tables["via_lines"].to_pylist()
    assert {(row["agreement"], row["year"], row["data_kind"]) for row in rows} == {("VIA7", 2030, "real")}


def test_a_number_without_place_is_told_with_its_line_and_the_rest_is_read(tmp_path: Path, made_text: str) -> None:
    before = check(tmp_path, made_text).tables["via_lines"].num_rows
    row = "Jeugdhulp en nog wat 1.234.567 7.654.321 3.333.333"

    checked = check(tmp_path, made_text.replace("3. INHOUD", f"{row}\n\n3. INHOUD"))

    assert not checked.is_refused
    assert checked.tables["via_lines"].num_rows == before
    assert [(problem.rule_code, problem.found) for problem in checked.problems] == [
        ("via_number_unplaced", "1.234.567"),
        ("via_number_unplaced", "7.654.321"),
        ("via_number_unplaced", "3.333.333"),
    ]
    assert "3 cellen voor 2 kolommen" in checked.problems[0].message_nl


def test_a_text_of_an_unknown_agreement_is_refused(tmp_path: Path, made_text: str) -> None:
    checked = check(tmp_path, made_text.replace("VIA7", "VIA77"))

    assert [problem.rule_code for problem in checked.problems] == ["via_agreement_unknown"]


def test_any_other_text_is_no_agreement(tmp_path: Path) -> None:
    assert check(tmp_path, "Het VIA6-akkoord werd besproken.\n1. Dit is een opsomming.\n").kind == "unknown"
