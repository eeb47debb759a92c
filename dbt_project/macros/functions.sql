{# Statistics asked again: the same macros that build the marts, published as table functions in the warehouse.
   A reader opens the file under another name than it was built with, so the functions name schema and table only. #}

{% macro here(model) -%} {{ model.include(database=false) }} {%- endmacro %}

{% macro create_functions() -%}
    {{ return(adapter.dispatch('create_functions', 'opvangspiegel')()) }}
{%- endmacro %}

{# An engine without table functions has the marts only. #}
{% macro default__create_functions() -%} {%- endmacro %}

{% macro duckdb__create_functions() -%}
    create schema if not exists functions;
    create or replace macro functions.in_real_prices(amount, deflator) as (
        {{ in_real_prices('amount', 'deflator') }}
    );
    create or replace macro functions.benchmarks_of(own_nis_code, peer_nis_codes) as table (
        {{ benchmarks_of('own_nis_code', 'peer_nis_codes') }}
    );
    create or replace macro functions.nearest_of(
        own_nis_code, own_year, own_care_type, own_profile
        {%- for slot in feature_slots() %}, w{{ slot }}{% endfor %}, n_nearest
    ) as table (
        {{ nearest_of() }}
    );
    create or replace macro functions.features_of(
        own_nis_code, own_year, own_care_type, own_profile, peer_nis_codes
        {%- for slot in feature_slots() %}, w{{ slot }}{% endfor %}
    ) as table (
        {{ features_of() }}
    )
{%- endmacro %}

{# The statistics of an authority among any peers that someone names, for all years, types of care and indicators.
   The authority itself, and names given twice, count for nothing. #}
{% macro benchmarks_of(nis_code, peer_nis_codes) %}
    with chosen as (
        select distinct peer_nis_code
        from (select unnest({{ peer_nis_codes }}) as peer_nis_code) as named
        where peer_nis_code <> {{ nis_code }}
            and peer_nis_code in (select nis_code from {{ here(ref('authorities')) }})
    ),

    own_values as (
        select * from {{ here(ref('int_indicator_values')) }} where nis_code = {{ nis_code }}
    ),

    reported as (
        select * from {{ here(ref('int_reported_values')) }}
    ),

    compared as (
        select
            peer_values.year,
            peer_values.care_type,
            peer_values.indicator_code,
            peer_values.numerator,
            peer_values.denominator,
            peer_values.value,
            peer_values.tie_value,
            own.tie_value as own_tie_value
        from reported as peer_values
        inner join chosen
            on peer_values.nis_code = chosen.peer_nis_code
        left join reported as own
            on own.nis_code = {{ nis_code }}
            and peer_values.year = own.year
            and peer_values.care_type = own.care_type
            and peer_values.indicator_code = own.indicator_code
    ),

    statistics as (
        {{ peer_statistics('compared', ['year', 'care_type', 'indicator_code']) }}
    ),

    facts as (
        select
            own_values.nis_code,
            own_values.year,
            own_values.care_type,
            own_values.indicator_code,
            'own' as peer_group,
            cast((select count(*) from chosen) as integer) as peers_total,
            own_values.value,
            {{ status_name('own_values.status_rank') }} as status,
            coalesce(statistics.n_peers, 0) as n_peers,
            statistics.n_lower,
            statistics.n_equal,
            statistics.peer_numerator,
            statistics.peer_denominator,
            statistics.largest_denominator,
            {%- for name in quantiles() %}
            statistics.{{ name }},
            {%- endfor %}
            indicators.polarity,
            indicators.multiplier,
            bands.lower_bound as band_lower,
            bands.upper_bound as band_upper
        from own_values
        inner join {{ here(ref('indicators')) }} as indicators
            on own_values.indicator_code = indicators.indicator_code
        left join statistics
            on own_values.year = statistics.year
            and own_values.care_type = statistics.care_type
            and own_values.indicator_code = statistics.indicator_code
        left join {{ here(ref('int_bands_by_year')) }} as bands
            on own_values.indicator_code = bands.indicator_code
            and own_values.care_type = bands.care_type
            and own_values.year = bands.year
    ),

    judged as (
        {{ judged('facts', [
            'nis_code', 'year', 'care_type', 'indicator_code', 'peer_group', 'peers_total',
            'value', 'status'
        ]) }}
    )

    select * from judged
{% endmacro %}

{# The nearest peers of an authority for any weights; a feature whose weight is null or zero does not count.
   Slots are those of int_peer_feature_slots, published as dim_peer_features. #}
{% macro nearest_of() %}
    with vectors as (
        select * from {{ here(ref('int_peer_vectors')) }}
        where year = own_year and care_type = own_care_type and profile = own_profile
    ),

    weights as (
        select
            {%- for slot in feature_slots() %}
            case when known.w{{ slot }} is not null then coalesce(cast(w{{ slot }} as double), 0) end as w{{ slot }},
            {%- endfor %}
            {%- for slot in feature_slots() %}
            case when known.w{{ slot }} is not null then coalesce(cast(w{{ slot }} as double), 0) else 0 end
            {{- ' + ' if not loop.last }}
            {%- endfor %} as total_weight
        from {{ here(ref('int_peer_weights')) }} as known
        where known.year = own_year and known.care_type = own_care_type and known.profile = own_profile
    ),

    pairs as (
        select
            other.nis_code as peer_nis_code,
            {{ squared_distance('own', 'other', 'weights') }} as square_sum,
            {{ shared_weight('own', 'other', 'weights') }} as weight_sum,
            weights.total_weight
        from vectors as own
        inner join vectors as other
            on own.nis_code <> other.nis_code
        inner join {{ here(ref('int_peer_candidates')) }} as candidates
            on other.nis_code = candidates.nis_code
            and other.year = candidates.year
            and other.care_type = candidates.care_type
        cross join weights
        where own.nis_code = own_nis_code
    ),

    measured as (
        select
            own_nis_code as nis_code,
            peer_nis_code,
            {{ distance_of('square_sum', 'weight_sum') }} as distance,
            weight_sum / total_weight as known_share
        from pairs
        where {{ is_enough_weight('weight_sum', 'total_weight') }}
    ),

    ranked as (
        {{ ranked_pairs('measured', 'nis_code', 'peer_nis_code') }}
    )

    select nis_code, peer_nis_code, peer_rank, distance, known_share
    from ranked
    where peer_rank <= n_nearest
{% endmacro %}
