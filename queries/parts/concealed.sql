-- Which partners, projects and sources may not be named, since only what is hidden carries them?
-- One row per dimension and id. What nothing carries at all is a word of a vocabulary and may be named.
--
-- $shown_on   the day on which the reader may see what is shown from then on

select
    n.dimension,
    n.id
from sum_named as n
where n.shown_from > $shown_on
order by n.dimension, n.id
