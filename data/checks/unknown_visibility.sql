-- Which rows have a visibility that does not say who may see them?
select
    event.rowid as staged_row,
    'visibility' as column_name,
    event.visibility as value,
    null as other
from staging.event as event
where event.visibility not in ('public', 'internal')
