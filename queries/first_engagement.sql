-- When was each partner first met, in the whole record?
-- One row per partner with at least one counted event that the reader may see.
--
-- $unconfirmed   whether unconfirmed events and activities count
-- $shown_on      the day on which the reader may see what is shown from then on

with met as (
    select
        f.partner_id,
        f.start_date,
        f.end_date,
        f.date_precision,
        row_number() over (partition by f.partner_id order by f.start_date, f.event_id) as place
    from sum_first_met as f
    where f.seen_from <= $shown_on
      and case when $unconfirmed then f.with_unconfirmed else f.without_unconfirmed end
)
select
    m.partner_id          as partner,
    m.start_date          as first_seen,
    m.end_date            as first_until,
    m.date_precision      as first_precision
from met as m
where m.place = 1
order by m.partner_id
