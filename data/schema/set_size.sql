-- One row per set of themes, the empty one too, with how many it holds.
create table set_size as
select
    held.theme_set,
    cast(bit_count(cast(held.themes as bit)) as integer) as themes
from staging.theme_set as held
order by held.theme_set;
