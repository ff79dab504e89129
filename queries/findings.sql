-- What did the build refuse, and what did it warn of?
-- One row per refusal or warning of what the reader may see.
--
-- $shown_on   the day on which the reader may see what is shown from then on

select
    f.severity,
    f.source_id           as source,
    f.file,
    f.line,
    f.column_name,
    f.value,
    f.text_en,
    f.text_fr
from finding as f
where f.shown_from <= $shown_on
  and (f.source_id is null or f.source_id not in (
        select c.id from concealed as c where c.dimension = 'source'))
  and (f.file in (select k.file from files as k) or f.file not in (select r.file from record_file as r))
order by f.severity, f.file, f.line, f.column_name, f.value, f.text_en
