"""The explanation behind a question mark: the definition of a term, as the warehouse has it."""

from dashboard.format import plain
from dashboard.queries import lists


def help_on(*terms: str) -> str | None:
    """Explain one or more terms (``marts.dim_terms``) for the ``help`` of a heading, a choice or a metric.

    A term that the publication does not explain is left out; without any there is no question mark (None).
    """
    known = {row["term"]: row for row in lists.terms().to_dict("records")}
    found = (known[term] for term in terms if term in known)
    told = [f"**{plain(row['label'])}.** {plain(row['definition'])}" for row in found]
    return "\n\n".join(told) or None
