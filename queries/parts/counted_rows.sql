-- How many events and activities does the record hold, whoever may see them?
-- One row.

select count(*) as rows from fct_event
