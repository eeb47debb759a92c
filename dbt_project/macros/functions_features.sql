{# What makes named peers alike, feature by feature, for any weights: the value of the authority and of each peer, and
   the feature's share of the squared distance between them. Slots are those of dim_peer_features. #}
{% macro features_of() %}
    with weighed as (
        select
            profile,
            feature,
            transform,
            coalesce(case slot {%- for slot in feature_slots() %} when {{ slot }} then cast(w{{ slot }} as double) {%- endfor %} end, 0)
                as weight
        from {{ here(ref('int_peer_feature_slots')) }}
        where profile = own_profile
    ),

    features as (
        select * from {{ here(ref('int_peer_features')) }}
        where year = own_year and care_type = own_care_type and profile = own_profile
    ),

    named as (
        select distinct peer_nis_code
        from (select unnest(peer_nis_codes) as peer_nis_code) as given
        where peer_nis_code <> own_nis_code
    ),

    compared as (
        select
            named.peer_nis_code,
            weighed.feature,
            weighed.transform,
            own.value as own_value,
            other.value as peer_value,
            weighed.weight * (own.scaled_value - other.scaled_value) * (own.scaled_value - other.scaled_value)
                as square_part
        from named
        cross join weighed
        left join features as own
            on own.nis_code = own_nis_code and own.feature = weighed.feature
        left join features as other
            on named.peer_nis_code = other.nis_code and other.feature = weighed.feature
    )

    select
        peer_nis_code,
        feature,
        {{ feature_as_people_read_it('own_value') }} as own_value,
        {{ feature_as_people_read_it('peer_value') }} as peer_value,
        square_part / nullif(sum(square_part) over (partition by peer_nis_code), 0) as distance_share
    from compared
{% endmacro %}

{# A feature's value without its transform. #}
{% macro feature_as_people_read_it(value) -%}
    case when transform = 'log' then exp({{ value }}) else {{ value }} end
{%- endmacro %}
