-- Where does the record come from?
-- One row per source, with the events and activities that the reader may see; one that holds no others is left out.
--
-- $shown_on   the day on which the reader may see what is shown from then on

with counted as (
    select
        e.source_id,
        count(*) - count(e.parent_no)   as events,
        count(e.parent_no)              as activities
    from fct_event as e
    where e.shown_from <= $shown_on
    group by e.source_id
)
select
    s.source_id                                                         as source,
    s.title,
    s.publisher,
    s.url,
    s.licence_en,
    s.licence_fr,
    s.period_en,
    s.period_fr,
    s.retrieved,
    s.kind,
    s.language,
    s.completeness_en,
    s.completeness_fr,
    coalesce(n.events, 0)                                               as events,
    coalesce(n.activities, 0)                                           as activities
from dim_source as s
left join counted as n on n.source_id = s.source_id
where s.source_id not in (select c.id from concealed as c where c.dimension = 'source')
order by s.kind desc, s.source_id
