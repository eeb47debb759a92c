{# The rows of a public dataset that count: of each part of it (`partition_by`) those of the file that was registered last. #}
{% macro rows_of_latest_file(dataset, partition_by) %}
    select *
    from (
        select
            given.*,
            rank() over (
                partition by {{ partition_by }}
                order by files.registered_at desc, files.load_id desc, files.file_hash desc
            ) as file_rank
        from {{ source('raw', dataset) }} as given
        inner join {{ ref('stg_register__files') }} as files
            on given.load_id = files.load_id and given.file_hash = files.file_hash and files.dataset = '{{ dataset }}'
    ) as ranked
    where file_rank = 1
{% endmacro %}
