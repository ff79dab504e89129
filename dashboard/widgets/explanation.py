"""One number explained, with the SQL that counted it."""

from typing import Any

from dashboard import explaining, session
from dashboard.reading import Reading
from queries import measures, questions


def explanation(name: str, reading: Reading) -> dict[str, Any] | None:
    """The explanation of a measure or of a question's chart, or None if there is no such thing."""
    look, measure = reading.look, measures.load().get(name)
    if measure is None and name not in questions.names():
        return None
    question = "headline" if measure else name
    counted = measures.load()["events"] if measure is None else measure
    return {
        "kind": "explanation",
        "lines": [list(pair) for pair in explaining.lines(counted, reading)],
        "sql_label": look.text("The question as SQL, ready to run in DuckDB"),
        "sql": questions.literal(question, reading.chosen.values()),
        "copy": look.text("Copy"),
        "copied": look.text("Copied"),
        "column": look.text("The figure is its column “{column}”.", column=name) if measure else "",
        "file": look.text("Run it on {file}", file=session.engine_url()),
    }
