-- Which events, with their evidence?
-- One row per selected event (or those behind one mark) that is listed, latest first.
--
-- $unconfirmed   whether unconfirmed activities, and what only they carry, count
-- $shown_on      the day on which the reader may see what is shown from then on

with themes as (
    select t.event_no, string_agg(t.theme_id, ';' order by t.theme_id) as themes
    from bridge_event_theme as t
    join listed as l on l.event_no = t.event_no
    where case when $unconfirmed then t.any_from else t.confirmed_from end <= $shown_on
    group by t.event_no
),
partners as (
    select p.event_no, string_agg(p.partner_id, ';' order by p.partner_id) as partners
    from bridge_event_partner as p
    join listed as l on l.event_no = p.event_no
    where case when $unconfirmed then p.any_from else p.confirmed_from end <= $shown_on
    group by p.event_no
),
projects as (
    select j.event_no, string_agg(j.project_id, ';' order by j.project_id) as projects
    from bridge_event_project as j
    join listed as l on l.event_no = j.event_no
    where case when $unconfirmed then j.any_from else j.confirmed_from end <= $shown_on
    group by j.event_no
),
done as (
    select a.parent_event_id as event_id, measure(activities) as activities
    from selected_activity as a
    join listed as l on l.event_id = a.parent_event_id
    group by a.parent_event_id
)
select
    e.event_id,
    e.title_en,
    e.title_fr,
    e.start_date,
    e.end_date,
    e.date_precision,
    e.city_en,
    e.city_fr,
    e.country,
    e.country_en,
    e.country_fr,
    e.region,
    e.format,
    e.role,
    e.status,
    e.visibility,
    e.embargoed_until,
    coalesce(t.themes, '')    as themes,
    coalesce(p.partners, '')  as partners,
    coalesce(j.projects, '')  as projects,
    coalesce(d.activities, 0) as activities,
    e.summary_en,
    e.summary_fr,
    e.notes,
    e.source,
    e.recap,
    e.file,
    e.line
from listed as s
join described as e on e.event_id = s.event_id
left join themes as t on t.event_no = e.event_no
left join partners as p on p.event_no = e.event_no
left join projects as j on j.event_no = e.event_no
left join done as d on d.event_id = e.event_id
order by e.start_date desc, e.event_id
