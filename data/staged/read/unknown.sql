-- One row per distinct list and value in it that its vocabulary lacks, as often as it holds that.
create table staging.unknown as
with items as (
    select once.column_name, once.text, unnest(string_split(once.text, ';')) as value
    from staging.once as once
)
select items.column_name, items.text, items.value
from items
where not exists (
    select known.value
    from staging.known as known
    where known.column_name = items.column_name and known.value = items.value
);
