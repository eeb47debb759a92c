"""The explanation behind a question mark: the definition of a term, as the warehouse has it."""

from dashboard.format import plain
from dashboard.queries import lists


def help_on(*terms: str) -> str | None:
    """Explain one or more terms (``marts.dim_terms``) for the ``help`` of a heading, a choice or a metric.

    A term that the publication does not explain is left out; without any there is no question mark (None).
    """
    every = lists.terms()
    known = dict(zip(every["term"], zip(every["label"], every["definition"], strict=True), strict=True))
    told = [f"**{plain(known[term][0])}.** {plain(known[term][1])}" for term in terms if term in known]
    return "\n\n".join(told) or None
