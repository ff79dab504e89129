-- Which rows list a partner that its vocabulary lacks?
select
    listed.staged_row,
    listed.column_name,
    listed.value,
    null as other
from staging.listed as listed
where
    listed.column_name = 'partners'
    and listed.value not in (select entry.partner_id from staging.partners as entry)
