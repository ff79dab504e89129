"""The record of outreach and how it becomes a warehouse.

`sources/`, `vocabulary/` and `organisation.toml` are the record. `staging.sql` and `staged/` bring
its lines into one shape, `checks/` say what is wrong with a line, `schema/` holds the tables that
everything else reads.
"""
