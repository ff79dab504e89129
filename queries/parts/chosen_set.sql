-- Which sets of themes hold what the reader chose?
-- One row per set, with how many themes it holds.
--
-- $theme, $theme_count   chosen ids, and how many: 0 means no filter
-- $themes_wanted         how many of the chosen themes a set must hold

with held as (
    select t.theme_set, count(*) as chosen
    from set_theme as t
    where t.theme_id in ($theme)
    group by t.theme_set
)
select
    s.theme_set,
    s.themes
from set_size as s
left join held as h on h.theme_set = s.theme_set
where $theme_count = 0 or h.chosen >= $themes_wanted
order by s.theme_set
