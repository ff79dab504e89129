-- Which events carry what the reader chose, whatever their date?
-- One row per event that is not a draft; `counted` is false for an unconfirmed one left out.
--
-- $unconfirmed     whether unconfirmed events and activities count
-- $theme, $partner, $project, $role, $region, $format   chosen ids
-- $theme_count, $partner_count, $project_count, $role_count, $region_count, $format_count
--                  how many were chosen; 0 means no filter
-- $themes_wanted   how many of the chosen themes an event must carry: 1 for any, all of them for all

select
    e.event_id,
    e.start_date,
    e.end_date,
    e.date_precision,
    e.country_id,
    e.region_id,
    e.format_id,
    e.role_id,
    e.status,
    e.status = 'confirmed' or $unconfirmed as counted
from fct_event as e
where e.parent_event_id is null
  and e.status in ('confirmed', 'unconfirmed')
  and ($region_count = 0 or e.region_id in ($region))
  and ($format_count = 0 or e.format_id in ($format))
  and ($theme_count = 0 or e.event_id in (
        select t.event_id
        from bridge_event_theme as t
        where t.theme_id in ($theme) and ($unconfirmed or not t.unconfirmed_only)
        group by t.event_id
        having count(distinct t.theme_id) >= $themes_wanted))
  and ($partner_count = 0 or e.event_id in (
        select p.event_id
        from bridge_event_partner as p
        where p.partner_id in ($partner) and ($unconfirmed or not p.unconfirmed_only)))
  and ($project_count = 0 or e.event_id in (
        select j.event_id
        from bridge_event_project as j
        where j.project_id in ($project) and ($unconfirmed or not j.unconfirmed_only)))
  and ($role_count = 0 or e.event_id in (
        select r.event_id
        from bridge_event_role as r
        where r.role_id in ($role) and ($unconfirmed or not r.unconfirmed_only)))
order by e.event_id
