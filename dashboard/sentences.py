"""Findings: what a figure shows, in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from dashboard import format as belgian
from dashboard import texts
from dashboard.indicators import Indicator
from dashboard.language import translated as _
from dashboard.language import translated_count

Row = Mapping[str, object]


def counted(n: float, words: str) -> str:
    """A number with the words that go with it: '1 bestuur', '12 besturen'."""
    return words.format(n=belgian.number(n))


def peers_named(row: Row, peer_group: str) -> str:
    """Name the peers with their number: '17 meest gelijkende besturen', '61 andere besturen (Antwerpen)'."""
    total = belgian.number(row["peers_total"])
    if peer_group == "nearest":
        return _("{n} meest gelijkende besturen").format(n=total)
    if peer_group == "own":
        return _("{n} zelf gekozen besturen").format(n=total)
    group = "" if belgian.is_missing(row["group_label"]) else f" ({row['group_label']})"
    return _("{n} andere besturen").format(n=total) + group


def finding(own_name: str, indicator: Indicator, row: Row, peer_group: str) -> str:
    """Say where one value stands among its peers, also where the value or the statistics are missing."""
    return f"{own_value(own_name, indicator, row)} {_group(indicator, row, peer_group)}{_judged(indicator, row)}"


def own_value(own_name: str, indicator: Indicator, row: Row) -> str:
    """The own value in words, with its status unless it is simply reported."""
    if belgian.is_missing(row["value"]):
        return _("{name} heeft hier geen cijfer ({status}).").format(name=own_name, status=row["status_label"])
    told = _("{name} heeft {value}.") if row["status"] == "reported" else _(texts.VALUE_NOT_COUNTED)
    return told.format(name=own_name, value=indicator.show(row["value"]), status=row["status_label"])


def _group(indicator: Indicator, row: Row, peer_group: str) -> str:
    peers = peers_named(row, peer_group)
    if belgian.is_missing(row["median"]):
        return too_few(row, peers)
    if row["n_peers"] != row["peers_total"]:
        peers = _("{peers}, waarvan {n} met een cijfer,").format(peers=peers, n=belgian.number(row["n_peers"]))
    median = indicator.show(row["median"])
    if indicator.show(row["p25"]) == indicator.show(row["p75"]):
        return _("Van de {peers} heeft minstens de helft {median} (mediaan).").format(peers=peers, median=median)
    told = _("Van de {peers} ligt de helft tussen {low_and_high} (mediaan {median}).")
    return told.format(peers=peers, low_and_high=indicator.between(row["p25"], row["p75"]), median=median)


def too_few(row: Row, peers: str) -> str:
    """Why no statistic is shown."""
    if row["peers_total"] == 0:
        return _("Er zijn geen andere besturen om mee te vergelijken.")
    if row["peers_total"] == 1:
        return _(texts.ONE_PEER_WITH_FIGURE) if row["n_peers"] else _(texts.ONE_PEER_WITHOUT_FIGURE)
    if row["n_peers"] == 0:
        return _("Geen van de {peers} heeft hier een cijfer.").format(peers=peers)
    told = translated_count(texts.TOO_FEW_ONE, texts.TOO_FEW_MORE, row["n_peers"])
    return told.format(peers=peers, n=belgian.number(row["n_peers"]))


def _judged(indicator: Indicator, row: Row) -> str:
    band = _band(indicator, row)
    if row["judgement"] == "none" or belgian.is_missing(row["judgement_label"]):
        return band
    return f"{band} " + _("Dat is {judgement}.").format(judgement=row["judgement_label"])


def _band(indicator: Indicator, row: Row) -> str:
    bounds = bounded(row["band_lower"], row["band_upper"], indicator.unit)
    return " " + _("De streefwaarde is {bounds}.").format(bounds=bounds) if bounds else ""


def bounded(lower: float | None, upper: float | None, unit: str) -> str:
    """A target in words: 'minstens 80 %', 'hoogstens 5 dagen', '80 tot 100 %'; an empty text where there is none."""
    has_lower, has_upper = not belgian.is_missing(lower), not belgian.is_missing(upper)
    if has_lower and has_upper and lower != upper:
        first = belgian.quantity(lower, unit, 0) if unit == "€" else belgian.number(lower)
        return _("{low} tot {high}").format(low=first, high=belgian.quantity(upper, unit, 0))
    if has_lower:
        bound = belgian.quantity(lower, unit, 0)
        return bound if has_upper else _("minstens {bound}").format(bound=bound)
    return _("hoogstens {bound}").format(bound=belgian.quantity(upper, unit, 0)) if has_upper else ""


def targets(rows: Sequence[Row]) -> dict[str, str]:
    """The target bands per indicator in words, each with its type of care and the year from which it holds."""
    told: dict[str, list[str]] = {}
    for row in rows:
        bounds = bounded(row["lower_bound"], row["upper_bound"], str(row["unit"]))
        words = _("{care_type_label} {bounds} (vanaf {valid_from_year}, {source})").format(**row | {"bounds": bounds})
        told.setdefault(str(row["indicator_code"]), []).append(words)
    return {code: "; ".join(words) for code, words in told.items()}


def whole_group(indicator: Indicator, row: Row) -> str:
    """The group as a whole (sum over sum) beside the median; an empty text where there is none."""
    if belgian.is_missing(row["weighted_mean"]):
        return ""
    return _(texts.WHOLE_GROUP).format(value=indicator.show(row["weighted_mean"]))


def difference(indicator: Indicator, row: Row) -> str:
    """The difference to the median in words; an empty text where there is none."""
    if belgian.is_missing(row["difference"]):
        return ""
    shown = indicator.show_size(float(row["difference"]))
    if shown == indicator.show_size(0.0):
        return _("Dat is gelijk aan de mediaan.")
    is_higher = row["difference"] > 0
    told = _("Verschil met de mediaan: {size} hoger.") if is_higher else _("Verschil met de mediaan: {size} lager.")
    return told.format(size=shown)


def comparison(own_name: str, indicator: Indicator, row: Row, peer_group: str) -> str:
    """The whole finding on one indicator: place, judgement, difference, and the group as a whole beside the median."""
    parts = (
        finding(own_name, indicator, row, peer_group),
        difference(indicator, row),
        whole_group(indicator, row),
    )
    return " ".join(part for part in parts if part)


def profile(row: Row) -> str:
    """Introduce an authority: province, region, size, facilities and cluster."""
    parts = [
        _("Provincie {name}").format(name=row["province"]),
        _("referentieregio {name}").format(name=row["reference_region"]),
        row["size_class_label"],
        row["service_level_label"],
        row["belfius_label"],
    ]
    told = " · ".join(str(part) for part in parts if not belgian.is_missing(part))
    if row["belfius_status"] != "mixed":
        return told
    return told + " (" + _("cluster van het grootste deel vóór de fusie") + ")"


def summary(own_name: str, row: Row) -> str:
    """How many of the indicators have a place among the peers, and where they lie."""
    total = belgian.number(row["n_indicators"])
    if row["n_placed"] == 0:
        return _(texts.NOTHING_COMPARED).format(total=total, name=own_name)
    placed, low, middle, high = (belgian.number(row[name]) for name in ("n_placed", "n_low", "n_middle", "n_high"))
    return _(texts.SUMMARY).format(total=total, placed=placed, low=low, middle=middle, high=high)


def trend(own_name: str, indicator: Indicator, first: Row | None, last: Row | None, has_break: bool) -> str:
    """What happened between the first and the last year with an own value."""
    if first is None or last is None:
        return _("{name} heeft in geen enkel jaar een cijfer.").format(name=own_name)
    start, end = indicator.show(first["value"]), indicator.show(last["value"])
    if first["year"] == last["year"]:
        told = _("{name} heeft alleen voor {last} een cijfer: {end}.")
    elif start == end:
        told = _("{name} staat in {last} op hetzelfde cijfer als in {first}: {end}.")
    elif last["value"] > first["value"]:
        told = _("{name} steeg van {start} in {first} naar {end} in {last}.")
    else:
        told = _("{name} daalde van {start} in {first} naar {end} in {last}.")
    caution = " " + _(texts.BREAK_BETWEEN) if has_break else ""
    return told.format(name=own_name, start=start, end=end, first=first["year"], last=last["year"]) + caution


def follow_up(year: int, row: Row) -> str:
    """How the round of submissions of a year stands."""
    names = ("n_received", "n_missing", "n_open_problems", "n_refused")
    n_received, n_missing, n_problems, n_refused = (int(row[name]) for name in names)
    received = translated_count(texts.RECEIVED_ONE, texts.RECEIVED_MORE, n_received).format(
        year=year,
        n=belgian.number(n_received),
        total=belgian.number(row["n_expected"]),
        late=belgian.number(row["n_late"]),
        due=belgian.day(row["due_on"]),
    )
    missing = counted(n_missing, translated_count(texts.MISSING_ONE, texts.MISSING_MORE, n_missing))
    problems = counted(n_problems, translated_count(texts.PROBLEMS_ONE, texts.PROBLEMS_MORE, n_problems))
    refused = counted(n_refused, translated_count(texts.REFUSED_ONE, texts.REFUSED_MORE, n_refused))
    told = [received, missing, problems if n_problems else _(texts.PROBLEMS_NONE), refused if n_refused else ""]
    return " ".join(filter(None, told))


def not_drawn(n: int, status: str) -> str:
    """How many authorities of the group have no bar, and why."""
    told = translated_count(texts.NOT_DRAWN_ONE, texts.NOT_DRAWN_MORE, n)
    return told.format(n=belgian.number(n), status=status)


def severities(codes: Mapping[str, str], columns: Mapping[str, str]) -> str:
    """What the columns with numbers of problems count."""
    heads = ((columns[code], label) for code, label in codes.items() if code in columns)
    told = [f"{head} = {label}" for head, label in heads if head.lower() != label.lower()]
    return _("Aantal opmerkingen per soort.") + " " + "; ".join(told) + "."


def source(number: object, published_at: datetime, n_submissions: int) -> str:
    """Where the figures on a page come from."""
    told = translated_count(texts.SOURCE_ONE, texts.SOURCE_MORE, n_submissions)
    return told.format(number=number, moment=belgian.moment(published_at), n=belgian.number(n_submissions))
