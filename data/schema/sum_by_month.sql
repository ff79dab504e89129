-- One row per set of themes (as bits), month, way of counting and span of days seen: the events that start in it.
create table sum_by_month as
select
    seen.themes,
    seen.month,
    seen.with_unconfirmed,
    seen.without_unconfirmed,
    seen.seen_from,
    seen.seen_until,
    count(*) as events,
    count(case when seen.approximate then 1 end) as approximate,
    count(case when seen.region_id = 'online' then 1 end) as online,
    count(case when seen.region_id = 'not_recorded' then 1 end) as without_place,
    count(case when seen.partners > 0 then 1 end) as with_partner,
    count(case when seen.partners > 1 then 1 end) as with_several_partners,
    cast(sum(seen.partners) as bigint) as partner_pairs
from staging.seen as seen
group by
    seen.themes, seen.month, seen.with_unconfirmed, seen.without_unconfirmed, seen.seen_from, seen.seen_until
order by seen.month, seen.themes;
