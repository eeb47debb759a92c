from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from ingest.failed_tests import MOST_SENTENCES, sentences_of


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "opvangspiegel.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "create table found as select * from (values ('Twee.'), ('Een.'), (null), ('Een.')) t (message)"
        )
    return path


def test_each_sentence_is_said_once_and_an_empty_one_never(database: Path) -> None:
    assert sentences_of(database, "select message from opvangspiegel.main.found") == ["Een.", "Twee."]


def test_a_test_that_ends_in_a_comment_is_asked_again_all_the_same(database: Path) -> None:
    assert sentences_of(database, "select message from found -- what was found") == ["Een.", "Twee."]


def test_a_test_without_sentences_leaves_the_word_to_dbt(database: Path) -> None:
    assert sentences_of(database, "select 1 as n_rows") == []
    assert sentences_of(database, "select message from not_built") == []


def test_no_more_sentences_are_said_than_people_read(database: Path) -> None:
    many = "select concat('Zin ', cast(i as varchar)) as message from range(1000) t (i)"

    assert len(sentences_of(database, many)) == MOST_SENTENCES
