"""Questions to the warehouse. One question is one .sql file here; its name is the file's name.

A question may start from another by naming it as a table (`from selected as s`), and writes a
number as `measure(events)`; `questions.py` puts both in place before the SQL runs.
"""
