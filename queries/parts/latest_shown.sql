-- From which day on does the public see all that there is?
-- One row: that day, 9999-12-31 where something stays internal.

select max(e.shown_from) as day
from fct_event as e
