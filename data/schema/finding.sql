-- One row per thing the build has to say of a line, in words.
create table finding as
with told as (
    select
        reason.severity,
        finding.*,
        coalesce(finding.column_name, '') as column_text,
        coalesce(finding.other, '') as other_text,
        left(coalesce(finding.value, ''), 200) as value_text,
        reason.text_en,
        reason.text_fr
    from staging.finding as finding
    join staging.reason as reason on reason.reason_id = finding.reason_id
)
select
    told.severity,
    told.source_id,
    told.file,
    told.line,
    told.column_name,
    told.value,
    told.reason_id,
    replace(
        replace(replace(told.text_en, '{column}', told.column_text), '{other}', told.other_text),
        '{value}',
        told.value_text
    ) as text_en,
    replace(
        replace(replace(told.text_fr, '{column}', told.column_text), '{other}', told.other_text),
        '{value}',
        told.value_text
    ) as text_fr
from told
order by told.file, told.line, told.severity, told.column_name, told.reason_id, told.value;
