"""Findings in Dutch: what a figure shows, in words."""

from collections.abc import Mapping, Sequence

from dashboard import format as belgian
from dashboard.indicators import Indicator

Row = Mapping[str, object]


def counted(n: object, one: str, more: str) -> str:
    """A number with the words that go with it: '1 bestuur diende', '12 besturen dienden'."""
    return f"{belgian.number(n)} {one if n == 1 else more}"


def peers_named(row: Row, peer_group: str) -> str:
    """Name the peers with their number: '17 meest gelijkende besturen', '61 andere besturen (Antwerpen)'."""
    total = belgian.number(row["peers_total"])
    if peer_group == "nearest":
        return f"{total} meest gelijkende besturen"
    group = "" if belgian.is_missing(row["group_nl"]) else f" ({row['group_nl']})"
    return f"{total} andere besturen{group}"


def finding(own_name: str, indicator: Indicator, row: Row, peer_group: str) -> str:
    """Say where one value stands among its peers, also where the value or the statistics are missing."""
    return f"{own_value(own_name, indicator, row)} {_group(indicator, row, peer_group)}{_judged(indicator, row)}"


def own_value(own_name: str, indicator: Indicator, row: Row) -> str:
    """The own value in words, with its status unless it is simply reported."""
    if belgian.is_missing(row["value"]):
        return f"{own_name} heeft hier geen cijfer ({row['status_nl']})."
    remark = "" if row["status"] == "reported" else f" ({row['status_nl']}, telt niet mee in de vergelijking)"
    return f"{own_name} heeft {indicator.show(row['value'])}{remark}."


def _group(indicator: Indicator, row: Row, peer_group: str) -> str:
    peers = peers_named(row, peer_group)
    if belgian.is_missing(row["median"]):
        return too_few(row, peers)
    known = (
        "" if row["n_peers"] == row["peers_total"] else f", waarvan {belgian.number(row['n_peers'])} met een cijfer,"
    )
    if indicator.show(row["p25"]) == indicator.show(row["p75"]):
        return f"Van de {peers}{known} heeft minstens de helft {indicator.show(row['median'])} (mediaan)."
    return (
        f"Van de {peers}{known} ligt de helft tussen {indicator.between(row['p25'], row['p75'])} "
        f"(mediaan {indicator.show(row['median'])})."
    )


def too_few(row: Row, peers: str) -> str:
    """Why no statistic is shown."""
    if row["peers_total"] == 0:
        return "Er zijn geen andere besturen om mee te vergelijken."
    if row["peers_total"] == 1:
        has = "een" if row["n_peers"] else "geen"
        return (
            f"Er is maar één bestuur om mee te vergelijken; het heeft {has} cijfer. Dat is te weinig voor een mediaan."
        )
    if row["n_peers"] == 0:
        return f"Geen van de {peers} heeft hier een cijfer."
    verb = "heeft" if row["n_peers"] == 1 else "hebben"
    return (
        f"Van de {peers} {verb} er {belgian.number(row['n_peers'])} een cijfer: te weinig om een mediaan "
        "of kwartielen te tonen."
    )


def _judged(indicator: Indicator, row: Row) -> str:
    band = _band(indicator, row)
    if row["judgement"] == "none" or belgian.is_missing(row["judgement_nl"]):
        return band
    return f"{band} Dat is {row['judgement_nl']}."


def _band(indicator: Indicator, row: Row) -> str:
    bounds = bounded(row["band_lower"], row["band_upper"], indicator.unit)
    return f" De streefwaarde is {bounds}." if bounds else ""


def bounded(lower: float | None, upper: float | None, unit: str) -> str:
    """A target in words: 'minstens 80 %', 'hoogstens 5 dagen', '80 tot 100 %'; an empty text where there is none."""
    has_lower, has_upper = not belgian.is_missing(lower), not belgian.is_missing(upper)
    if has_lower and has_upper and lower != upper:
        first = belgian.quantity(lower, unit, 0) if unit == "€" else belgian.number(lower)
        return f"{first} tot {belgian.quantity(upper, unit, 0)}"
    if has_lower:
        return ("" if has_upper else "minstens ") + belgian.quantity(lower, unit, 0)
    return f"hoogstens {belgian.quantity(upper, unit, 0)}" if has_upper else ""


def targets(rows: Sequence[Row]) -> dict[str, str]:
    """The target bands per indicator in words, each with its type of care and the year from which it holds."""
    told: dict[str, list[str]] = {}
    for row in rows:
        bounds = bounded(row["lower_bound"], row["upper_bound"], str(row["unit_nl"]))
        words = f"{row['care_type_nl']} {bounds} (vanaf {row['valid_from_year']}, {row['source']})"
        told.setdefault(str(row["indicator_code"]), []).append(words)
    return {code: "; ".join(words) for code, words in told.items()}


