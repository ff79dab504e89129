-- How many events and activities that the selection would hold may the reader not see?
-- One row: those internal or under embargo, counted and never named.
--
-- A visible event counts here too when only a hidden activity carries what is chosen. The number is
-- announced by design, and with it goes a residual: whoever asks for one day, partner and theme after the other
-- learns on which of them something is hidden, though never what. Nothing else counts what is hidden.
-- $first_day, $last_day   inclusive bounds on the day an event starts

with hidden as (
    select c.event_id
    from candidate as c
    where c.held
      and not c.counted
      and c.start_date between $first_day and $last_day
),
hidden_activity as (
    select a.event_id
    from candidate_activity as a
    join candidate as c on c.event_id = a.parent_event_id
    where c.held
      and not (c.counted and a.shown)
      and c.start_date between $first_day and $last_day
),
counted as (
    select measure(events)     as events
    from hidden as s
),
done as (
    select measure(activities) as activities
    from hidden_activity as a
)
select
    c.events,
    d.activities
from counted as c
cross join done as d
