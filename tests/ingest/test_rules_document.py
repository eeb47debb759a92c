"""The list of rules in the docs is the list of rules."""

from __future__ import annotations

from tests.ingest.rules_document import DOCUMENT, rules_document


def test_the_page_is_what_the_rules_say_now() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == rules_document(), "run `make rules`"
