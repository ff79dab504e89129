-- What did the build refuse, and what did it warn of?
-- One row per refusal or warning.

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
order by f.severity, f.file, f.line, f.column_name, f.value, f.text_en
