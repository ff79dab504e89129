-- Which subdivisions are not written as ISO 3166-2, or lie in another country than the row's?
select
    event.rowid as staged_row,
    'subdivision' as column_name,
    event.subdivision as value,
    event.country_id as other
from staging.event as event
where
    event.subdivision is not null
    and (
        not regexp_full_match(event.subdivision, '[A-Z]{2}-[A-Z0-9]{1,3}')
        or left(event.subdivision, 2) <> coalesce(event.country_id, '')
    )
