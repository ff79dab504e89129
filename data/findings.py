"""What the build has to say of a line, and the reasons it can give."""

import csv
import functools
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from data.given import insert, texts

HERE = Path(__file__).parent
REASONS = HERE / "vocabulary" / "reasons.csv"


@dataclass(frozen=True)
class Finding:
    """One thing to say of a line of `file`; `value` and `other` fill the reason's sentence."""

    file: str
    line: int
    reason_id: str
    column_name: str | None = None
    value: str | None = None
    other: str | None = None
    source_id: str | None = None


def reasons() -> list[dict[str, str]]:
    """reason_id, severity (refused, warning), text_en, text_fr."""
    with REASONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@functools.cache
def severities() -> dict[str, str]:
    return {reason["reason_id"]: reason["severity"] for reason in reasons()}


def in_english(finding: Finding) -> str:
    """The sentence of a finding that no warehouse will tell."""
    (text,) = (row["text_en"] for row in reasons() if row["reason_id"] == finding.reason_id)
    return text.replace("{other}", finding.other or "").replace("{value}", finding.value or "")


SHAPE = {
    "file": "varchar",
    "line": "bigint",
    **texts("reason_id", "column_name", "value", "other", "source_id"),
}


def add(db: duckdb.DuckDBPyConnection, findings: Iterable[Finding]) -> None:
    """Put findings into staging.finding."""
    insert(db, "finding", SHAPE, map(asdict, findings))
