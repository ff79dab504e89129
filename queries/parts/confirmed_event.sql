-- Which events carry what is chosen, whether unconfirmed rows count or not?
-- One row per confirmed event that carries it by what is confirmed, whatever its date.
--
-- $shown_on        the day on which the reader may see what is shown from then on
-- $theme, $partner, $project, $role, $region, $format   chosen ids
-- $theme_count, $partner_count, $project_count, $role_count, $region_count, $format_count
--                  how many were chosen; 0 means no filter
-- $themes_wanted   how many of the chosen themes an event must carry: 1 for any, all of them for all

select e.event_id
from fct_event as e
where e.parent_event_id is null
  and e.status = 'confirmed'
  and e.shown_from <= $shown_on
  and ($region_count = 0 or e.region_id in ($region))
  and ($format_count = 0 or e.format_id in ($format))
  and ($theme_count = 0 or e.event_no in (
        select t.event_no
        from bridge_event_theme as t
        where $theme_count > 0 and t.theme_id in ($theme) and t.confirmed_from <= $shown_on
        group by t.event_no
        having count(*) >= $themes_wanted))
  and ($partner_count = 0 or e.event_no in (
        select p.event_no
        from bridge_event_partner as p
        where $partner_count > 0 and p.partner_id in ($partner) and p.confirmed_from <= $shown_on))
  and ($project_count = 0 or e.event_no in (
        select j.event_no
        from bridge_event_project as j
        where $project_count > 0 and j.project_id in ($project) and j.confirmed_from <= $shown_on))
  and ($role_count = 0 or e.event_no in (
        select r.event_no
        from bridge_event_role as r
        where $role_count > 0 and r.role_id in ($role) and r.confirmed_from <= $shown_on))
order by e.event_id
