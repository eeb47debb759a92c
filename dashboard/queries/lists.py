"""What there is to choose from, and the definitions: authorities, years, types of care, groups, indicators."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from dashboard.data import ask, kept
from dashboard.indicators import Indicator

# The indicators as the registry defines them, in the language of the reader.
WITH_INDICATORS = """
    with indicators as (
        select i.indicator_code, i.label_{lang} as label, i.theme, i.theme_{lang} as theme_label,
            i.unit_{lang} as unit, i.decimals, i.polarity, polarities.label_{lang} as polarity_label,
            i.definition_{lang} as definition, i.formula_{lang} as formula, i.plausible_min, i.plausible_max,
            i.source, i.owner, i.next_review, i.care_types, i.position
        from marts.dim_indicators as i
        left join marts.dim_codes as polarities on polarities.codelist = 'polarity' and polarities.code = i.polarity
    )
"""


def publication() -> pd.Series:
    """The current publication: number, published_at, note, data_kind, n_submissions."""
    return ask(
        "select number, published_at, note, data_kind, n_submissions "
        "from publication.publication order by number desc limit 1"
    ).iloc[0]


def published_versions() -> pd.DataFrame:
    """The versions of submissions in the publication: nis_code (as in that year), year, version."""
    return ask("select nis_code, year, published_version as version from marts.fct_submissions where is_published")


def unit_names() -> pd.DataFrame:
    """The names of the municipalities as they were: nis_code, name."""
    return ask("select nis_code, max_by(name, year) as name from marts.fct_submissions group by nis_code")


@kept
def authorities() -> Mapping[str, str]:
    """The names of the authorities on today's map by code, in the order of the names."""
    return _by_code(ask("select nis_code, name from marts.dim_authorities order by name"))


@kept
def named_authorities() -> Mapping[str, str]:
    """Of these the authorities that agreed to be named."""
    return _by_code(ask("select nis_code, name from marts.dim_authorities where is_named order by name"))


def profile(nis_code: str) -> pd.Series:
    """One authority: name, province, region and classes in words, belfius_status."""
    return ask(
        """
        select a.name, a.province, a.reference_region, a.belfius_status,
            size.label_{lang} as size_class_label, level.label_{lang} as service_level_label,
            belfius.label_{lang} as belfius_label
        from marts.dim_authorities as a
        left join marts.dim_group_labels as size on size.peer_group = 'size_class' and size.group_code = a.size_class
        left join marts.dim_group_labels as level
            on level.peer_group = 'service_level' and level.group_code = a.service_level
        left join marts.dim_group_labels as belfius
            on belfius.peer_group = 'belfius_cluster' and belfius.group_code = a.belfius_cluster
        where a.nis_code = $nis_code
        """,
        nis_code=nis_code,
    ).iloc[0]


def todays_nis_code(nis_code: str) -> str | None:
    """The code on today's map of a municipality that was merged away, or nothing."""
    found = ask(
        "select nis_code from marts.dim_authority_units where unit_nis_code = $nis_code and nis_code <> $nis_code "
        "order by valid_from_year desc limit 1",
        nis_code=nis_code,
    )
    return None if found.empty else str(found["nis_code"].iloc[0])


def years() -> list[int]:
    """The years with figures, latest first; the year of the publication where nothing was handed in yet."""
    found = ask(
        """
        select distinct year from marts.fct_submissions
        union all
        select extract(year from max(published_at)) from publication.publication
        having not exists (select 1 from marts.fct_submissions)
        order by year desc
        """
    )
    return [int(year) for year in found["year"]]


@kept
def care_types() -> Mapping[str, str]:
    """The labels of the types of care by code, in order."""
    return _by_code(ask("select care_type, label_{lang} from marts.dim_care_types order by position"))


def peer_groups() -> pd.DataFrame:
    """The peer groups in order: peer_group, label, definition."""
    return ask(
        "select peer_group, label_{lang} as label, definition_{lang} as definition "
        "from marts.dim_peer_groups order by position"
    )


@kept
def group_labels(peer_group: str) -> Mapping[str, str]:
    """The labels of the groups of a kind by code, in order."""
    statement = """
        select group_code, label_{lang} from marts.dim_group_labels where peer_group = $peer_group order by position
    """
    return _by_code(ask(statement, peer_group=peer_group))


@kept
def codes(codelist: str) -> Mapping[str, str]:
    """The labels of one code list by code, in order."""
    statement = "select code, label_{lang} from marts.dim_codes where codelist = $codelist order by position"
    return _by_code(ask(statement, codelist=codelist))


def in_words(codes: pd.Series, words: Mapping[str, object]) -> pd.Series:
    """The words for each code, null for one without."""
    return pd.Series([words.get(code) for code in codes], index=codes.index, dtype=object)


def _by_code(found: pd.DataFrame) -> Mapping[str, str]:
    """A frame of two columns as a mapping that nobody can change."""
    return MappingProxyType(dict(found.itertuples(index=False, name=None)))


def terms() -> pd.DataFrame:
    """The terms that the pages explain, in order: term, codelist (null for a word of its own), label, definition."""
    return ask(
        "select term, codelist, label_{lang} as label, definition_{lang} as definition "
        "from marts.dim_terms order by position"
    )


@kept
def indicators(care_type: str | None = None) -> Mapping[str, Indicator]:
    """The indicators by code, in order: all of them or those that mean something for a type of care."""
    found = ask(
        """
        select *
        from indicators
        where $care_type is null or contains(' ' || care_types || ' ', ' ' || $care_type || ' ')
        order by position
        """,
        within=WITH_INDICATORS,
        care_type=care_type,
    )
    every = (Indicator.from_row(row) for row in found.to_dict("records"))
    return MappingProxyType({indicator.code: indicator for indicator in every})


def target_bands() -> pd.DataFrame:
    """The target bands: indicator_code, care_type_label, valid_from_year, lower_bound, upper_bound, source,
    unit.
    """
    return ask(
        """
        select b.indicator_code, c.label_{lang} as care_type_label, b.valid_from_year, b.lower_bound, b.upper_bound,
            b.source, i.unit_{lang} as unit
        from marts.dim_target_bands as b
        inner join marts.dim_care_types as c on c.care_type = b.care_type
        inner join marts.dim_indicators as i on i.indicator_code = b.indicator_code
        order by b.indicator_code, c.position, b.valid_from_year
        """
    )


def registry() -> pd.DataFrame:
    """The registry as the method page shows it, with the polarity in words."""
    return ask("select * from indicators order by position", within=WITH_INDICATORS)
