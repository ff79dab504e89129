-- One row per set of themes of an event, set of an activity in it, month of the event, way of counting and span of days seen.
create table sum_of_activities as
select
    held.theme_set,
    own.theme_set as own_set,
    seen.month,
    seen.with_unconfirmed,
    seen.without_unconfirmed,
    seen.seen_from,
    seen.seen_until,
    count(*) as activities
from staging.seen_activity as seen
join staging.theme_set as held on held.themes = seen.event_themes
join staging.theme_set as own on own.themes = seen.themes
group by
    held.theme_set, own.theme_set, seen.month, seen.with_unconfirmed, seen.without_unconfirmed, seen.seen_from,
    seen.seen_until
order by seen.month, held.theme_set, own.theme_set;
