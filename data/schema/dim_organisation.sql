-- One row per organisation whose outreach this is: one.
create table dim_organisation as
select
    organisation.name_en,
    organisation.name_fr,
    organisation.short_name,
    organisation.url,
    cast(organisation.fiscal_year_start as integer) as fiscal_year_start
from staging.organisation as organisation;
