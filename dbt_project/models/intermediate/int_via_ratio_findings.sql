-- One row per rate or share that an agreement states and its own amounts do not make.
{% set words = {'rate': 'euro per VTE', 'share': '%'} %}
select
    ratios.agreement,
    ratios.year,
    ratios.table_code,
    ratios.cell_key,
    ratios.ratio_kind as likely_cause,
    figures.row_label,
    figures.measure,
    figures.sector,
    figures.source_place,
    figures.line_number,
    figures.unit,
    ratios.stated as printed,
    ratios.implied_printed as computed,
    ratios.stated - ratios.implied_printed as difference,
    ratios.implied as proposed,
    1 as n_cells,
    concat(
        'Deel ', ratios.table_code, ', «', figures.row_label, '», ', sectors.label_nl, ': het akkoord noemt ',
        {{ belgian_number('ratios.stated', 2) }},
        case ratios.ratio_kind when 'rate' then ' {{ words.rate }}' else ' {{ words.share }}' end,
        '; de bedragen maken er ', {{ belgian_number('ratios.implied_printed', 2) }}, ' van',
        case
            when ratios.implied <> ratios.implied_printed
                then concat(', met het voorgestelde bedrag ', {{ belgian_number('ratios.implied', 2) }})
            else ''
        end,
        '.'
    ) as message_nl,
    concat(
        {{ belgian_number('ratios.numerator_printed') }},
        case ratios.ratio_kind when 'rate' then ' euro voor ' else ' op ' end,
        {{ belgian_number('ratios.denominator_printed') }},
        case ratios.ratio_kind when 'rate' then ' VTE; ' else '; ' end,
        {{ belgian_number('ratios.stated', 2) }},
        case ratios.ratio_kind when 'rate' then ' {{ words.rate }}' else ' {{ words.share }}' end,
        ' zou ', {{ belgian_number('ratios.stated * ratios.denominator_printed / ratios.multiplier') }}, ' zijn.'
    ) as proof_nl
from {{ ref('int_via_ratios') }} as ratios
inner join {{ ref('int_via_figures') }} as figures
    on
        ratios.agreement = figures.agreement
        and ratios.year = figures.year
        and ratios.cell_key = figures.cell_key
left join {{ ref('via_sectors') }} as sectors
    on figures.sector = sectors.sector
where ratios.differs
