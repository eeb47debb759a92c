"""The rows that the page Kwaliteit shows."""

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard import format as belgian
from dashboard import texts
from dashboard import texts_quality as own
from dashboard.language import translated as _
from dashboard.language import translated_count, translated_values

Formats = dict[str, Callable[[object], str]]
RuleWords = Mapping[str, tuple[str, str]]
MOST_RULES_DRAWN = 15
NARROWEST_NUMBERED = 0.06  # a part of a bar below this share is too narrow for its number


def summary(year: int, row: Mapping[str, object]) -> str:
    """A year in one sentence: how many problems, with how many authorities, and how many got a reason."""
    told = {name: belgian.number(row[name]) for name in ("n_problems", "n_authorities", "n_received")}
    if row["n_problems"] == 0:
        return _(own.SUMMARY_NONE).format(year=year, **told)
    n = row["n_answered"]
    words = translated_count(own.ANSWERED_ONE, own.ANSWERED_MORE, n) if n else _(own.ANSWERED_NONE)
    return _(own.SUMMARY).format(year=year, answered=words.format(n=belgian.number(n)), **told)


def problem_cells(counts: pd.DataFrame, rules: RuleWords) -> pd.DataFrame:
    """One row per rule and sheet in words (rule_label, sheet_label, shown), of the most frequent rules."""
    drawn = list(dict.fromkeys(counts["rule_code"]))[:MOST_RULES_DRAWN]
    kept = counts[counts["rule_code"].isin(drawn)]
    return kept.assign(
        rule_label=[explained(code, rules) for code in kept["rule_code"]],
        sheet_label=kept["sheet_nl"].fillna(_(own.FILE_AS_A_WHOLE)),
        shown=[belgian.number(n) for n in kept["n_problems"]],
    )


def explained(rule_code: str, rules: RuleWords) -> str:
    """What a rule says, without its full stop; its code where it is none of a submission."""
    return rules.get(rule_code, (rule_code, ""))[0].rstrip(".")


def problems_table(counts: pd.DataFrame, rules: RuleWords) -> pd.DataFrame:
    """One row per rule and sheet: what the rule says, how it is mended, how often it struck."""
    return pd.DataFrame(
        {
            _(own.RULE): [explained(code, rules) for code in counts["rule_code"]],
            _("Ernst"): counts["severity_label"],
            _(own.SHEET): counts["sheet_nl"].fillna(_(own.FILE_AS_A_WHOLE)),
            _(own.COUNT): counts["n_problems"],
            _(own.AUTHORITIES): counts["n_authorities"],
            _("Op alle bladen"): counts["n_of_rule"],
            _(own.YEAR_BEFORE): counts["n_year_before"],
            _(own.MEND): [rules.get(code, ("", ""))[1] for code in counts["rule_code"]],
        }
    )


def status_parts(statuses: pd.DataFrame) -> pd.DataFrame:
    """The parts of the bars with the share as text; narrow parts carry no number."""
    shares = [belgian.percentage(share, 1) for share in statuses["share"]]
    wide = statuses["share"] >= NARROWEST_NUMBERED
    numbers = [
        belgian.percentage(share) if is_wide else "" for share, is_wide in zip(statuses["share"], wide, strict=True)
    ]
    return statuses.assign(shown=shares, number=numbers)


