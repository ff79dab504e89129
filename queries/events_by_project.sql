-- Which projects did the events carry?
-- One row per project of the vocabulary. An event may stand in several: rows do not add up to the events.
--
-- $unconfirmed   whether projects carried only by unconfirmed activities count

select
    d.project_id                     as project,
    d.name_en                    as label_en,
    d.name_fr                    as label_fr,
    measure(events)              as events
from dim_project as d
left join bridge_event_project as b
    on b.project_id = d.project_id and ($unconfirmed or not b.unconfirmed_only)
left join selected as s on s.event_id = b.event_id
group by d.project_id, d.name_en, d.name_fr, d.position
order by events desc, d.position
