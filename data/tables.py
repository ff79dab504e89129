"""What Python found out, as tables of the staging database."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

import duckdb
import pyarrow as pa

from data import findings, quarters
from data.entries import Entries
from data.organisation import Organisation
from data.provenance import FIELDS, FRENCH_FIELDS
from data.quarters import Coverage

Types = Mapping[str, pa.DataType]
Row = Mapping[str, object]
QUARTER: Types = {
    "calendar": pa.string(),
    "quarter_id": pa.string(),
    "year_id": pa.string(),
    "position": pa.int32(),
    "first_day": pa.date32(),
    "last_day": pa.date32(),
    "label_en": pa.string(),
    "label_fr": pa.string(),
    "months_en": pa.string(),
    "months_fr": pa.string(),
    "coverage": pa.string(),
    "note_en": pa.string(),
    "note_fr": pa.string(),
    "listed": pa.bool_(),
}

ENTRY = pa.schema(
    [
        ("file", pa.string()),
        ("line", pa.int32()),
        ("entry", pa.string()),
        ("name_en", pa.string()),
        ("name_fr", pa.string()),
    ]
)


def texts(*names: str) -> Types:
    return {name: pa.string() for name in names}


def create(db: duckdb.DuckDBPyConnection, table: str, types: Types, rows: Iterable[Row]) -> None:
    """Create staging.`table`; `types` names its columns in order."""
    shape = pa.schema(list(types.items()))
    db.register("given", pa.Table.from_pylist(list(rows), schema=shape))
    db.execute(f"create table staging.{table} as select * from given")
    db.unregister("given")


def add_vocabulary(db: duckdb.DuckDBPyConnection, entries: Entries) -> None:
    """The kept lines with their position from 1, what there is to say, and the count."""
    vocabulary = entries.vocabulary
    types = {**texts(vocabulary.key, *vocabulary.columns), "position": pa.int32()}
    rows = [entry | {"position": place} for place, entry in enumerate(entries.kept, start=1)]
    create(db, vocabulary.name, types, rows)
    add_entries(db, entries)
    findings.add(db, entries.findings)
    read, kept = entries.rows_read, len(entries.kept)
    values = (vocabulary.file, None, "vocabulary", entries.encoding, read, kept, None)
    db.execute("insert into staging.file values (?, ?, ?, ?, ?, ?, ?)", values)


def add_entries(db: duckdb.DuckDBPyConnection, entries: Entries) -> None:
    """Which line of which file holds which id."""
    key = entries.vocabulary.key
    rows = [
        {**entry, "file": entries.vocabulary.file, "line": entries.line_of[str(entry[key])]}
        | {"entry": entry[key]}
        for entry in entries.kept
    ]
    db.register("given", pa.Table.from_pylist(rows, schema=ENTRY))
    db.execute("insert into staging.entry by name select * from given")
    db.unregister("given")


def add_sources(db: duckdb.DuckDBPyConnection, sources: Iterable[Row]) -> None:
    create(db, "source", texts("source_id", *FIELDS, *FRENCH_FIELDS), sources)


def add_reasons(db: duckdb.DuckDBPyConnection) -> None:
    types = texts("reason_id", "severity", "text_en", "text_fr")
    create(db, "reason", types, findings.reasons())


def add_organisation(db: duckdb.DuckDBPyConnection, organisation: Organisation) -> None:
    types = {
        **texts("name_en", "name_fr", "short_name", "url"),
        "fiscal_year_start": pa.int32(),
    }
    create(db, "organisation", types, [asdict(organisation)])


def add_versions(db: duckdb.DuckDBPyConnection, version: str, schema_version: str) -> None:
    row = {"version": version, "schema_version": schema_version}
    create(db, "made", texts(*row), [row])


def add_quarters(db: duckdb.DuckDBPyConnection, fiscal_year_start: int) -> None:
    """The quarters around staging.span; none when the record is empty."""
    listed = db.execute("select quarter, coverage, note_en, note_fr from staging.coverage")
    covered = {quarter: Coverage(*rest) for quarter, *rest in listed.fetchall()}
    ((first, last),) = db.execute("select first_day, last_day from staging.span").fetchall()
    rows = quarters.rows(first, last, fiscal_year_start, covered) if first and last else ()
    create(db, "quarter", QUARTER, rows)
