-- What was done within the selected events?
-- One row per activity of a selected event that is listed; `counted` when it carries a chosen value itself.
--
-- $unconfirmed   whether unconfirmed activities count
-- $shown_on      the day on which the reader may see what is shown from then on

with themes as (
    select t.event_no, string_agg(t.theme_id, ';' order by t.theme_id) as themes
    from bridge_event_theme as t
    join fct_event as e on e.event_no = t.event_no
    join listed as l on l.event_id = e.parent_event_id
    group by t.event_no
),
partners as (
    select p.event_no, string_agg(p.partner_id, ';' order by p.partner_id) as partners
    from bridge_event_partner as p
    join fct_event as e on e.event_no = p.event_no
    join listed as l on l.event_id = e.parent_event_id
    group by p.event_no
)
select
    a.event_id,
    a.parent_event_id,
    a.title_en,
    a.title_fr,
    a.start_date,
    a.end_date,
    a.date_precision,
    a.city_en,
    a.city_fr,
    a.country_en,
    a.country_fr,
    a.role,
    a.status,
    a.visibility,
    a.embargoed_until,
    coalesce(t.themes, '')       as themes,
    coalesce(p.partners, '')     as partners,
    k.event_id is not null       as counted,
    a.summary_en,
    a.summary_fr,
    a.notes,
    a.source,
    a.recap,
    a.file,
    a.line
from described as a
join listed as s on s.event_id = a.parent_event_id
left join selected_activity as k on k.event_id = a.event_id
left join themes as t on t.event_no = a.event_no
left join partners as p on p.event_no = a.event_no
where a.shown_from <= $shown_on
  and (a.status = 'confirmed' or ($unconfirmed and a.status = 'unconfirmed'))
order by a.parent_event_id, a.start_date, a.event_id
