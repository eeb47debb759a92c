-- One row per finding of the reconciliation of an agreement, and whether a person accepted it.
select
    findings.finding_id,
    findings.agreement,
    findings.year,
    findings.table_code,
    findings.likely_cause,
    findings.row_label,
    findings.measure,
    findings.sector,
    findings.source_place,
    findings.line_number,
    findings.unit,
    findings.printed,
    findings.computed,
    findings.difference,
    findings.proposed,
    findings.n_cells,
    findings.message_nl,
    findings.proof_nl,
    decisions.finding_id is not null as is_accepted,
    decisions.decided_at as accepted_at,
    decisions.note as accepted_note
from {{ ref('int_via_findings') }} as findings
left join {{ ref('stg_register__via_readings') }} as decisions
    on findings.finding_id = decisions.finding_id
