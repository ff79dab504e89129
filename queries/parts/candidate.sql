-- Which events might a selection hold, if unconfirmed rows counted or nothing were hidden?
-- One row per event that is not a draft and has a chosen region and format, hidden ones among them.
--
-- `counted`: the selection matches it. `listed`: it would if unconfirmed rows counted. `held`: it would if
-- nothing were internal or under embargo.
-- $unconfirmed     whether unconfirmed events and activities count
-- $shown_on        the day on which the reader may see what is shown from then on
-- $theme, $partner, $project, $role, $region, $format   chosen ids
-- $theme_count, $partner_count, $project_count, $role_count, $region_count, $format_count
--                  how many were chosen; 0 means no filter, and nothing is looked up for it
-- $themes_wanted   how many of the chosen themes an event must carry: 1 for any, all of them for all

with themes as (
    select
        t.event_no,
        count(case when t.any_from <= $shown_on then 1 end)                                as listed,
        count(case
            when case when $unconfirmed then t.any_from else t.confirmed_from end <= $shown_on then 1
        end)                                                                               as counted,
        count(case when $unconfirmed or t.confirmed_from is not null then 1 end)           as held
    from bridge_event_theme as t
    where $theme_count > 0 and t.theme_id in ($theme)
    group by t.event_no
),
partners as (
    select
        p.event_no,
        bool_or(p.any_from <= $shown_on)                                                   as listed,
        coalesce(bool_or(
            case when $unconfirmed then p.any_from else p.confirmed_from end <= $shown_on
        ), false)                                                                          as counted,
        bool_or($unconfirmed or p.confirmed_from is not null)                              as held
    from bridge_event_partner as p
    where $partner_count > 0 and p.partner_id in ($partner)
    group by p.event_no
),
projects as (
    select
        j.event_no,
        bool_or(j.any_from <= $shown_on)                                                   as listed,
        coalesce(bool_or(
            case when $unconfirmed then j.any_from else j.confirmed_from end <= $shown_on
        ), false)                                                                          as counted,
        bool_or($unconfirmed or j.confirmed_from is not null)                              as held
    from bridge_event_project as j
    where $project_count > 0 and j.project_id in ($project)
    group by j.event_no
),
roles as (
    select
        r.event_no,
        bool_or(r.any_from <= $shown_on)                                                   as listed,
        coalesce(bool_or(
            case when $unconfirmed then r.any_from else r.confirmed_from end <= $shown_on
        ), false)                                                                          as counted,
        bool_or($unconfirmed or r.confirmed_from is not null)                              as held
    from bridge_event_role as r
    where $role_count > 0 and r.role_id in ($role)
    group by r.event_no
)
select
    e.event_no,
    e.event_id,
    e.start_date,
    e.end_date,
    e.date_precision,
    e.country_id,
    e.region_id,
    e.format_id,
    e.role_id,
    e.status,
    coalesce(
        e.shown_from <= $shown_on
        and ($theme_count = 0 or t.listed >= $themes_wanted)
        and ($partner_count = 0 or p.listed)
        and ($project_count = 0 or j.listed)
        and ($role_count = 0 or r.listed),
        false
    )                                          as listed,
    coalesce(
        e.shown_from <= $shown_on
        and (e.status = 'confirmed' or $unconfirmed)
        and ($theme_count = 0 or t.counted >= $themes_wanted)
        and ($partner_count = 0 or p.counted)
        and ($project_count = 0 or j.counted)
        and ($role_count = 0 or r.counted),
        false
    )                                          as counted,
    coalesce(
        (e.status = 'confirmed' or $unconfirmed)
        and ($theme_count = 0 or t.held >= $themes_wanted)
        and ($partner_count = 0 or p.held)
        and ($project_count = 0 or j.held)
        and ($role_count = 0 or r.held),
        false
    )                                          as held
from fct_event as e
left join themes as t on t.event_no = e.event_no
left join partners as p on p.event_no = e.event_no
left join projects as j on j.event_no = e.event_no
left join roles as r on r.event_no = e.event_no
where e.parent_event_id is null
  and e.status in ('confirmed', 'unconfirmed')
  and ($region_count = 0 or e.region_id in ($region))
  and ($format_count = 0 or e.format_id in ($format))
order by e.event_id
