-- Which events carry what the reader chose, whatever their date?
-- One row per event that is not a draft and that would match if unconfirmed rows counted; `counted`
-- says whether it matches as things are.
--
-- $unconfirmed     whether unconfirmed events and activities count
-- $theme, $partner, $project, $role, $region, $format   chosen ids
-- $theme_count, $partner_count, $project_count, $role_count, $region_count, $format_count
--                  how many were chosen; 0 means no filter
-- $themes_wanted   how many of the chosen themes an event must carry: 1 for any, all of them for all

with themes as (
    select
        t.event_id,
        count(distinct t.theme_id)                                                      as carried,
        count(distinct case when $unconfirmed or not t.unconfirmed_only then t.theme_id end) as counted
    from bridge_event_theme as t
    where t.theme_id in ($theme)
    group by t.event_id
),
partners as (
    select p.event_id, bool_or($unconfirmed or not p.unconfirmed_only) as counted
    from bridge_event_partner as p
    where p.partner_id in ($partner)
    group by p.event_id
),
projects as (
    select j.event_id, bool_or($unconfirmed or not j.unconfirmed_only) as counted
    from bridge_event_project as j
    where j.project_id in ($project)
    group by j.event_id
),
roles as (
    select r.event_id, bool_or($unconfirmed or not r.unconfirmed_only) as counted
    from bridge_event_role as r
    where r.role_id in ($role)
    group by r.event_id
)
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
    (e.status = 'confirmed' or $unconfirmed)
        and ($theme_count = 0 or t.counted >= $themes_wanted)
        and ($partner_count = 0 or p.counted)
        and ($project_count = 0 or j.counted)
        and ($role_count = 0 or r.counted)     as counted
from fct_event as e
left join themes as t on t.event_id = e.event_id
left join partners as p on p.event_id = e.event_id
left join projects as j on j.event_id = e.event_id
left join roles as r on r.event_id = e.event_id
where e.parent_event_id is null
  and e.status in ('confirmed', 'unconfirmed')
  and ($region_count = 0 or e.region_id in ($region))
  and ($format_count = 0 or e.format_id in ($format))
  and ($theme_count = 0 or t.carried >= $themes_wanted)
  and ($partner_count = 0 or p.event_id is not null)
  and ($project_count = 0 or j.event_id is not null)
  and ($role_count = 0 or r.event_id is not null)
order by e.event_id
