"""The measures declared in measures.toml: every number the dashboard shows, once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Measure:
    """One number. `sql` is an aggregate over the alias its line in measures.toml names.

    label, one, many, help: English message ids, translated by whoever shows them.
    """

    name: str
    label: str
    one: str
    many: str
    help: str
    sql: str
    format: str


@cache
def load() -> dict[str, Measure]:
    """The measures by name, in the order of the file."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return {name: Measure(name=name, **table) for name, table in tables.items()}
