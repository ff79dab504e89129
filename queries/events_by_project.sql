-- Which projects did the events carry?
-- One row per project that may be named. An event may stand in several: rows do not add up to the events.
--
-- $unconfirmed   whether projects carried only by unconfirmed activities count
-- $shown_on      the day on which the reader may see what is shown from then on

select
    d.project_id                     as project,
    d.name_en                    as label_en,
    d.name_fr                    as label_fr,
    measure(events)              as events
from dim_project as d
left join bridge_event_project as b
    on b.project_id = d.project_id
    and case when $unconfirmed then b.any_from else b.confirmed_from end <= $shown_on
left join selected as s on s.event_no = b.event_no
where d.project_id not in (select c.id from concealed as c where c.dimension = 'project')
group by d.project_id, d.name_en, d.name_fr, d.position
order by events desc, d.position
