"""The list of rules, docs/rules.md: written from the rules, with for each what its failing file is told."""

from __future__ import annotations

import tempfile
from itertools import groupby
from pathlib import Path

from ingest.checking.rule import Rule
from ingest.checking.rules import ALL_RULES
from ingest.codelists import codelist
from ingest.problems import Severity
from ingest.submission import check_submission
from ingest.via_lists.rules import LIST_RULES
from tests.ingest.rule_files import FAILING

DOCUMENT = Path(__file__).parents[2] / "docs" / "rules.md"
_TITLE = """# The rules a submission is held against

Written by `make rules`: change a rule in `ingest/checking/`, never this page. Per severity, and within it in the order
in which the rules look: the code, what the rule says, how the sender mends it, and what a file that breaks it was told
(the files are in `tests/ingest/rule_files.py`). What a severity means for the file and its figures stands in
[architecture.md](architecture.md#what-a-problems-severity-means).
"""
_LISTS = """
# The rules a payment list or a list of bookings is held against

Of `ingest/via_lists/rules.py`; a file that breaks each of them is in `tests/ingest/via_list_faults.py`. Here *rejected*
keeps the whole list waiting until it is mended, *blocking* until it is mended or released (see [inputs.md](inputs.md)).

| code | severity | what it says | how to mend |
|---|---|---|---|
"""


def rules_document() -> str:
    """Give the text of the page."""
    examples = _examples()
    ordered = sorted(ALL_RULES, key=lambda rule: list(Severity).index(rule.severity))
    parts = [_TITLE]
    for severity, rules in groupby(ordered, key=lambda rule: rule.severity):
        parts.append(f"\n## {codelist('severity').label(severity).capitalize()} (`{severity}`)\n")
        parts += [_entry(rule, examples[rule.code]) for rule in rules]
    return "".join([*parts, _LISTS, *(_list_entry(rule) for rule in LIST_RULES.values())])


def _list_entry(rule: Rule) -> str:
    return f"| `{rule.code}` | `{rule.severity}` | {rule.explanation_nl} | {rule.mend_nl} |\n"


def _entry(rule: Rule, example: str) -> str:
    return f"\n### `{rule.code}`\n{rule.explanation_nl}\n\n**Hoe herstellen?** {rule.mend_nl}\n\n> {example}\n"


def _examples() -> dict[str, str]:
    """Code of a rule to the first sentence that its first failing file is told by it."""
    examples: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for number, file in enumerate(FAILING):
            if file.rule not in examples:
                own = Path(folder) / str(number)
                own.mkdir()
                problems = check_submission(file.write(own)).problems
                examples[file.rule] = next(one.message_nl for one in problems if one.rule_code == file.rule)
    return examples


if __name__ == "__main__":
    DOCUMENT.write_text(rules_document(), encoding="utf-8")