def statuses_table(statuses: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per theme and status; and how to write the share."""
    heads = {
        "theme_label": _(texts.THEME), "status_label": _(texts.STATUS), "n_figures": _(own.N_FIGURES),
        "share": _(own.SHARE),
    }  # fmt: skip
    return statuses[list(heads)].rename(columns=heads), {_(own.SHARE): _share}


def completeness_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """The points of the lines with their labels and values as text; years without a share stay out."""
    kept = rows.dropna(subset=["share"])
    labels = translated_values(own.MEASURED)
    return kept.assign(label=kept["measured"].map(labels), shown=[_share(share) for share in kept["share"]])


def completeness_table(rows: pd.DataFrame) -> tuple[pd.DataFrame, Formats]:
    """One row per year, one column per kind of completeness; and how to write the shares."""
    labels = translated_values(own.MEASURED)
    wide = rows.pivot(index="year", columns="measured", values="share").reindex(columns=list(labels))
    table = wide.rename(columns=labels).rename_axis(columns=None).reset_index()
    return table.rename(columns={"year": _(texts.YEAR)}).astype({_(texts.YEAR): str}), dict.fromkeys(
        labels.values(), _share
    )


def _share(value: object) -> str:
    return "" if belgian.is_missing(value) else belgian.percentage(value, 1)


def corrections_summary(rows: pd.DataFrame) -> str:
    """How many corrections hold, and how many ask for attention."""
    applied = int((rows["state"] == "applied").sum())
    attention = len(rows) - applied
    words = translated_count(own.ATTENTION_ONE, own.ATTENTION_MORE, attention) if attention else _(own.ATTENTION_NONE)
    counts = {"n": belgian.number(len(rows)), "applied": belgian.number(applied)}
    return _(own.CORRECTIONS_SUMMARY).format(attention=words.format(n=belgian.number(attention)), **counts)


def corrections_table(rows: pd.DataFrame, words: Callable[[int, str, str], tuple[str, str]]) -> pd.DataFrame:
    """One row per correction of a cell, as text: where, what it was and became, why, and whether it still holds."""
    places = [words(row["year"], row["sheet"], row["column_name"]) for row in rows.to_dict("records")]
    table = pd.DataFrame(
        {
            _("Bestuur"): rows["name"].fillna(rows["nis_code"]),
            _(texts.YEAR): rows["year"].astype(str),
            _(own.SHEET): [sheet for sheet, _header in places],
            _("Rij"): ["" if belgian.is_missing(row) else str(int(row)) for row in rows["row_number"]],
            _("Kolom"): [header for _sheet, header in places],
            _("Ingediend"): [_value(value) for value in rows["old_value"]],
            _("Nu in de bron"): [_value(value) for value in rows["found_value"]],
            _("Gecorrigeerd"): [
                f"{_value(value)} ({_(own.ESTIMATE)})" if estimate else _value(value)
                for value, estimate in zip(rows["new_value"], rows["is_estimate"], strict=True)
            ],
            _("Geldt de correctie?"): rows["state_label"],
            _("Waarom"): rows["reason_nl"],
            _("Op gezag van"): rows["on_word_of"],
            _("Tot en met"): [belgian.day(day) for day in rows["valid_until"]],
        }
    )
    return table.fillna("")


def _value(text: object) -> str:
    """A value as the warehouse keeps it, the Belgian way where it is a number."""
    if belgian.is_missing(text):
        return ""
    whole, dot, decimals = str(text).partition(".")
    if not whole.lstrip("-").isdigit() or (dot and not decimals.isdigit()):
        return str(text)
    return belgian.number(float(str(text)), len(decimals.rstrip("0")) and max(2, len(decimals.rstrip("0"))))


def answered_table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per unusual value with its reason, as text."""
    return pd.DataFrame(
        {
            _("Bestuur"): rows["name"].fillna(rows["nis_code"]),
            _(own.SHEET): rows["sheet_nl"].fillna(_(own.FILE_AS_A_WHOLE)),
            _("Rij"): ["" if belgian.is_missing(row) else str(int(row)) for row in rows["row_number"]],
            _("Kolom"): rows["header_nl"].fillna(""),
            _("Gevonden"): rows["found"].fillna(""),
            _("Verwacht"): rows["expected"].fillna(""),
            _("Reden"): rows["reason_nl"],
            _(texts.STATUS): [_(own.SETTLED) if settled else _(own.NOT_SETTLED) for settled in rows["is_settled"]],
        }
    )
