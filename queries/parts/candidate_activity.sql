-- Which activities carry what the reader chose, hidden ones among them?
-- One row per counted activity that carries a chosen value itself; `shown` says whether the reader may see it.
--
-- Period, region and format are its event's, so they filter nothing here.
-- $unconfirmed   whether unconfirmed activities count
-- $shown_on      the day on which the reader may see what is shown from then on
-- $theme, $partner, $project, $role   chosen ids
-- $theme_count, $partner_count, $project_count, $role_count   how many were chosen; 0: no filter

select
    a.event_id,
    a.parent_event_id,
    a.start_date,
    a.shown_from <= $shown_on as shown
from fct_event as a
where a.parent_event_id is not null
  and (a.status = 'confirmed' or ($unconfirmed and a.status = 'unconfirmed'))
  and ($theme_count = 0 or a.event_no in (
        select t.event_no from bridge_event_theme as t where $theme_count > 0 and t.theme_id in ($theme)))
  and ($partner_count = 0 or a.event_no in (
        select p.event_no from bridge_event_partner as p where $partner_count > 0 and p.partner_id in ($partner)))
  and ($project_count = 0 or a.event_no in (
        select j.event_no from bridge_event_project as j where $project_count > 0 and j.project_id in ($project)))
  and ($role_count = 0 or a.event_no in (
        select r.event_no from bridge_event_role as r where $role_count > 0 and r.role_id in ($role)))
order by a.event_id
