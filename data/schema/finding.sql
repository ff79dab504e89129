-- One row per thing the build has to say of a line, in words.
-- `shown_from`: the day from which the public may read it. Never: what is said of a line that may name whom
-- only a hidden event carries, the words of an engine, which may hold any value of a file, and a text of a row
-- that cannot be read well enough to know who may see it.
create table finding as
with told as (
    select
        reason.severity,
        finding.*,
        coalesce(finding.column_name, '') as column_text,
        coalesce(finding.other, '') as other_text,
        left(coalesce(finding.value, ''), 200) as value_text,
        reason.text_en,
        reason.text_fr,
        case
            when finding.file in ('vocabulary/partners.csv', 'vocabulary/projects.csv') then date '9999-12-31'
            when finding.reason_id in ('staging_failed', 'bytes_broken') then date '9999-12-31'
            else coalesce(withheld.shown_from, date '0001-01-01')
        end as shown_from
    from staging.finding as finding
    join staging.reason as reason on reason.reason_id = finding.reason_id
    left join staging.withheld as withheld on withheld.staged_row = finding.staged_row
)
select
    told.severity,
    told.source_id,
    told.file,
    told.line,
    told.column_name,
    told.value,
    told.reason_id,
    told.staged_row,
    told.shown_from,
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
