-- What did the organisation do there?
-- One row per role of the vocabulary. An event may stand in several: rows do not add up to the events.
--
-- $unconfirmed   whether roles carried only by unconfirmed activities count
-- $shown_on      the day on which the reader may see what is shown from then on

select
    d.role_id                     as role,
    d.name_en                    as label_en,
    d.name_fr                    as label_fr,
    measure(events)              as events
from dim_role as d
left join bridge_event_role as b
    on b.role_id = d.role_id
    and case when $unconfirmed then b.any_from else b.confirmed_from end <= $shown_on
left join selected as s on s.event_no = b.event_no
group by d.role_id, d.name_en, d.name_fr, d.position
order by events desc, d.position
