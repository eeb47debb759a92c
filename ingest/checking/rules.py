"""All rules a submission is held against, in the order in which they look; the documentation is made from this list."""

from __future__ import annotations

from ingest.checking.amount_rules import AMOUNT_RULES
from ingest.checking.coverage_rules import COVERAGE_RULES
from ingest.checking.identity_rules import IDENTITY_RULES
from ingest.checking.log import ProblemLog
from ingest.checking.plausibility import PLAUSIBILITY_RULES
from ingest.checking.reading_rules import READING_RULES
from ingest.checking.row_rules import ROW_RULES
from ingest.checking.rule import Finding, Rule, Submission
from ingest.problems import Severity

# Rules that set rows and cells apart come before those that add up what is left.
CHECKS: tuple[Rule, ...] = (*IDENTITY_RULES, *ROW_RULES, *COVERAGE_RULES, *AMOUNT_RULES, *PLAUSIBILITY_RULES)
ALL_RULES: tuple[Rule, ...] = (*READING_RULES, *CHECKS)


def apply_rules(submission: Submission, log: ProblemLog) -> None:
    """Hold a submission against every rule; what a rule rejects no longer counts for the next."""
    for rule in CHECKS:
        if rule.check is None:
            continue
        for finding in list(rule.check(submission)):
            log.add_finding(rule, finding, submission)
            if rule.severity is Severity.REJECTED:
                _set_apart(submission, finding)


def _set_apart(submission: Submission, finding: Finding) -> None:
    """A rejected cell becomes a gap; a rejected row, or one with a rejected key, no longer counts."""
    if finding.sheet == submission.form.sheet.name:
        submission.form.values[finding.column or ""] = None
        return
    data = submission.tables[finding.sheet or ""]
    if finding.place is None:
        return
    if finding.column is None or finding.column in data.sheet.key:
        data.apart.add(finding.place)
    else:
        data.values[finding.column][finding.place] = None
        data.unreadable.add((finding.column, finding.place))
