-- Which rows have a title in one language only?
select
    kept.staged_row,
    case when kept.title_en is null then 'title_en' else 'title_fr' end as column_name,
    coalesce(kept.title_en, kept.title_fr) as value,
    null as other
from staging.kept as kept
where kept.title_en is null or kept.title_fr is null
