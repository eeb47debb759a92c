-- One row per received version: the state that the last decision on it gives.
with submissions as (
    select * from {{ ref('stg_register__submissions') }}
),

decisions as (
    select * from {{ ref('stg_register__decisions') }}
),

last_decisions as (
    select nis_code, year, version, decision
    from (
        select
            decisions.*,
            row_number()
                over (
                    partition by decisions.nis_code, decisions.year, decisions.version
                    order by decisions.decision_id desc
                )
                as place_from_last
        from decisions
    ) as ranked
    where place_from_last = 1
),

ever_accepted as (
    select distinct nis_code, year, version from decisions where decision = 'accepted'
)

select
    submissions.load_id,
    submissions.file_hash,
    submissions.nis_code,
    submissions.year,
    submissions.version,
    submissions.file_name,
    submissions.contract_version,
    submissions.data_kind,
    submissions.n_required_cells,
    submissions.n_filled_cells,
    submissions.received_on,
    submissions.registered_at,
    coalesce(last_decisions.decision, 'received') as state,
    ever_accepted.version is not null and last_decisions.decision <> 'withdrawn' as is_publishable
from submissions
left join last_decisions
    on
        submissions.nis_code = last_decisions.nis_code
        and submissions.year = last_decisions.year
        and submissions.version = last_decisions.version
left join ever_accepted
    on
        submissions.nis_code = ever_accepted.nis_code
        and submissions.year = ever_accepted.year
        and submissions.version = ever_accepted.version
