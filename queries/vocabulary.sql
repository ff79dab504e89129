-- Which values can be chosen?
-- One row per dimension and value; partners and projects that only hidden events carry are left out.

select 'theme' as dimension, d.theme_id as id, d.name_en as label_en, d.name_fr as label_fr, d.core, d.position
from dim_theme as d
union all
select 'region', d.region_id, d.name_en, d.name_fr, false, d.position from dim_region as d
union all
select 'partner', d.partner_id, d.name_en, d.name_fr, false, d.position
from dim_partner as d
where d.partner_id not in (select c.id from concealed as c where c.dimension = 'partner')
union all
select 'project', d.project_id, d.name_en, d.name_fr, false, d.position
from dim_project as d
where d.project_id not in (select c.id from concealed as c where c.dimension = 'project')
union all
select 'format', d.format_id, d.name_en, d.name_fr, false, d.position from dim_format as d
union all
select 'role', d.role_id, d.name_en, d.name_fr, false, d.position from dim_role as d
order by dimension, position, id
