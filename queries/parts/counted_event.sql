-- Which events may a selection count, with what one filter or measure asks of each?
-- One row per event that the reader may see, in no order; `confirmed` whether it counts in any case.
-- Region, format and country are places in their vocabularies, 0 for none.
--
-- $shown_on               the day on which the reader may see what is shown from then on
-- $first_day, $last_day   on which events start, both included

select
    e.event_no,
    e.status = 'confirmed'                             as confirmed,
    cast(coalesce(r.position, 0) as smallint)          as region,
    cast(coalesce(f.position, 0) as smallint)          as format,
    cast(coalesce(c.position, 0) as smallint)          as country,
    e.date_precision in ('window', 'unknown')          as approximate
from fct_event as e
left join dim_region as r on r.region_id = e.region_id
left join dim_format as f on f.format_id = e.format_id
left join dim_country as c on c.country_id = e.country_id
where e.parent_event_id is null
  and e.status in ('confirmed', 'unconfirmed')
  and e.shown_from <= $shown_on
  and e.start_date between $first_day and $last_day
