-- One row per event or activity and value it carries: its own and, for an event, those of its activities.
-- Draft activities add nothing. `any_from`: the day from which the public may see any row that carries the
-- value; `confirmed_from`: a confirmed one, or null where a confirmed row has it from unconfirmed activities
-- alone. Only in a bundle can a value come twice: all else is handed on as it is read.
create view staging.carried as
select
    list.staged_row,
    list.column_name,
    unnest(string_split(list.text, ';')) as value,
    true as own,
    coalesce(withheld.shown_from, date '0001-01-01') as confirmed_from,
    coalesce(withheld.shown_from, date '0001-01-01') as any_from
from staging.list as list
left join staging.withheld as withheld on withheld.staged_row = list.staged_row
where
    list.staged_row not in (select refused.staged_row from staging.refused as refused)
    and list.staged_row not in (select bundled.staged_row from staging.bundled as bundled)
union all
select
    bundled_value.staged_row,
    known.column_name,
    known.value,
    bundled_value.own,
    bundled_value.confirmed_from,
    bundled_value.any_from
from staging.bundled_value as bundled_value
join staging.known as known on known.value_no = bundled_value.value_no;
