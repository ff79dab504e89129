"""Every check is asked of staging.event; its answers become findings and refusals."""

from pathlib import Path

import duckdb

from data import room
from data.findings import severities
from data.progress import Tell

CHECKS = Path(__file__).parent / "checks"
SAY = """
insert into staging.finding by name
select
    filed.source_id,
    filed.file,
    filed.line,
    found.column_name,
    found.value,
    $reason_id as reason_id,
    found.other,
    found.staged_row
from found
join staging.filed as filed on filed.staged_row = found.staged_row
"""
REFUSE = "insert into staging.refused select distinct found.staged_row from found"


def refuse(db: duckdb.DuckDBPyConnection, tell: Tell) -> None:
    """Ask the checks that refuse; staging.kept is what they leave."""
    for file in checks("refused"):
        tell(f"checks/{file.stem}")
        ask(db, file)
        room.execute(db, REFUSE)


def warn(db: duckdb.DuckDBPyConnection, tell: Tell) -> None:
    """Ask the checks that warn of rows kept."""
    for file in checks("warning"):
        tell(f"checks/{file.stem}")
        ask(db, file)


def checks(severity: str) -> list[Path]:
    files = [file for file in CHECKS.glob("*.sql") if severities()[file.stem] == severity]
    return sorted(files, key=reads_refusals)


def reads_refusals(file: Path) -> tuple[bool, str]:
    """A check that reads what the others refuse comes after them."""
    return "staging.refused" in file.read_text(encoding="utf-8"), file.stem


def ask(db: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Put a check's answer into `found`; of a check that names rows, that of each part of them."""
    question = file.read_text(encoding="utf-8")
    make = f"create or replace temp table found as {question}"
    for rows in room.parts(db) if "$first_row" in question else [{}]:
        room.execute(db, make, rows)
        make = f"insert into found {question}"
    room.execute(db, SAY, {"reason_id": file.stem})
