{# What a finding of the ledger says, and what to do about it. #}
{% macro via_finding_message() -%}
    case found.rule_code
        when 'step_exceeds_previous' then concat(
            'Er is meer ', steps.label_nl, ' (', {{ euro_text('found.amount_eur') }}, ') dan ', other_steps.label_nl,
            ' (', {{ euro_text('found.other_amount_eur') }}, '). ',
            case
                when coalesce(sheets.status_rank, {{ status_rank('not_submitted') }}) = {{ status_rank('not_submitted') }}
                    then concat('Het tabblad VIA van ', cast(found.year as varchar), ' ontbreekt: vraag het op.')
                else 'Kijk na welk bedrag juist is.'
            end
        )
        when 'dates_run_backwards' then concat(
            'De eerste euro is ', steps.label_nl, ' op ', {{ day_text('found.moved_on') }}, ', voor hij ',
            other_steps.label_nl, ' werd op ', {{ day_text('found.other_moved_on') }}, '. Kijk de datums na.'
        )
        when 'sources_disagree' then concat(
            'De lijsten zeggen ', {{ euro_text('found.amount_eur') }}, ' ', steps.label_nl, ', het tabblad VIA ',
            {{ euro_text('found.other_amount_eur') }}, '. De lijsten tellen; vraag het bestuur of zijn opgave klopt.'
        )
        when 'amount_unreadable' then concat(
            'Een bedrag dat ', steps.label_nl, ' werd is niet leesbaar: van deze stap telt niets mee. Vraag een ',
            'verbeterd tabblad VIA.'
        )
        when 'told_differently' then concat(
            'De beweging van ', {{ day_text('found.moved_on') }}, ' (', steps.label_nl, ') staat in twee inzendingen: ',
            'eerst ', {{ euro_text('found.other_amount_eur') }}, ', later ', {{ euro_text('found.amount_eur') }},
            '. De latere telt; kijk na of dat klopt.'
        )
        when 'taken_back' then concat(
            'Op ', {{ day_text('found.moved_on') }}, ' daalt het bedrag dat ', steps.label_nl, ' werd met ',
            {{ euro_text('-found.amount_eur') }}, '. Ga na of dat een terugvordering of een rechtzetting is.'
        )
        when 'overspent' then concat(
            'Er is ', {{ euro_text('found.amount_eur') }}, ' besteed, meer dan de ',
            {{ euro_text('found.other_amount_eur') }}, ' die uitbetaald werd. Vraag waar het verschil vandaan komt.'
        )
        when 'not_justified_by_deadline' then concat(
            'Van de uitbetaalde ', {{ euro_text('found.other_amount_eur') }}, ' was tegen ',
            {{ day_text('found.moved_on') }}, ' slechts ', {{ euro_text('found.amount_eur') }},
            ' verantwoord. Vraag een verantwoording of een terugbetaling.'
        )
    end
{%- endmacro %}
