-- Which partners does each selected event carry?
-- One row per selected event and partner.
--
-- $unconfirmed   whether partners met only at unconfirmed activities count
-- $shown_on      the day on which the reader may see what is shown from then on

select
    s.event_id,
    s.start_date,
    p.partner_id          as partner,
    f.first_seen
from selected as s
join bridge_event_partner as p on p.event_no = s.event_no
join first_engagement as f on f.partner = p.partner_id
where case when $unconfirmed then p.any_from else p.confirmed_from end <= $shown_on
order by s.event_id, p.partner_id
