"""Help in place: every question mark gives the definition of the seed of terms."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.dashboard.pages import opened, words

ROOT = Path(__file__).parents[2]
CALL = re.compile(r"help_on\(([^)]*)\)")


@pytest.fixture(scope="module")
def definitions() -> dict[str, str]:
    """The terms of the seed with what they mean in Dutch."""
    with (ROOT / "dbt_project" / "seeds" / "terms.csv").open(encoding="utf-8", newline="") as file:
        return {row["term"]: row["definition_nl"] for row in csv.DictReader(file)}


@pytest.mark.usefixtures("warehouse")
def test_each_choice_and_heading_of_the_overview_explains_itself_in_the_words_of_the_seed(
    definitions: dict[str, str],
) -> None:
    app = opened()
    asked = {"nis": "authority", "year": "year", "care_type": "care_type", "peer_group": "peer_group"}
    for key, term in asked.items():
        assert unescaped(app.sidebar.selectbox(key=key).help).endswith(definitions[term]), key
    headings = {heading.value: unescaped(heading.proto.help) for heading in app.header}
    assert definitions["median"] in headings["Aanbod: groepsopvang"]
    assert definitions["most_moved"] in headings["Wat veranderde sinds vorig jaar"]
    indicators = [unescaped(element.proto.help) for element in app.markdown if element.proto.help]
    assert indicators == ["Gemeentelijke plaatsen per 100 kinderen: een voorbeelddefinitie voor de toetsen."]


@pytest.mark.usefixtures("warehouse")
def test_the_question_mark_beside_the_indicator_gives_its_own_definition_also_after_another_choice() -> None:
    app = opened("compare", indicator="sickness_absence", peer_group="province")
    assert "Ziekteverzuim: een voorbeelddefinitie" in unescaped(app.selectbox(key="indicator").help)
    app.selectbox(key="indicator").set_value("gross_cost_per_place").run()
    assert not app.exception
    assert app.selectbox(key="indicator").value == "gross_cost_per_place"
    assert "Brutokost per plaats: een voorbeelddefinitie" in unescaped(app.selectbox(key="indicator").help)


def test_every_term_that_a_page_explains_has_a_definition(definitions: dict[str, str]) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "dashboard").rglob("*.py"))
    named = {term for call in CALL.findall(code) for term in re.findall(r'"(\w+)"', call)}
    assert len(named) > 5
    assert named - set(definitions) == set()


@pytest.mark.usefixtures("warehouse")
def test_the_method_page_explains_every_term_status_and_judgement(definitions: dict[str, str]) -> None:
    app = opened("method")
    tables = [text for table in app.dataframe for text in table.value.iloc[:, 1]]
    told = words(app) + "\n".join(tables)
    assert [term for term, meaning in definitions.items() if meaning not in told] == []


def unescaped(text: str) -> str:
    return text.replace("\\", "")
