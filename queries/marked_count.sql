-- How many events stand behind one mark?
-- One row: their number.

select measure(events) as events
from marked as s
