-- One row per set of themes of an event, set of an activity in it (as bits), month of the event, way of counting and span of days seen.
create table sum_of_activities as
select
    seen.event_themes,
    seen.themes,
    seen.month,
    seen.with_unconfirmed,
    seen.without_unconfirmed,
    seen.seen_from,
    seen.seen_until,
    count(*) as activities
from staging.seen_activity as seen
group by
    seen.event_themes, seen.themes, seen.month, seen.with_unconfirmed, seen.without_unconfirmed, seen.seen_from,
    seen.seen_until
order by seen.month, seen.event_themes, seen.themes;
