"""The sources of a record, read one after the other into staging."""

import os
from pathlib import Path

import duckdb

from data import findings, provenance, room
from data.files import ENDINGS, TextFile, Unreadable, head, look
from data.findings import Finding
from data.names import name_of
from data.organisation import RecordError
from data.progress import Tell
from data.staging import OPTIONAL, REQUIRED, count, load, stage, stage_as_it_is, unload


def read_sources(db: duckdb.DuckDBPyConnection, record: Path, tell: Tell) -> list[dict[str, str]]:
    """Stage every source; returns where those that can be used come from."""
    found = [read_source(db, folder, tell) for folder in folders(record / "sources")]
    return [source for source in found if source is not None]


def folders(sources: Path) -> list[Path]:
    """Raises RecordError when they cannot be listed."""
    try:
        return [path for path in sorted(sources.iterdir()) if is_source(path)]
    except OSError as error:
        raise RecordError(f"{sources} cannot be opened: {error.strerror}.") from None


def is_source(path: Path) -> bool:
    """A link that leads nowhere is one too, so that it is told of."""
    return (path.is_dir() or not path.exists()) and not path.name.startswith((".", "_"))


def read_source(db: duckdb.DuckDBPyConnection, folder: Path, tell: Tell) -> dict[str, str] | None:
    """A source that does not say where it comes from is counted and not staged."""
    source: dict[str, str] | None = None
    files: list[Path] = []
    try:
        files = listed(folder)
        source = provenance.read(folder)
    except provenance.NoProvenance as refusal:
        findings.add(db, refusal.findings)
    if source and not files:
        findings.add(db, [provenance.told(folder, "source_without_files")])
    for path in files:
        tell(f"{path.parent.name}/{path.name}")
        read_file(db, path, usable=source is not None)
    return source


def listed(folder: Path) -> list[Path]:
    """The files of events, in order. Raises NoProvenance when the folder cannot be opened."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    except OSError as error:
        closed = provenance.told(folder, "file_closed", value=error.strerror)
        raise provenance.NoProvenance([closed]) from None


def read_file(db: duckdb.DuckDBPyConnection, path: Path, usable: bool) -> None:
    reading = Reading(db, path)
    if usable and reading.at_once(path):
        return
    try:
        file = look(path)
    except Unreadable as why:
        reading.say(1, why.reason_id, why.value)
        reading.counted("", 0)
        return
    misfits = load(db, file)
    rows = count(db, "select count(*) from staging.raw") + len(misfits)
    reading.counted(file.encoding_name, rows)
    if usable and reading.columns_fit(file):
        reading.stage(file.header)
        for row in misfits:
            reading.say(row.line, row.reason_id or "", row.value, row.other)
    unload(db)


class Reading:
    """One events file on its way into staging."""

    def __init__(self, db: duckdb.DuckDBPyConnection, path: Path) -> None:
        self.db = db
        self.folder = path.parent
        self.source_id = name_of(path.parent)
        self.file = f"sources/{self.source_id}/{name_of(path)}"
        self.file_no = count(db, "select count(*) from staging.file")
        self.own_shape = os.path.lexists(self.folder / "staging.sql")

    def say(
        self, line: int, reason_id: str, value: str | None = None, other: str | None = None
    ) -> None:
        finding = Finding(self.file, line, reason_id, None, value, other, self.source_id)
        findings.add(self.db, [finding])

    def counted(self, encoding: str, rows: int, first_row: int | None = None) -> None:
        values = (self.file, self.source_id, "events", encoding, rows, None, first_row)
        self.db.execute("insert into staging.file values (?, ?, ?, ?, ?, ?, ?)", values)

    def at_once(self, path: Path) -> bool:
        """Whether the file is staged, as one that is tidy and has the house columns alone."""
        file = head(path)
        if self.own_shape or file is None:
            return False
        if not set(REQUIRED) <= set(file.header) <= {*REQUIRED, *OPTIONAL}:
            return False
        staged = room.within(self.db, lambda: stage_as_it_is(self.db, file, self.file_no))
        if staged is not None:
            first_row, rows = staged
            self.counted("utf-8", rows, first_row)
        return staged is not None

    def columns_fit(self, file: TextFile) -> bool:
        """Only the house columns are known here; staging.sql answers for columns of its own."""
        if file.encoding_name != "utf-8":
            self.say(1, "not_utf8", file.encoding_name)
        if self.own_shape:
            return True
        if missing := [name for name in REQUIRED if name not in file.header]:
            self.say(1, "columns_missing", ", ".join(missing))
            return False
        if unknown := [name for name in file.header if name not in (*REQUIRED, *OPTIONAL)]:
            self.say(1, "columns_unknown", ", ".join(unknown))
        return True

    def stage(self, header: tuple[str, ...]) -> None:
        try:
            stage(self.db, self.file_no, self.folder, header)
        except Unreadable as why:
            self.say(1, why.reason_id, why.value)
        except OSError as error:
            self.say(1, "staging_failed", error.strerror)
        except duckdb.InterruptException:
            raise
        except (duckdb.Error, UnicodeDecodeError) as error:
            self.say(1, "staging_failed", str(error).splitlines()[0])
