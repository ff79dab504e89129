-- One row per event or activity and value it carries: its own and, for an event, those of its activities.
-- Draft activities add nothing. `any_from`: the day from which the public may see any row that carries the
-- value; `confirmed_from`: a confirmed one, or null where a confirmed row has it from unconfirmed activities
-- alone. Only in a bundle can a value come twice: all else is handed on as it is read.
create view staging.carried as
with carriers as not materialized (
    select
        list.staged_row as carrier,
        list.staged_row,
        list.event_id,
        list.column_name,
        list.text,
        true as own,
        true as confirmed,
        list.staged_row in (select bundled.staged_row from staging.bundled as bundled) as bundled
    from staging.list as list
    where list.staged_row not in (select refused.staged_row from staging.refused as refused)
    union all
    select
        activity.staged_row,
        activity.event_row,
        null,
        list.column_name,
        list.text,
        false,
        activity.confirmed,
        true
    from staging.activity as activity
    join staging.list as list on list.staged_row = activity.staged_row
),
items as not materialized (
    select
        carriers.*,
        coalesce(withheld.shown_from, date '0001-01-01') as shown_from,
        unnest(string_split(carriers.text, ';')) as value
    from carriers
    left join staging.withheld as withheld on withheld.staged_row = carriers.carrier
),
gathered as (
    select
        items.staged_row,
        items.column_name,
        items.value,
        bool_or(items.own) as own,
        min(case when items.confirmed then items.shown_from end) as confirmed_from,
        min(items.shown_from) as any_from
    from items
    where items.bundled
    group by items.staged_row, items.column_name, items.value
)
select
    items.event_id,
    items.staged_row,
    items.column_name,
    items.value,
    true as own,
    items.shown_from as confirmed_from,
    items.shown_from as any_from
from items
where not items.bundled
union all
select
    bundled.event_id,
    gathered.staged_row,
    gathered.column_name,
    gathered.value,
    gathered.own,
    case when bundled.confirmed then gathered.confirmed_from else gathered.any_from end,
    gathered.any_from
from gathered
join staging.bundled as bundled on bundled.staged_row = gathered.staged_row;
