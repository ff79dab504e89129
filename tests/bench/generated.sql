-- Events and activities that look like the real record's, for numbers from $first to $last.
-- One row per line of an events file. The same seed and number give the same line on any machine.
--
-- How many themes, partners and projects an event has, its status and its place follow the real
-- record's events; which themes, partners and projects follow a power of their place in its lists.
-- One event in ten has one to seven activities. The later the year, the more events.

with numbered as (
    select
        n.n,
        part.part,
        n.n * 8 + part.part as id
    from range($first, $last) as n (n)
    cross join range(0, 8) as part (part)
    where part.part = 0
        or (hash(n.n, 'active', $seed) % 10 = 0 and part.part <= 1 + cast(hash(n.n, 'parts', $seed) % 7 as integer))
),
drawn as (
    select
        numbered.*,
        $first_day + cast(floor($days * sqrt(hash(n, 'day', $seed) / 18446744073709551616.0)) as integer)
            as day,
        hash(n, 'precision', $seed) % 100 as precision_draw,
        $statuses[1 + cast(hash(id, 'status', $seed) % len($statuses) as integer)] as status,
        $places[1 + cast(hash(n, 'place', $seed) % len($places) as integer)] as place,
        hash(n, 'far', $seed) % 5 = 0 as far,
        $countries[1 + cast(hash(n, 'country', $seed) % len($countries) as integer)] as far_country,
        $roles[1 + cast(hash(id, 'role', $seed) % len($roles) as integer)] as role,
        $theme_counts[1 + cast(hash(id, 'themes', $seed) % len($theme_counts) as integer)] as themes,
        $partner_counts[1 + cast(hash(id, 'partners', $seed) % len($partner_counts) as integer)] as partners,
        $project_counts[1 + cast(hash(id, 'projects', $seed) % len($project_counts) as integer)] as projects
    from numbered
),
dated as (
    select
        drawn.*,
        case when precision_draw < 74 then 'day' when precision_draw < 94 then 'month' else 'window' end
            as date_precision
    from drawn
)
select
    'e' || n || case when part = 0 then '' else '-' || part end as event_id,
    case when part > 0 then 'e' || n end as parent_event_id,
    'Meeting ' || n || ' on a subject, part ' || part as title_en,
    'Rencontre ' || n || ' sur un sujet, partie ' || part as title_fr,
    case when date_precision = 'day' then day else date_trunc('month', day)::date end as start_date,
    case date_precision
        when 'day' then day + cast(hash(n, 'length', $seed) % 3 as integer)
        when 'month' then last_day(day)
        else last_day((day + interval 2 month)::date)
    end as end_date,
    date_precision,
    null as city,
    null as city_fr,
    case when far then far_country else place.country end as country_iso2,
    case when far then null else place.subdivision end as subdivision,
    case when far then 'in_person' else place.format end as format,
    role,
    status,
    array_to_string(list_distinct([
        $themes[1 + cast(floor(len($themes) * pow(hash(id, x, 'theme', $seed) / 18446744073709551616.0, 2)) as integer)]
        for x in range(themes)]), ';') as themes,
    array_to_string(list_distinct([
        $partners[1 + cast(floor(len($partners) * pow(hash(id, x, 'partner', $seed) / 18446744073709551616.0, 3)) as integer)]
        for x in range(partners)]), ';') as partners,
    array_to_string(list_distinct([
        $projects[1 + cast(floor(len($projects) * pow(hash(id, x, 'project', $seed) / 18446744073709551616.0, 2)) as integer)]
        for x in range(projects)]), ';') as projects,
    'https://example.org/meetings/' || n as source_urls,
    null as source_recap,
    'What happened at meeting ' || n || ', in one sentence that says what was done there.' as summary_en,
    'Ce qui s’est passé à la rencontre ' || n || ', en une phrase qui dit ce qui y a été fait.' as summary_fr,
    null as notes
from dated
