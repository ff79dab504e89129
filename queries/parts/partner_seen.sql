-- On which day was each partner first met?
-- One row per partner with at least one counted event that the reader may see.
--
-- $unconfirmed   whether unconfirmed events and activities count
-- $shown_on      the day on which the reader may see what is shown from then on

select
    f.partner_id          as partner,
    min(f.start_date)     as first_seen
from sum_first_met as f
where f.seen_from <= $shown_on
  and case when $unconfirmed then f.with_unconfirmed else f.without_unconfirmed end
group by f.partner_id
order by f.partner_id
