-- Which partners does each selected event carry?
-- One row per selected event and partner.
--
-- $unconfirmed   whether partners met only at unconfirmed activities count

select
    s.event_id,
    s.start_date,
    p.partner_id          as partner,
    f.first_seen
from selected as s
join bridge_event_partner as p on p.event_id = s.event_id
join first_engagement as f on f.partner = p.partner_id
where $unconfirmed or not p.unconfirmed_only
order by s.event_id, p.partner_id
