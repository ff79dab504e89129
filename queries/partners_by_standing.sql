-- Which partners are new, which returned, which lapsed?
-- One row per partner engaged in the period, or in the year before it and no longer.
--
-- new: its first event in the whole record falls in the period. returning: engaged in the period
-- and seen before it. lapsed: engaged in the four quarters before the period, not in it.
--
-- $first_day     first day of the period
-- $before        the day a year before it
-- $unconfirmed   whether partners met only at unconfirmed activities count
-- $shown_on      the day on which the reader may see what is shown from then on

with earlier as (
    select
        p.partner_id                                      as partner,
        count(distinct m.event_id)                        as events
    from matching as m
    join bridge_event_partner as p on p.event_no = m.event_no
    where m.counted
      and m.start_date >= $before
      and m.start_date < $first_day
      and case when $unconfirmed then p.any_from else p.confirmed_from end <= $shown_on
    group by p.partner_id
),
present as (
    select
        g.partner,
        count(distinct g.event_id)                        as events
    from engagement as g
    group by g.partner
),
standing as (
    select
        coalesce(p.partner, e.partner)                    as partner,
        coalesce(p.events, 0)                             as events,
        coalesce(e.events, 0)                             as events_before
    from present as p
    full join earlier as e on e.partner = p.partner
)
select
    s.partner,
    d.name_en                                             as label_en,
    d.name_fr                                             as label_fr,
    d.acronym_en,
    d.acronym_fr,
    case
        when s.events = 0 then 'lapsed'
        when f.first_seen >= $first_day then 'new'
        else 'returning'
    end                                                   as standing,
    s.events,
    s.events_before,
    f.first_seen,
    f.first_until,
    f.first_precision
from standing as s
join dim_partner as d on d.partner_id = s.partner
join first_engagement as f on f.partner = s.partner
order by standing, s.events desc, s.events_before desc, s.partner
