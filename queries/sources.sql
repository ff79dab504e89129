-- Where does the record come from?
-- One row per source, with the events and activities that the reader may see; one that holds no others is left out.
--
-- $shown_on   the day on which the reader may see what is shown from then on

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
    count(case when e.parent_event_id is null then e.event_no end)      as events,
    count(e.parent_event_id)                                            as activities
from dim_source as s
left join fct_event as e on e.source_id = s.source_id and e.shown_from <= $shown_on
where s.source_id not in (select c.id from concealed as c where c.dimension = 'source')
group by
    s.source_id, s.title, s.publisher, s.url, s.licence_en, s.licence_fr, s.period_en, s.period_fr,
    s.retrieved, s.kind, s.language, s.completeness_en, s.completeness_fr
order by s.kind desc, s.source_id
