-- Where does the record come from?
-- One row per source.

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
    count(case when e.parent_event_id is null then e.event_id end)      as events,
    count(e.parent_event_id)                                            as activities
from dim_source as s
left join fct_event as e on e.source_id = s.source_id
group by
    s.source_id, s.title, s.publisher, s.url, s.licence_en, s.licence_fr, s.period_en, s.period_fr,
    s.retrieved, s.kind, s.language, s.completeness_en, s.completeness_fr
order by s.kind desc, s.source_id
