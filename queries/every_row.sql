-- What does each row of the record say?
-- One row per event or activity that the reader may see, with what it carries itself. `shown_from` is empty
-- for what was always public, and for the public: what it may see it may see.
--
-- $shown_on   the day on which the reader may see what is shown from then on

with themes as (
    select t.event_no, string_agg(t.theme_id, ';' order by t.theme_id) as themes
    from bridge_event_theme as t
    where t.own
    group by t.event_no
),
partners as (
    select p.event_no, string_agg(p.partner_id, ';' order by p.partner_id) as partners
    from bridge_event_partner as p
    where p.own
    group by p.event_no
),
projects as (
    select j.event_no, string_agg(j.project_id, ';' order by j.project_id) as projects
    from bridge_event_project as j
    where j.own
    group by j.event_no
),
addresses as (
    select u.event_no, string_agg(u.url, ';' order by u.position, u.url) as source_urls
    from bridge_event_url as u
    group by u.event_no
)
select
    e.event_id,
    e.parent_event_id,
    e.title_en,
    e.title_fr,
    e.start_date,
    e.end_date,
    e.date_precision,
    e.city_en,
    e.city_fr,
    e.country_id,
    e.subdivision,
    e.region_id,
    e.format_id,
    e.role_id,
    e.status,
    coalesce(t.themes, '')         as themes,
    coalesce(p.partners, '')       as partners,
    coalesce(j.projects, '')       as projects,
    coalesce(u.source_urls, '')    as source_urls,
    e.recap,
    e.summary_en,
    e.summary_fr,
    e.notes,
    e.source_id,
    case
        when $shown_on = date '9999-12-31' and e.shown_from > date '0001-01-01' then e.shown_from
    end                            as shown_from
from fct_event as e
left join themes as t on t.event_no = e.event_no
left join partners as p on p.event_no = e.event_no
left join projects as j on j.event_no = e.event_no
left join addresses as u on u.event_no = e.event_no
where e.shown_from <= $shown_on
order by e.event_id
