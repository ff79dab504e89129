-- When was each partner first met, in the whole record?
-- One row per partner with at least one counted event.
--
-- $unconfirmed   whether unconfirmed events and activities count

select
    p.partner_id          as partner,
    min(e.start_date)     as first_seen
from bridge_event_partner as p
join fct_event as e on e.event_id = p.event_id
where e.parent_event_id is null
  and (e.status = 'confirmed' or ($unconfirmed and e.status = 'unconfirmed'))
  and ($unconfirmed or not p.unconfirmed_only)
group by p.partner_id
order by p.partner_id
