-- When was each partner first met, in the whole record?
-- One row per partner with at least one counted event that the reader may see.
--
-- $unconfirmed   whether unconfirmed events and activities count
-- $shown_on      the day on which the reader may see what is shown from then on

with met as (
    select
        p.partner_id,
        e.start_date,
        e.end_date,
        e.date_precision,
        row_number() over (partition by p.partner_id order by e.start_date, e.event_id) as place
    from bridge_event_partner as p
    join fct_event as e on e.event_id = p.event_id
    where e.parent_event_id is null
      and (e.status = 'confirmed' or ($unconfirmed and e.status = 'unconfirmed'))
      and e.shown_from <= $shown_on
      and case when $unconfirmed then p.any_from else p.confirmed_from end <= $shown_on
)
select
    m.partner_id          as partner,
    m.start_date          as first_seen,
    m.end_date            as first_until,
    m.date_precision      as first_precision
from met as m
where m.place = 1
order by m.partner_id
