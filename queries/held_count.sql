-- How many rows does the record hold, counted or not?
-- One row: the number of events and activities that the question `held` lists.

select count(*) as held
from holding as h