def whole_group(indicator: Indicator, row: Row) -> str:
    """The group as a whole (sum over sum) beside the median; an empty text where there is none."""
    if belgian.is_missing(row["weighted_mean"]):
        return ""
    return (
        f"De groep als geheel (som van de tellers gedeeld door som van de noemers) komt op "
        f"{indicator.show(row['weighted_mean'])}."
    )


def difference(indicator: Indicator, row: Row) -> str:
    """The difference to the median in words; an empty text where there is none."""
    if belgian.is_missing(row["difference"]):
        return ""
    shown = indicator.show_size(float(row["difference"]))
    if shown == indicator.show_size(0.0):
        return "Dat is gelijk aan de mediaan."
    return f"Verschil met de mediaan: {shown} {'hoger' if row['difference'] > 0 else 'lager'}."


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
        f"Provincie {row['province']}",
        f"referentieregio {row['reference_region']}",
        row["size_class_nl"],
        row["service_level_nl"],
        row["belfius_nl"],
    ]
    told = " · ".join(str(part) for part in parts if not belgian.is_missing(part))
    return f"{told} (cluster van het grootste deel vóór de fusie)" if row["belfius_status"] == "mixed" else told


def summary(own_name: str, row: Row) -> str:
    """How many of the indicators have a place among the peers, and where they lie."""
    total = belgian.number(row["n_indicators"])
    if row["n_placed"] == 0:
        return f"Geen van de {total} kengetallen van {own_name} kan met de groep vergeleken worden."
    low, middle, high = (belgian.number(row[name]) for name in ("n_low", "n_middle", "n_high"))
    return (
        f"Van de {total} kengetallen hebben er {belgian.number(row['n_placed'])} een plaats in de groep: "
        f"{low} in het laagste kwart, {middle} in de middelste helft en {high} in het hoogste kwart."
    )


def trend(own_name: str, indicator: Indicator, first: Row | None, last: Row | None, has_break: bool) -> str:
    """What happened between the first and the last year with an own value."""
    if first is None or last is None:
        return f"{own_name} heeft in geen enkel jaar een cijfer."
    if first["year"] == last["year"]:
        return f"{own_name} heeft alleen voor {last['year']} een cijfer: {indicator.show(last['value'])}."
    start, end = indicator.show(first["value"]), indicator.show(last["value"])
    verb = "steeg" if last["value"] > first["value"] else "daalde"
    told = f"{own_name} {verb} van {start} in {first['year']} naar {end} in {last['year']}."
    if start == end:
        told = f"{own_name} staat in {last['year']} op hetzelfde cijfer als in {first['year']}: {end}."
    caution = " Daartussen ligt een breuk in de reeks: vergelijk die jaren met voorzichtigheid." if has_break else ""
    return told + caution


def follow_up(year: int, row: Row) -> str:
    """How the round of submissions of a year stands."""
    verb = "diende" if row["n_received"] == 1 else "dienden"
    problems = counted(row["n_problems"], "opmerking vraagt", "opmerkingen vragen")
    return (
        f"Voor {year} {verb} {belgian.number(row['n_received'])} van de {belgian.number(row['n_authorities'])} "
        f"besturen in, {belgian.number(row['n_late'])} daarvan na de uiterste datum ({belgian.day(row['due_on'])}). "
        f"{counted(row['n_missing'], 'bestuur diende', 'besturen dienden')} niets in. "
        f"{problems if row['n_problems'] else 'Geen enkele opmerking vraagt'} een antwoord of een verbetering."
    )


def not_drawn(n: int, status: str) -> str:
    """How many authorities of the group have no bar, and why."""
    return f"{counted(n, 'bestuur', 'besturen')} van de groep zonder balk: {status}."


def severities(codes: Sequence[Row], columns: Mapping[str, str]) -> str:
    """What the columns with numbers of problems count."""
    heads = ((columns[str(code["code"])], str(code["label_nl"])) for code in codes if code["code"] in columns)
    told = [f"{head} = {label}" for head, label in heads if head.lower() != label.lower()]
    return "Aantal opmerkingen per soort. " + "; ".join(told) + "."


def source(number: object, published_at: object, n_submissions: object) -> str:
    """Where the figures on a page come from."""
    return (
        f"Bron: publicatie {number} van {belgian.moment(published_at)}, "
        f"gebouwd uit {counted(n_submissions, 'inzending', 'inzendingen')}."
    )
