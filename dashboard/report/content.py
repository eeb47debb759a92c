"""What stands in the report of one authority: picked and asked here, worded by the texts and the registry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard import format as belgian
from dashboard import language, sentences, tables, texts
from dashboard import texts_report as words
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.language import translated_count, translated_values
from dashboard.queries import benchmarks, lists
from dashboard.queries import report as queries
from dashboard.report import amounts, theme_sections
from dashboard.report.request import Subject
from dashboard.report.sections import Report, Section, Table

STRONG, WEAK, NOTABLE = ("better", "in_band"), ("worse", "below_band", "above_band"), ("higher", "lower")
# The terms that the report uses, explained at its end.
TERMS = (
    "median", "middle_half", "weighted_mean", "own_authority", "too_few", "judgement", "rank", "difference",
    "fte", "ikt",
)  # fmt: skip
Row = Mapping[str, object]


def report_of(subject: Subject) -> Report:
    """Gather the whole report, in the language of the moment."""
    indicators = _indicators(subject)
    figures = queries.figures(subject.choice)
    rows = figures.to_dict("records")
    published = lists.publication()
    day = published["published_at"]
    return Report(
        language=language.current(),
        title=_(words.TITLE).format(name=subject.name, year=subject.choice.year),
        subtitle=_(words.SUBTITLE).format(care_type=subject.care_type, peer_group=subject.peer_group),
        source=sentences.source(published["number"], day, int(published["n_submissions"])),
        demo=_(words.DEMO) if published["data_kind"] == "demo" else "",
        page=_(words.PAGE),
        published_on=(day.year, day.month, day.day),
        sections=[
            _profile(subject, rows),
            *(_compared(subject, indicators, figures, rows) if _is_compared(rows) else ()),
            *theme_sections.sections(subject, indicators, figures),
            _peers(subject),
            _definitions(indicators.values()),
            _state(subject, rows),
        ],
    )


def main_findings(subject: Subject) -> list[Section]:
    """The sections that a reader wants first, without drawing the pictures of the whole report."""
    rows = queries.figures(subject.choice).to_dict("records")
    return _findings(subject, _indicators(subject), rows) if _is_compared(rows) else [_profile(subject, rows)]


def _is_compared(rows: Sequence[Row]) -> bool:
    """Without one judgement there is nothing to call strong or weak: what is missing must not read as a good sign."""
    return any(row["judgement"] != "none" for row in rows)


def _compared(
    subject: Subject, indicators: Mapping[str, Indicator], figures: pd.DataFrame, rows: Sequence[Row]
) -> list[Section]:
    told = _findings(subject, indicators, rows)
    return [*told, _changes(subject, indicators, rows), amounts.section(indicators, figures)]


def _indicators(subject: Subject) -> dict[str, Indicator]:
    return lists.indicators(subject.choice.care_type)


def _profile(subject: Subject, rows: Sequence[Row]) -> Section:
    measures = queries.key_measures(subject.choice).to_dict("records")
    table = Table(
        [_(words.KEY_FIGURE), _(words.VALUE)],
        [[str(row["label"]), _measure(row)] for row in measures],
        [1, 0],
        [False, True],
    )
    placed = benchmarks.outer_quarters(subject.choice)
    summary = () if placed.empty else (sentences.summary(subject.name, placed.iloc[-1]),)
    text = (sentences.profile(lists.profile(subject.choice.nis_code)), *summary, *_not_offered(subject, rows))
    return Section(_(words.PROFILE).format(name=subject.name), text, table=table if measures else None)


def _not_offered(subject: Subject, rows: Sequence[Row]) -> tuple[str, ...]:
    """Say so where the authority does not offer the type of care at all."""
    if not rows or any(row["status"] != "not_applicable" for row in rows):
        return ()
    return (_(words.NOT_OFFERED).format(name=subject.name, care_type=subject.care_type.lower()),)


def _measure(row: Row) -> str:
    if belgian.is_missing(row["value"]):
        return str(row["status_label"])
    decimals = 1 if row["unit"] == "VTE" else 0
    return belgian.number(float(row["value"]), decimals) + ("" if row["status"] == "reported" else " *")


def _findings(subject: Subject, indicators: Mapping[str, Indicator], rows: Sequence[Row]) -> list[Section]:
    """What is strong, what asks attention, and what only stands out; each with its finding in words."""
    parts = (
        (words.STRENGTHS, STRONG, "", words.NO_STRENGTHS),
        (words.ATTENTION, WEAK, "", words.NO_ATTENTION),
        (words.NOTABLE, NOTABLE, words.NOTABLE_INTRO, words.NO_NOTABLE),
    )
    made = []
    for title, judgements, intro, nothing in parts:
        told = [_finding(subject, indicators, row) for row in rows if row["judgement"] in judgements]
        text = (_(intro),) if told and intro else () if told else (_(nothing),)
        made.append(Section(_(title), text, told))
    return made


def _finding(subject: Subject, indicators: Mapping[str, Indicator], row: Row) -> tuple[str, str]:
    indicator = indicators[str(row["indicator_code"])]
    return indicator.label, sentences.finding(subject.name, indicator, row, subject.choice.peer_group)


def _changes(subject: Subject, indicators: Mapping[str, Indicator], rows: Sequence[Row]) -> Section:
    told = [_change(indicators[str(row["indicator_code"])], row) for row in rows if _has_moved(row)]
    year = subject.choice.year - 1
    text = words.CHANGES_INTRO if told else words.NO_CHANGES if any(map(_has_both, rows)) else words.NO_EARLIER
    return Section(_(words.CHANGES).format(year=year), (_(text).format(year=year),), told)


def _has_both(row: Row) -> bool:
    return not belgian.is_missing(row["third"]) and not belgian.is_missing(row["third_before"])


def _has_moved(row: Row) -> bool:
    return _has_both(row) and row["third"] != row["third_before"]


def _change(indicator: Indicator, row: Row) -> tuple[str, str]:
    thirds = translated_values(words.THIRDS)
    told = _(words.CHANGE).format(
        before=indicator.show(row["value_before"]),
        now=indicator.show(row["value"]),
        third_before=thirds[str(row["third_before"])],
        third=thirds[str(row["third"])],
    )
    return indicator.label, told


def _peers(subject: Subject) -> Section:
    found = queries.peers_by_theme(subject.choice).to_dict("records")
    lists_of_names = {str(row["names"]) for row in found}
    kept = found if len(lists_of_names) > 1 else found[:1]
    told = [
        (
            _(words.PEERS_OF).format(theme=row["theme_label"], n=belgian.number(row["n_peers"]))
            if len(kept) > 1
            else sentences.counted(row["n_peers"], "{n}"),
            _(words.NOT_NAMED) if belgian.is_missing(row["names"]) else str(row["names"]),
        )
        for row in kept
    ]
    text = (f"{subject.peer_group}. {subject.peer_definition}.", _(words.ALSO_UNNAMED))
    return Section(_(words.PEERS), text, told, has_slide=False)


def _definitions(indicators: Sequence[Indicator]) -> Section:
    told = [(indicator.label, indicator.definition) for indicator in indicators]
    known = lists.terms().set_index("term")
    glossary = [
        (str(known.loc[term, "label"]), str(known.loc[term, "definition"])) for term in TERMS if term in known.index
    ]
    return Section(_(words.DEFINITIONS), findings=[*glossary, *told], has_slide=False)


def _state(subject: Subject, rows: Sequence[Row]) -> Section:
    known = tables.submission_statuses(lists.codes("submission_status"))
    handed_in = [_submission(row, known) for row in queries.submissions(subject.choice).to_dict("records")]
    counts = pd.Series([row["status_label"] for row in rows]).value_counts()
    told = [
        translated_count(words.STATUS_COUNT_ONE, words.STATUS_COUNT, n).format(n=belgian.number(n), status=status)
        for status, n in counts.items()
    ]
    return Section(_(words.STATE), [*handed_in, *told, _(texts.STATUSES_INTRO)])


def _submission(row: Row, statuses: Mapping[str, str]) -> str:
    status = statuses.get(str(row["status"]), str(row["status"]))
    if belgian.is_missing(row["received_on"]):
        return _(words.NOT_SUBMITTED).format(name=row["name"], status=status)
    told = _(words.SUBMITTED_ON).format(
        name=row["name"],
        status=status,
        version=row["version"],
        day=belgian.day(row["received_on"]),
        completeness=belgian.percentage(row["completeness"]),
    )
    return told + (" " + _(words.LATE) if row["is_late"] is True else "")
